internal import Payments
internal import SourceText

/// Parses whole lines of NDJSON into a block.
struct LineParser: ~Copyable {
    private var parser: EventParser
    private let block: ParsedBlock
    private let file: Int32
    /// How many refused events of the block are explained.
    private let explained: Int

    init(into block: ParsedBlock, file: Int32, explained: Int) {
        self.block = block
        self.file = file
        self.explained = explained
        parser = EventParser(scratch: block.scratch)
    }

    /// Parses `text`, which ends behind a line feed or where the input ends.
    mutating func parse(_ text: ByteSlice) {
        let end = text.base + text.count
        let isUTF8 = UTF8Bytes.firstInvalidOffset(in: text.buffer) == nil
        var scanner = JSONScanner(text.base, to: end, allowsLineFeed: false)
        var record = EventRecord(at: .earliest, type: .clockAdvanced, file: file)
        var start = text.base
        while start < end {
            block.lineCount += 1
            scanner.position = start
            scanner.skipWhiteSpace()
            if scanner.byte == ASCII.lineFeed || scanner.position == end {
                start = scanner.position + 1
                continue
            }
            guard isUTF8, parseLine(&scanner, &record) else {
                start = parseSlowly(from: start, to: end, &record)
                scanner.fault = nil
                scanner.loneSurrogate = nil
                continue
            }
            block.take(&record)
            start = scanner.position + 1
        }
    }

    /// Parses the event at the scanner's position up to the end of its line; false if it is invalid.
    @inline(__always)
    private mutating func parseLine(
        _ scanner: inout JSONScanner, _ record: inout EventRecord
    ) -> Bool {
        record.line = block.lineCount
        guard parser.parse(&scanner, into: &record) == .event else { return false }
        scanner.skipWhiteSpace()
        return scanner.byte == ASCII.lineFeed || scanner.position == scanner.end
    }

    /// Parses one line by itself, and refuses it with its reasons if it is invalid.
    ///
    /// - Returns: where the next line begins.
    private mutating func parseSlowly(
        from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, _ record: inout EventRecord
    ) -> UnsafePointer<UInt8> {
        let lineFeed = Memory.lineFeed(from: start, to: end) ?? end
        var count = lineFeed - start
        if count > 0, start[count - 1] == ASCII.carriageReturn { count -= 1 }
        let line = ByteSlice(base: start, count: count)
        if let findings = refusal(of: line, &record) {
            block.refuse(RefusedEvent(text: line, line: block.lineCount, findings: findings))
        } else {
            block.take(&record)
        }
        return lineFeed + 1
    }

    /// Why the line is invalid, nil if it is an event after all.
    private mutating func refusal(
        of line: ByteSlice, _ record: inout EventRecord
    ) -> [EventFinding]? {
        let isExplained = block.explains(limit: explained)
        if let offset = UTF8Bytes.firstInvalidOffset(in: line.buffer) {
            return isExplained ? [EventFinding.notUTF8(at: line.base + offset)] : []
        }
        var scanner = JSONScanner(line.base, to: line.base + line.count, allowsLineFeed: false)
        scanner.skipWhiteSpace()
        let value = scanner.position
        if parseLine(&scanner, &record) { return nil }
        guard isExplained else { return [] }
        if scanner.fault == nil, scanner.position < scanner.end {
            scanner.skipWhiteSpace()
            if scanner.position < scanner.end { _ = scanner.fail(.trailingContent) }
        }
        if let fault = scanner.fault { return [EventFinding.broken(fault, in: scanner)] }
        let text = ByteSlice(base: value, count: scanner.position - value)
        return parser.findings(in: text, loneSurrogate: scanner.loneSurrogate)
    }
}

extension EventFinding {
    static func notUTF8(at position: UnsafePointer<UInt8>) -> EventFinding {
        EventFinding(
            .eventEncoding, "this byte is not UTF-8", hint: "events are written in UTF-8",
            at: ByteSlice(base: position, count: 1))
    }

    static func broken(_ fault: JSONFault, in scanner: JSONScanner) -> EventFinding {
        let left = scanner.end - fault.position
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let isMark = left >= 3 && mark.indices.allSatisfy { fault.position[$0] == mark[$0] }
        let kind = isMark && fault.kind == .wantsValue ? .byteOrderMark : fault.kind
        return EventFinding(
            .eventJSON, kind.message, at: ByteSlice(base: fault.position, count: min(1, left)))
    }
}
