import SourceText

/// The scanning core: one pass over valid UTF-8, from bytes to nodes. It keeps its place in a state
/// instead of a call stack; what is open is the builder's.
struct JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    let source: SourceText
    let limits: DocumentLimits
    var position: Int
    var builder: DocumentBuilder
    var diagnostics: [Diagnostic] = []
    /// Whether the text has no certain meaning.
    var isBroken = false
    /// Whether the scanner cannot go on.
    var isStopped = false
    /// Decoded text of a string with escapes; kept to be filled again.
    var scratch: [UInt8] = []

    /// What the grammar wants next.
    enum Expectation {
        case value, firstElement, firstKey, key, afterValue, done
    }

    /// - Parameter bytes: the whole source; only those in `range` are looked at.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, source: SourceText,
        limits: DocumentLimits
    ) {
        self.bytes = bytes
        self.source = source
        self.limits = limits
        position = range.lowerBound
        end = range.upperBound
        builder = DocumentBuilder(source: source, expectedNodes: min(range.count / 10 + 4, 1 << 22))
    }

    mutating func scan() {
        var expectation = Expectation.value
        skipWhitespace()
        if position == end { return fail(.jsonEmpty, JSONMessages.empty, at: position) }
        while expectation != .done {
            expectation = step(expectation)
            if isStopped { return }
            skipWhitespace()
        }
        if position < end { failTrailing() }
    }

    consuming func result() -> (document: Document?, diagnostics: [Diagnostic]) {
        if diagnostics.count > 1 {
            diagnostics.sort { $0.span.range.start < $1.span.range.start }
        }
        return (isBroken ? nil : builder.finish(), diagnostics)
    }

    private mutating func step(_ expectation: Expectation) -> Expectation {
        guard position < end else {
            failTruncated(expectation)
            return .done
        }
        let byte = bytes[position]
        switch expectation {
        case .value: return value(byte)
        case .firstElement: return byte == UInt8(ascii: "]") ? close() : value(byte)
        case .firstKey: return byte == UInt8(ascii: "}") ? close() : key(byte)
        case .key: return key(byte)
        case .afterValue: return afterValue(byte)
        case .done: return .done
        }
    }

    private mutating func value(_ byte: UInt8) -> Expectation {
        switch byte {
        case UInt8(ascii: "{"): return open(.object, .firstKey)
        case UInt8(ascii: "["): return open(.array, .firstElement)
        case ASCII.quote: scanString()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): scanNumber()
        case UInt8(ascii: "t") where take("true"): builder.append(true, last(4))
        case UInt8(ascii: "f") where take("false"): builder.append(false, last(5))
        case UInt8(ascii: "n") where take("null"): builder.appendNull(last(4))
        default: failAtValue()
        }
        return builder.depth == 0 ? .done : .afterValue
    }

    private mutating func key(_ byte: UInt8) -> Expectation {
        guard byte == ASCII.quote else {
            failAtKey()
            return .done
        }
        scanString()
        if isStopped { return .done }
        skipWhitespace()
        guard position < end, bytes[position] == UInt8(ascii: ":") else {
            failExpecting("`:` and a value after the key")
            return .done
        }
        position += 1
        return .value
    }

    private mutating func afterValue(_ byte: UInt8) -> Expectation {
        let inObject = builder.expectsKey
        if byte == UInt8(ascii: ",") {
            position += 1
            return inObject ? .key : .value
        }
        if byte == (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return close() }
        failAfterValue()
        return .done
    }

    private mutating func open(_ kind: Node.Kind, _ next: Expectation) -> Expectation {
        guard builder.depth < limits.jsonDepth else {
            failDepth()
            return .done
        }
        builder.begin(kind, at: position)
        position += 1
        return next
    }

    private mutating func close() -> Expectation {
        if bytes[position] == UInt8(ascii: "}") { reportRepeatedKeys() }
        position += 1
        builder.endContainer(at: position)
        return builder.depth == 0 ? .done : .afterValue
    }

    /// Moves behind `word` if it stands here as a whole.
    private mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard end - position >= count else { return false }
        for index in 0..<count where bytes[position + index] != word.utf8Start[index] {
            return false
        }
        position += count
        return true
    }

    private func last(_ count: Int) -> SourceRange {
        SourceRange(start: position - count, end: position)
    }

    mutating func skipWhitespace() {
        while position < end {
            switch bytes[position] {
            case ASCII.space, ASCII.lineFeed, ASCII.carriageReturn, ASCII.tab: position += 1
            default: return
            }
        }
    }
}
