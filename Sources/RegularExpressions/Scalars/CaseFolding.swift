/// Which scalars are the same under the flag `i`: those with the same simple case folding (Unicode,
/// `CaseFolding.txt`, status C and S), as ECMA-262 says for the flag `u`.
enum CaseFolding {
    /// What a scalar is folded to: the same for all that differ in case only.
    static func fold(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return (0x41...0x5A).contains(value) ? value | 0x20 : value }
        return exceptions[value] ?? folded(value)
    }

    /// The set with all scalars that differ from one of its own in case only.
    static func closure(of set: ScalarSet) -> ScalarSet {
        let size = set.runs.reduce(0) { $0 + $1.count }
        let equal =
            size <= few
            ? set.runs.joined().compactMap { classes[fold($0)] }
            : classes.values.filter { $0.contains(where: set.contains) }
        return ScalarSet(set.runs + equal.joined().map { $0...$0 })
    }

    /// Up to this many scalars, looking up each is faster than going through all classes.
    private static let few = 256

    /// Where the simple mappings of the standard library say something else than `CaseFolding.txt`: the
    /// dotless i has no folding, and the others, whose capitals are two letters, have one.
    private static let exceptions: [UInt32: UInt32] = [
        0x131: 0x131, 0x1FD3: 0x390, 0x1FE3: 0x3B0, 0xFB05: 0xFB06,
    ]

    private static func folded(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        let upper = single(scalar.properties.uppercaseMapping) ?? scalar
        return (single(upper.properties.lowercaseMapping) ?? upper).value
    }

    private static func single(_ mapping: String) -> Unicode.Scalar? {
        mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
    }

    /// The scalars with the same folding, where there are several, by what they are folded to; found when
    /// they are first asked for.
    private static let classes: [UInt32: [UInt32]] = {
        var members: [UInt32: [UInt32]] = [:]
        for run in UniformRuns() {
            guard run.count == 1, let scalar = Unicode.Scalar(run.lowerBound) else { continue }
            let properties = scalar.properties
            guard properties.changesWhenCaseMapped || properties.changesWhenCaseFolded else {
                continue
            }
            members[fold(scalar.value), default: []].append(scalar.value)
        }
        return members.filter { $0.value.count > 1 }
    }()
}
