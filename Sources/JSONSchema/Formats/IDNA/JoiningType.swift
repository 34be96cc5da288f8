import RegularExpressions

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

    private static let joinsNext = scalars("Dual_Joining").union(scalars("Left_Joining"))
    private static let joinsPrevious = scalars("Dual_Joining").union(scalars("Right_Joining"))
    private static let transparent = scalars("Transparent")

    /// The scalars whose `Joining_Type` has this value.
    static func scalars(_ value: Substring) -> ScalarSet { table.scalars(named: value) ?? .empty }

    private static let table = UnicodeTable(PackageResources.joining_types_txt)
}
