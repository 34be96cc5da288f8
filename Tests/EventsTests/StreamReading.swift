import Payments
import SourceText
import Testing

@testable import Events

/// What is read of a piece of a stream.
struct StreamReading: Equatable {
    /// A text for each event, without its line.
    var events: [String] = []
    /// The lines of the events.
    var eventLines: [Int] = []
    /// The reasons by the lines that are refused.
    var refused: [Int: [String]] = [:]
    /// Whether an array was broken as JSON.
    var isBroken = false

    /// Reads lines with what is known of lines before, and with room after them: the last ones of an
    /// input are never looked up.
    static func lines(
        _ lines: [[UInt8]], _ known: UnsafeMutablePointer<KnownLines>
    ) -> StreamReading {
        let text = Array(lines.map { $0 + [0x0A] }.joined()) + [UInt8](repeating: 0x20, count: 600)
        return read(text) { block, _ in
            var parser = LineParser(into: block, explained: 100_000, known: known)
            parser.parse()
            return false
        }
    }

    /// Reads a line by itself.
    static func line(_ line: [UInt8]) -> StreamReading {
        withKnown { lines([line], $0) }
    }

    /// Reads an array of events.
    static func array(_ text: [UInt8]) -> StreamReading {
        read(text) { block, text in
            var parser = ArrayParser(text, explained: 100_000)
            while !parser.isDone {
                if parser.parse(into: block) != nil { return true }
            }
            return false
        }
    }

    /// Calls `body` with knowledge of lines that is still empty.
    ///
    /// - Parameter level: the variant of the processor's instructions; nil: the best.
    static func withKnown<Result>(
        level: Int32? = nil, _ body: (UnsafeMutablePointer<KnownLines>) throws -> Result
    ) rethrows -> Result {
        let known = UnsafeMutablePointer<KnownLines>.allocate(capacity: 1)
        known.initialize(to: level.map { KnownLines(level: $0) } ?? KnownLines())
        defer {
            known.deinitialize(count: 1)
            known.deallocate()
        }
        return try body(known)
    }

    private static func read(
        _ text: [UInt8], _ parse: (ParsedBlock, ByteSlice) -> Bool
    ) -> StreamReading {
        let block = ParsedBlock(ReadingRules(), shardCount: 1, hash: IdentifierHash(seed: 1))
        let arena = ScratchArena()
        let copy = arena.reserve(text.count)
        text.withUnsafeBufferPointer { bytes in
            if let base = bytes.baseAddress { copy.update(from: base, count: bytes.count) }
        }
        copy[text.count] = 0
        let slice = ByteSlice(base: copy, count: text.count)
        block.reset(file: 0, text: slice)
        var reading = StreamReading()
        reading.isBroken = parse(block, slice)
        for event in block.refused {
            reading.refused[event.line] = event.findings.map { "\($0.code.name): \($0.message)" }
        }
        for index in 0..<block.records.pointee.count {
            let record = block.records.pointee[index]
            reading.events.append(Self.text(record))
            reading.eventLines.append(record.line)
        }
        return withExtendedLifetime(arena) { reading }
    }

    private static func text(_ record: EventRecord) -> String {
        var parts = [
            "\(record.type)", record.at.text, record.payment.string, record.id?.string ?? "-",
            "\(record.hash)",
        ]
        switch record.payload {
        case .created(let event):
            parts += [
                event.client.string, event.method.string, "\(event.minorUnits)",
                event.currency.code,
            ]
        case .attempted(let event):
            let amount = event.amount.map { "\($0.digits)e\($0.exponent)" }
            parts += [event.attempt.string, event.method?.string ?? "-", amount ?? "-"]
        case .result(let event):
            parts += [
                event.attempt.string, "\(event.outcome)", event.errorCode?.string ?? "-",
                event.errorMessage?.string ?? "-",
            ]
        case .clockAdvanced: break
        }
        return parts.joined(separator: " ")
    }
}
