internal import Documents
internal import Payments

/// The invariants with their sentences.
public enum InvariantList {
    /// For people: the names, each with its sentence.
    public static var text: String {
        var table = TextTable()
        for invariant in Invariant.allCases { table.append([invariant.name, invariant.sentence]) }
        return table.text
    }

    /// As one JSON object.
    public static var json: [UInt8] {
        var object = JSONObjectWriter()
        object.number("formatVersion", 1)
        object.list("invariants", Invariant.allCases) { $1 += row($0, violations: nil) }
        return object.end() + [UInt8(ascii: "\n")]
    }

    /// One invariant, with the number of steps that violate it where somebody looked.
    static func row(_ invariant: Invariant, violations: Int?) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("invariant", invariant.name)
        object.text("sentence", invariant.sentence)
        if let violations { object.number("violations", violations) }
        return object.end()
    }
}
