internal import JSONText
internal import Payments
internal import SourceText

/// Parses one JSON array of events, piece by piece, into blocks.
package struct ArrayParser: ~Copyable {
    private let start: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private let explained: Int
    private var scanner: JSONScanner
    private var state = State.beforeArray
    /// Where the element begins that is broken as JSON.
    private var brokenElement: UnsafePointer<UInt8>?
    /// The number of line feeds before `counted`.
    private var linesBefore = 0
    private var counted: UnsafePointer<UInt8>
    /// Enough events for a round of work.
    private static let blockBytes = 256 * 1024

    private enum State {
        case beforeArray, beforeElement, done
    }

    /// What ends the reading of an array that is broken as JSON.
    package struct Broken {
        package let finding: EventFinding
        package let line: Int
        /// From the start of the element that is broken to the end of the input; empty where the fault is
        /// in none.
        package let element: ByteSlice
    }

    package init(_ text: ByteSlice, explained: Int) {
        start = text.base
        end = text.base + text.count
        counted = text.base
        self.explained = explained
        scanner = JSONScanner(text.base, to: text.base + text.count, allowsLineFeed: true)
    }

    /// Whether the whole array has been read.
    package var isDone: Bool { state == .done }

    /// Parses the next elements into `block`, whose lines are then counted from the file's start.
    ///
    /// - Returns: nil, or why the array is broken.
    package mutating func parse(into block: ParsedBlock) -> Broken? {
        let first = scanner.position
        let broken = parseElements(into: block)
        block.text = ByteSlice(base: first, count: scanner.position - first)
        return broken
    }

    private mutating func parseElements(into block: ParsedBlock) -> Broken? {
        if state == .beforeArray {
            if let broken = open() { return broken }
        }
        var parser = EventParser(scratch: block.scratch)
        let limit = scanner.position + min(Self.blockBytes, end - scanner.position)
        while state == .beforeElement {
            guard element(&parser, block), separator() else { return broken() }
            if scanner.position >= limit { break }
        }
        return nil
    }

    private mutating func open() -> Broken? {
        scanner.skipWhiteSpace()
        guard scanner.byte == UInt8(ascii: "[") else {
            _ = scanner.fail(.wantsArray)
            return broken()
        }
        scanner.position += 1
        scanner.skipWhiteSpace()
        state = .beforeElement
        guard scanner.byte == UInt8(ascii: "]") else { return nil }
        return finish() ? nil : broken()
    }

    /// Parses an element; false if it is broken as JSON.
    private mutating func element(_ parser: inout EventParser, _ block: ParsedBlock) -> Bool {
        let first = scanner.position
        let line = line(of: first)
        let record = block.records.pointee.appendUninitialized()
        scanner.loneSurrogate = nil
        var isTaken = false
        var verdict = parser.parse(&scanner, into: record)
        let isOutside =
            record.pointee.at.nanoseconds < block.earliest
            || scanner.position - first > EventLimits.eventBytes
        if verdict == .event, isOutside { verdict = .invalid }
        switch verdict {
        case .event:
            record.pointee.line = line
            record.pointee.file = block.fileNumber
            record.pointee.hash = block.hash(record.pointee.payment)
            let text = ByteSlice(base: first, count: scanner.position - first)
            isTaken =
                block.statistics.take(record, end: block.end)
                && block.resultUse.takes(record, text)
        case .broken:
            brokenElement = first
            block.records.pointee.removeLast()
            return false
        case .invalid:
            let text = ByteSlice(base: first, count: scanner.position - first)
            let isExplained = block.explains(limit: explained)
            let findings =
                isExplained
                ? parser.findings(
                    in: text, loneSurrogate: scanner.loneSurrogate, earliest: block.earliest) : []
            block.refuse(RefusedEvent(text: text, line: line, findings: findings))
        }
        if !isTaken { block.records.pointee.removeLast() }
        return true
    }

    /// Skips what is between two elements, or ends the array.
    private mutating func separator() -> Bool {
        scanner.skipWhiteSpace()
        switch scanner.byte {
        case UInt8(ascii: ","):
            scanner.position += 1
            scanner.skipWhiteSpace()
            return true
        case UInt8(ascii: "]"): return finish()
        default: return scanner.fail(.wantsCommaOrBracket)
        }
    }

    private mutating func finish() -> Bool {
        scanner.position += 1
        scanner.skipWhiteSpace()
        state = .done
        return scanner.position == end || scanner.fail(.trailingContent)
    }

    private mutating func broken() -> Broken {
        state = .done
        guard let fault = scanner.fault else {
            preconditionFailure("the scanner says why it stopped")
        }
        let isUTF8 = !isNotUTF8(fault.position)
        return broken(
            .broken(isUTF8 ? fault : JSONFault(.notUTF8, fault.position), in: scanner))
    }

    private mutating func broken(_ finding: EventFinding) -> Broken {
        let element = brokenElement ?? finding.text.base
        return Broken(
            finding: finding, line: line(of: finding.text.base),
            element: ByteSlice(base: element, count: brokenElement == nil ? 0 : end - element))
    }

    /// Whether `position` does not begin a UTF-8 character, so that the fault is not one of JSON.
    private func isNotUTF8(_ position: UnsafePointer<UInt8>) -> Bool {
        let count = min(4, end - position)
        return UTF8Bytes.firstInvalidOffset(
            in: UnsafeBufferPointer(start: position, count: max(0, count))) == 0
    }

    /// The 1-based line of `position`; positions come in order, except where reading ends.
    private mutating func line(of position: UnsafePointer<UInt8>) -> Int {
        if position > counted {
            linesBefore += Memory.lineFeedCount(from: counted, to: position)
            counted = position
            return linesBefore + 1
        }
        return linesBefore - Memory.lineFeedCount(from: position, to: counted) + 1
    }
}
