internal import JSONText
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
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            write(to: &json) { _ in nil }
        }
    }

    /// The list, with the number of steps that violate an invariant where somebody looked.
    static func write(to json: inout JSONWriter, violations: (Invariant) -> Int?) {
        json.list("invariants", Invariant.allCases) { invariant, json in
            json.object { json in
                json.text("invariant", invariant.name)
                json.text("sentence", invariant.sentence)
                if let count = violations(invariant) { json.number("violations", count) }
            }
        }
    }
}
