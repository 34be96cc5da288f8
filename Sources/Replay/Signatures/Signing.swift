internal import Events
public import Files

/// How the signing of a stream ended.
public enum SigningOutcome: Sendable {
    case signed(SigningResult)
    /// Input was invalid, and nothing was written.
    case refused(ReplayRefusal)
}

/// What was signed.
public struct SigningResult: Sendable, Equatable {
    /// The number of all events.
    public var events = 0
    /// The number of results that have a signature now.
    public var signed = 0
    /// The number of results whose attempt is not known, or whose attempt's method is not
    /// configured.
    public var withoutConnector = 0
    /// The number of results whose connector has no key.
    public var withoutKey = 0

    /// The number of results that were left as they are.
    public var unsigned: Int { withoutConnector + withoutKey }
}

extension Replay {
    /// Writes the inputs, one after the other, with a signature on every result whose connector
    /// has a key. Every other byte stays as it is. The stream is read twice: its attempts are
    /// found, then results are signed.
    ///
    /// - Parameter write: takes the next bytes; false ends the writing.
    /// - Throws: `ReplayFailure` if a file cannot be read or written.
    public static func sign(
        _ request: ReplayRequest, with keys: SignatureKeys,
        write: @escaping (UnsafeRawBufferPointer) throws(FileError) -> Bool
    ) throws(ReplayFailure) -> SigningOutcome {
        let hash = IdentifierHash()
        var request = request
        request.signatureKeys = keys
        let attempts: KnownAttempts
        switch try KnownAttempts.find(request, hash) {
        case .found(let found): attempts = found
        case .refused(let refusal): return .refused(refusal)
        }
        let signer = StreamSigner(keys, attempts, write)
        // One shard: the blocks come in stream order.
        let stream = try ReplayFailure.catching { () throws(FileError) in
            try StreamEngine(request, shardCount: 1, hash).run { block, _ throws(FileError) in
                try signer.take(block)
            }
        }
        if let refusal = stream.refusal { return .refused(refusal) }
        try ReplayFailure.catching { () throws(FileError) in try signer.finish() }
        signer.result.events = stream.statistics.total
        return .signed(signer.result)
    }
}
