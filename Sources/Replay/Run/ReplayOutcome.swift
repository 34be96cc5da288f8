internal import Events
internal import Payments
public import SourceText

/// How a replay ended.
public enum ReplayOutcome {
    case finished(ReplayResult)
    /// Input was invalid, and nothing must be written.
    case refused(ReplayRefusal)
}

/// Why a replay was refused.
public struct ReplayRefusal: Sendable {
    /// The findings about the first invalid events and about arrays broken as JSON; last, where
    /// there are more events, a note of their number.
    public let diagnostics: [Diagnostic]
    /// The number of further invalid events.
    public let unreportedEvents: Int
    /// Whether the events would be replayed without the invalid ones: not where an array is broken.
    public var canBeQuarantined = true
}

extension StreamEngine.Ending {
    /// Why nothing must be written; nil if all is well.
    var refusal: ReplayRefusal? {
        var rejections = rejections
        for array in broken { rejections.take(array) }
        guard !broken.isEmpty || rejections.endsTheReplay else { return nil }
        var refusal = rejections.refusal
        refusal.canBeQuarantined = broken.isEmpty
        return refusal
    }

    /// Where the clock stops; nil for a stream without events and without `--until`.
    func end(_ request: ReplayRequest) -> Timestamp? { request.until ?? statistics.latest }
}
