internal import Events
internal import SourceText

/// How many signatures of the results of known attempts were what.
struct SignatureTally: BitwiseCopyable, Equatable {
    var valid = 0
    /// Given and wrong, or given where there is no key.
    var invalid = 0
    /// Not given.
    var missing = 0

    /// Adds the counts of another part of the results.
    mutating func add(_ other: SignatureTally) {
        valid += other.valid
        invalid += other.invalid
        missing += other.missing
    }

    var isEmpty: Bool { self == SignatureTally() }
}

extension SignatureTally {
    typealias Row = CheckpointHead.ConnectorSignatures

    /// What a checkpoint says of signatures: those before the replay, and the parts of this one, by
    /// the index of the connector; in the order of the connectors' identifiers.
    static func rows(_ request: ReplayRequest, _ parts: [[SignatureTally]]) -> [Row] {
        let before = request.resume?.head.signatures ?? []
        var sums: [ExactText: SignatureTally] = [:]
        for row in before {
            sums[ExactText(row.connector), default: SignatureTally()].add(row.tally)
        }
        for part in parts {
            for (connector, tally) in zip(request.setup.connectors, part) where !tally.isEmpty {
                sums[ExactText(connector.id), default: SignatureTally()].add(tally)
            }
        }
        return sums.map { Row(connector: $0.key.text, tally: $0.value) }
            .sorted { ByteOrder.precedes($0.connector, $1.connector) }
    }
}

extension ReplayTally {
    /// Adds what signatures were before a checkpoint; those of connectors that are not configured
    /// any more are in no row.
    mutating func add(_ rows: [SignatureTally.Row], _ setup: ReplaySetup) {
        var sums = setup.connectors.map { _ in SignatureTally() }
        for row in rows {
            let index = setup.connectors.firstIndex { ByteOrder.equal($0.id, row.connector) }
            if let index { sums[index].add(row.tally) }
        }
        add(signatures: sums)
    }
}
