internal import JSONText

/// Reads a `gateway.result` that was found valid once more, for what is signed of it. Only where
/// signatures matter is it read twice: other replays keep nothing for this.
package struct ResultReader: ~Copyable {
    private var event = ScannedEvent()
    private let decoder: EventDecoder
    private let scratch = ScratchArena(chunkBytes: 1 << 14)
    /// What is signed of the result that was read last.
    package private(set) var text = SignedText()

    package init() {
        decoder = EventDecoder(scratch: scratch)
    }

    /// What else is known of a result.
    package struct Found {
        /// The decoded signature; nil if there is none.
        package let signature: ByteSlice?
        /// The signature's value as it stands in the text, with its quotes; nil if there is none.
        package let signatureToken: ByteSlice?
        /// Behind the last member of the object.
        package let membersEnd: UnsafePointer<UInt8>
    }

    /// Reads the valid result at the start of `line`, and makes its signed `text`. What is found
    /// stays until the next result is read.
    package mutating func read(_ line: ByteSlice) -> Found {
        scratch.reset()
        var scanner = JSONScanner(line.base, to: line.base + line.count, allowsLineFeed: true)
        scanner.skipWhiteSpace()
        let isObject = scanner.scanEvent(into: &event, scratch: scratch)
        precondition(isObject, "a valid event is read a second time")
        makeText()
        let signature = event.given.contains(.signature) ? event[.signature] : nil
        return Found(
            signature: signature.flatMap { decoder.text($0) }, signatureToken: signature?.token,
            membersEnd: Self.membersEnd(before: scanner.position - 1))
    }

    private mutating func makeText() {
        text.removeAll()
        for field in SignedField.allCases {
            switch field {
            case .at: append(field, .at)
            case .attempt: append(field, .attempt)
            case .errorCode:
                guard let error, error.hasCode else { continue }
                text.append(field, (error.code ?? .empty).buffer)
            case .errorMessage:
                guard let error, error.hasMessage else { continue }
                text.append(field, (error.message ?? .empty).buffer)
            case .id: append(field, .id)
            case .outcome: append(field, .outcome)
            case .payment: append(field, .payment)
            case .type: append(field, .type)
            }
        }
    }

    private var error: ErrorMembers? {
        event.given.contains(.error) ? decoder.errorMembers(event[.error]) : nil
    }

    @inline(__always)
    private mutating func append(_ signed: SignedField, _ field: EventField) {
        guard event.given.contains(EventFields(field)), let value = decoder.text(event[field])
        else { return }
        text.append(signed, value.buffer)
    }

    /// Where the last member ends, in front of the object's closing brace and of white space before
    /// it.
    private static func membersEnd(before brace: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var end = brace
        while (end - 1).pointee <= 0x20 { end -= 1 }
        return end
    }
}
