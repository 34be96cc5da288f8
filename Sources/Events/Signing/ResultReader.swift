internal import JSONText

/// Reads once more a `gateway.result` that was found valid, for what is signed of it. Only where
/// signatures matter is it read twice.
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
        /// The signature's value as it is written, with its quotes; nil if there is none.
        package let signatureToken: ByteSlice?
        /// After the last member of the object.
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
        let error = event.given.contains(.error) ? decoder.errorMembers(event[.error]) : nil
        for signed in SignedField.allCases where event.given.contains(signed.field) {
            let value: ByteSlice? =
                switch signed.member {
                case nil: decoder.text(event[signed.field])
                case .code: error.flatMap { $0.hasCode ? $0.code ?? .empty : nil }
                case .message: error.flatMap { $0.hasMessage ? $0.message ?? .empty : nil }
                }
            if let value { text.append(signed, value.buffer) }
        }
    }

    /// Where the last member ends, in front of the object's closing brace and of white space before
    /// it.
    private static func membersEnd(before brace: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var end = brace
        while (end - 1).pointee <= 0x20 { end -= 1 }
        return end
    }
}
