import SourceText

/// Feeds a text to libyaml and hands out what it says.
enum YAMLStream {
    /// Calls `take` with each step of the parse until it returns false or the stream ends.
    ///
    /// - Parameter bytes: valid UTF-8 without forbidden characters.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ take: (YAMLParser.Step) -> Bool
    ) {
        let start = bytes.starts(with: ForeignEncoding.utf8Mark) ? 3 : 0
        let end = bytes.count
        guard endsInBlankLine(bytes) else {
            return run(YAMLParser(bytes, from: start, to: end), take)
        }
        // libyaml misreads a block scalar whose last line holds only spaces and has no line end.
        var completed = Array(bytes)
        completed.append(ASCII.lineFeed)
        completed.withUnsafeBufferPointer { run(YAMLParser($0, from: start, to: end), take) }
    }

    private static func run(_ parser: consuming YAMLParser?, _ take: (YAMLParser.Step) -> Bool) {
        guard var parser else { return }
        while true {
            let step = parser.next()
            guard take(step) else { return }
            switch step {
            case .failure: return
            case .event(let event): if case .streamEnd = event.kind { return }
            }
        }
    }

    private static func endsInBlankLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.last == ASCII.space || bytes.last == ASCII.tab else { return false }
        let line = bytes.reversed().first { $0 != ASCII.space && $0 != ASCII.tab }
        return line.map(ASCII.isLineEnd) ?? true
    }
}
