/// What is signed of a result, and its signature: for callers that look at single events. A replay
/// reads both from the event's text.
public struct SignedResult: Sendable, Equatable {
    public let text: [UInt8]
    /// Nil if it has none.
    public let signature: [UInt8]?

    public init(text: [UInt8], signature: [UInt8]?) {
        self.text = text
        self.signature = signature
    }
}

extension ResultReader {
    /// What is signed of the valid result at the start of `line`.
    package mutating func signedResult(_ line: ByteSlice) -> SignedResult {
        let signature = read(line).signature
        return SignedResult(text: text.bytes, signature: signature.map { Array($0.buffer) })
    }
}
