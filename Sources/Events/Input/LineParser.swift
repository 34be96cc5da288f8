internal import JSONText
internal import Payments
internal import SourceText

/// Parses whole lines of NDJSON into a block.
package struct LineParser: ~Copyable {
    private var parser: EventParser
    private let block: ParsedBlock
    private let records: UnsafeMutablePointer<GrowingBuffer<EventRecord>>
    private let known: UnsafeMutablePointer<KnownLines>
    private let end: Int64
    private let earliest: Int64
    private let file: Int32
    private let hash: IdentifierHash
    private let resultUse: ResultUse
    /// How many refused events of the block are explained.
    private let explained: Int
    private var lineCount = 0
    private var statistics = StreamStatistics()

    package init(into block: ParsedBlock, explained: Int, known: UnsafeMutablePointer<KnownLines>) {
        self.block = block
        self.explained = explained
        records = block.records
        self.known = known
        end = block.end
        earliest = block.earliest
        file = block.fileNumber
        hash = block.hash
        resultUse = block.resultUse
        parser = EventParser(scratch: block.scratch)
    }

    /// Parses the block's text, which ends after a line feed or where the input ends.
    package mutating func parse() {
        let textEnd = block.text.base + block.text.count
        var scanner = JSONScanner(block.text.base, to: textEnd, allowsLineFeed: false)
        var start = block.text.base
        var record = records.pointee.appendUninitialized()
        while start < textEnd {
            lineCount += 1
            if let next = parseKnown(start, to: textEnd, record) {
                let text = ByteSlice(base: start, count: next - start)
                start = next
                if complete(record, text) { record = records.pointee.appendUninitialized() }
                continue
            }
            scanner.position = start
            scanner.skipWhiteSpace()
            if scanner.byte == ASCII.lineFeed || scanner.position == textEnd {
                start = scanner.position + 1
                continue
            }
            let lineStart = start
            var isTaken = parseLine(&scanner, record)
            if isTaken {
                known.pointee.learnAll(from: start, to: scanner.position + 1, textEnd, record)
                start = scanner.position + 1
            } else {
                (start, isTaken) = parseSlowly(from: start, to: textEnd, record)
                scanner.fault = nil
                scanner.loneSurrogate = nil
            }
            let text = ByteSlice(base: lineStart, count: start - lineStart)
            if isTaken, complete(record, text) { record = records.pointee.appendUninitialized() }
        }
        records.pointee.removeLast()
        block.lineCount = lineCount
        statistics.refused = block.statistics.refused
        block.statistics = statistics
    }

    /// Whether a valid event may be one of this stream.
    @inline(__always)
    private func isWithin(_ record: UnsafePointer<EventRecord>, _ bytes: Int) -> Bool {
        record.pointee.at.nanoseconds >= earliest && bytes <= EventLimits.eventBytes
    }

    /// Parses the event at `start` if it is like one that came before.
    ///
    /// - Returns: where the next line begins; nil, which says nothing of the line, if it is not.
    @inline(__always)
    private mutating func parseKnown(
        _ start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
        _ record: UnsafeMutablePointer<EventRecord>
    ) -> UnsafePointer<UInt8>? {
        if case .plain(let next) = parser.readLayout(start, to: end, known, into: record),
            isWithin(record, next - start)
        {
            return next
        }
        return parseShape(start, to: end, record)
    }

    @inline(never)
    private mutating func parseShape(
        _ start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
        _ record: UnsafeMutablePointer<EventRecord>
    ) -> UnsafePointer<UInt8>? {
        guard case .plain(let next) = parser.readShape(start, to: end, known, into: record),
            isWithin(record, next - start)
        else { return nil }
        known.pointee.learnLayout(from: start, to: next, record)
        return next
    }

    /// Completes and counts the valid event in `text`; true if it is one of a payment that is to be
    /// applied.
    @inline(__always)
    private mutating func complete(
        _ record: UnsafeMutablePointer<EventRecord>, _ text: ByteSlice
    ) -> Bool {
        record.pointee.line = lineCount
        record.pointee.file = file
        record.pointee.hash = hash(record.pointee.payment)
        return statistics.take(record, end: end) && resultUse.takes(record, text)
    }

    /// Parses the event at the scanner's position up to the end of its line; false if it is invalid.
    @inline(__always)
    private mutating func parseLine(
        _ scanner: inout JSONScanner, _ record: UnsafeMutablePointer<EventRecord>
    ) -> Bool {
        let start = scanner.position
        guard parser.parse(&scanner, into: record) == .event,
            isWithin(record, scanner.position - start)
        else { return false }
        scanner.skipWhiteSpace()
        return scanner.byte == ASCII.lineFeed || scanner.position == scanner.end
    }

    /// Parses one line by itself, and refuses it with its reasons if it is invalid.
    ///
    /// - Returns: where the next line begins, and whether the line was an event after all.
    @inline(never)
    private mutating func parseSlowly(
        from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
        _ record: UnsafeMutablePointer<EventRecord>
    ) -> (next: UnsafePointer<UInt8>, isEvent: Bool) {
        let lineFeed = Memory.lineFeed(from: start, to: end) ?? end
        var count = lineFeed - start
        if count > 0, start[count - 1] == ASCII.carriageReturn { count -= 1 }
        let line = ByteSlice(base: start, count: count)
        let findings = refusal(of: line, record)
        if let findings {
            block.refuse(RefusedEvent(text: line, line: lineCount, findings: findings))
        }
        return (lineFeed + 1, findings == nil)
    }

    /// Why the line is invalid, nil if it is an event after all.
    private mutating func refusal(
        of line: ByteSlice, _ record: UnsafeMutablePointer<EventRecord>
    ) -> [EventFinding]? {
        let isExplained = block.explains(limit: explained)
        var scanner = JSONScanner(line.base, to: line.base + line.count, allowsLineFeed: false)
        if let offset = UTF8Bytes.firstInvalidOffset(in: line.buffer) {
            guard isExplained else { return [] }
            return [.broken(JSONFault(.notUTF8, line.base + offset), in: scanner)]
        }
        scanner.skipWhiteSpace()
        let value = scanner.position
        if parseLine(&scanner, record) { return nil }
        guard isExplained else { return [] }
        if scanner.fault == nil, scanner.position < scanner.end {
            scanner.skipWhiteSpace()
            if scanner.position < scanner.end { _ = scanner.fail(.trailingContent) }
        }
        if let fault = scanner.fault { return [EventFinding.broken(fault, in: scanner)] }
        let text = ByteSlice(base: value, count: scanner.position - value)
        return parser.findings(
            in: text, loneSurrogate: scanner.loneSurrogate, earliest: earliest)
    }
}

extension StreamStatistics {
    /// Counts a valid event; true if it is one of a payment up to `end`.
    @inline(__always)
    mutating func take(_ record: UnsafeMutablePointer<EventRecord>, end: Int64) -> Bool {
        note(record.pointee.type, at: record.pointee.at)
        if record.pointee.at.nanoseconds > end {
            afterEnd += 1
            return false
        }
        if record.pointee.type == .clockAdvanced {
            clockAdvances += 1
            return false
        }
        return true
    }
}

extension EventFinding {
    /// The fault that `scanner` has found. Nothing is quoted: it may be a secret.
    static func broken(_ fault: JSONFault, in scanner: JSONScanner) -> EventFinding {
        let text = scanner.text(of: fault, isQuoting: false)
        let left = scanner.end - fault.position
        let isJSON = text.category != .encoding
        return EventFinding(
            isJSON ? .eventJSON : .eventEncoding,
            isJSON ? "the JSON is broken: \(text.message)" : text.message, hint: text.hint,
            at: ByteSlice(base: fault.position, count: max(0, min(1, left))))
    }
}
