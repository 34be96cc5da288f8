/// Which letters join their neighbours, as those of Arabic do.
enum JoiningType {
    /// Whether a non-joiner is where it breaks a join: letters that join it on both sides, with
    /// nothing but marks between (RFC 5892, appendix A.1).
    static func isJoin(_ label: [UInt32], at index: Int) -> Bool {
        guard let before = label[..<index].last(where: { !transparent.contains($0) }),
            let after = label[(index + 1)...].first(where: { !transparent.contains($0) })
        else { return false }
        return joinsNext.contains(before) && joinsPrevious.contains(after)
    }

    private static let joinsNext = JoiningRuns(of: dualJoining + " " + leftJoining)
    private static let joinsPrevious = JoiningRuns(of: dualJoining + " " + rightJoining)
    private static let transparent = JoiningRuns(of: transparentJoining)
}

/// A set of code points that is asked seldom.
private struct JoiningRuns: Sendable {
    let runs: [ClosedRange<UInt32>]

    /// The runs that a table lists: `41-5A AA`.
    init(of table: String) {
        runs = table.split(separator: " ").compactMap { run in
            let bounds = run.split(separator: "-").compactMap { UInt32($0, radix: 16) }
            guard let first = bounds.first, let last = bounds.last else { return nil }
            return first...last
        }
    }

    func contains(_ scalar: UInt32) -> Bool { runs.contains { $0.contains(scalar) } }
}
