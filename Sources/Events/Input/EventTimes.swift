internal import JSONText
package import Payments

/// The times of the valid events in a piece of an input, for looking at a few pieces again.
package enum EventTimes {
    /// Calls `body` with the time of each valid event, and where it begins.
    package static func visit(
        _ text: ByteSlice, isArray: Bool, _ body: (Timestamp, UnsafePointer<UInt8>) -> Void
    ) {
        let scratch = ScratchArena()
        let end = text.base + text.count
        guard !isArray else { return visitElements(text.base, end, scratch, body) }
        var start = text.base
        while start < end {
            let lineEnd = Memory.lineFeed(from: start, to: end) ?? end
            visitLine(start, lineEnd, scratch, body)
            start = lineEnd + 1
        }
    }

    private static func visitLine(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ scratch: ScratchArena,
        _ body: (Timestamp, UnsafePointer<UInt8>) -> Void
    ) {
        scratch.reset()
        var parser = EventParser(scratch: scratch)
        var scanner = JSONScanner(start, to: end, allowsLineFeed: false)
        var record = EventRecord.empty
        scanner.skipWhiteSpace()
        guard scanner.position < end, parser.parse(&scanner, into: &record) == .event else {
            return
        }
        scanner.skipWhiteSpace()
        if scanner.position >= end { body(record.at, start) }
    }

    private static func visitElements(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ scratch: ScratchArena,
        _ body: (Timestamp, UnsafePointer<UInt8>) -> Void
    ) {
        var scanner = JSONScanner(start, to: end, allowsLineFeed: true)
        while true {
            scratch.reset()
            scanner.skipWhiteSpace()
            if scanner.position < end, "[,".utf8.contains(scanner.byte) { scanner.position += 1 }
            scanner.skipWhiteSpace()
            guard scanner.position < end, scanner.byte == UInt8(ascii: "{") else { return }
            var parser = EventParser(scratch: scratch)
            var record = EventRecord.empty
            let first = scanner.position
            switch parser.parse(&scanner, into: &record) {
            case .event: body(record.at, first)
            case .invalid: continue
            case .broken: return
            }
        }
    }
}
