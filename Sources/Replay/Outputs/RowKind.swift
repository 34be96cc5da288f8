internal import Payments

/// The files that have rows for each payment.
enum RowKind: CaseIterable {
    case states, anomalies, trace, checkpoint

    /// Whether the replay is to write it.
    func isWanted(_ request: ReplayRequest) -> Bool {
        switch self {
        case .states, .anomalies: true
        case .trace: request.keepsTrace
        case .checkpoint: request.checkpointPath != nil
        }
    }

    /// Whether the rows are a list in an object, with a comma after each but the last.
    var isList: Bool {
        switch self {
        case .states, .anomalies: true
        case .trace, .checkpoint: false
        }
    }

    /// The name of the file among the outputs and what precedes its rows; nil for one that is
    /// written elsewhere.
    func output(_ clock: Timestamp?) -> (name: String, head: [UInt8])? {
        switch self {
        case .states: ("states.json", Self.head("payments", clock))
        case .anomalies: ("anomalies.json", Self.head("anomalies", clock))
        case .trace: ("trace.ndjson", [])
        case .checkpoint: nil
        }
    }

    private static func head(_ name: StaticString, _ clock: Timestamp?) -> [UInt8] {
        var buffer = OutputBuffer()
        buffer.appendHead(name, clock)
        return Array(buffer.bytes)
    }
}
