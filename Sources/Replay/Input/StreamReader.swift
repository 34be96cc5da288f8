internal import Dispatch
internal import Files
internal import Payments

/// Reads all inputs as one stream, a round of blocks at a time; the blocks of a round are parsed side
/// by side, and given in stream order.
final class StreamReader {
    private let inputs: [EventInput]
    private let blocks: [ParsedBlock]
    private let explained: Int
    /// The place of the input that the latest round came from.
    private(set) var current = -1
    private var cursor: Cursor?
    /// The lines of the current file before the next round.
    private var linesBefore = 0
    private(set) var statistics = StreamStatistics()
    /// The arrays that are broken as JSON, in stream order.
    private(set) var broken: [BrokenArray] = []

    struct BrokenArray {
        let file: Int
        let details: ArrayParser.Broken
    }

    private enum Cursor: ~Copyable {
        case lines(LineBlocks)
        case array(ArrayParser)
    }

    init(_ request: ReplayRequest, shardCount: Int, _ hash: IdentifierHash) {
        inputs = request.inputs
        explained = Rejections.explained(request)
        blocks = (0..<request.threads).map { _ in
            ParsedBlock(shardCount: shardCount, hash: hash, end: request.until)
        }
    }

    /// The next blocks of one file; nil at the end of the stream. They are valid until the next call.
    ///
    /// - Throws: `FileError` if the file has become shorter.
    func nextRound() throws(FileError) -> ArraySlice<ParsedBlock>? {
        if current >= 0, current < inputs.count { try inputs[current].file.checkLength() }
        while true {
            switch cursor.take() {
            case .lines(var source):
                let pieces = (0..<blocks.count).compactMap { _ in source.next() }
                if pieces.isEmpty { break }
                cursor = .lines(source)
                return parse(pieces)
            case .array(var parser):
                if parser.isDone { break }
                let round = parse(&parser)
                cursor = .array(parser)
                return round
            case nil: break
            }
            guard openNext() else { return nil }
        }
    }

    private func openNext() -> Bool {
        current += 1
        guard current < inputs.count else { return false }
        linesBefore = 0
        let input = inputs[current]
        let text = input.text
        switch input.format {
        case .lines: cursor = .lines(LineBlocks(text))
        case .array:
            cursor = .array(ArrayParser(text, file: Int32(current), explained: explained))
        }
        return true
    }

    private func parse(_ pieces: [ByteSlice]) -> ArraySlice<ParsedBlock> {
        let file = Int32(current)
        let (blocks, explained) = (blocks, explained)
        Parallel.forEach(pieces.count) { index in
            blocks[index].reset()
            var parser = LineParser(into: blocks[index], file: file, explained: explained)
            parser.parse(pieces[index])
        }
        for block in blocks[..<pieces.count] {
            block.linesBefore = linesBefore
            linesBefore += block.lineCount
            statistics.add(block.statistics)
        }
        return blocks[..<pieces.count]
    }

    private func parse(_ parser: inout ArrayParser) -> ArraySlice<ParsedBlock> {
        let block = blocks[0]
        block.reset()
        block.linesBefore = 0
        if let details = parser.parse(into: block) {
            broken.append(BrokenArray(file: current, details: details))
        }
        statistics.add(block.statistics)
        return blocks[..<1]
    }
}

extension EventInput {
    /// The whole content.
    var text: ByteSlice {
        guard let base = file.bytes.baseAddress else { return .empty }
        return ByteSlice(
            base: base.assumingMemoryBound(to: UInt8.self), count: file.bytes.count)
    }
}

extension ByteSlice {
    /// No bytes, at a place that may be named.
    static let empty = ByteSlice(base: StaticString("").utf8Start, count: 0)
}

/// Work on several cores at once.
enum Parallel {
    /// Calls `body` with 0 to `count` − 1, side by side where there is more than one.
    static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        if count == 1 { return body(0) }
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
}
