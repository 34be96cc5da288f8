import Documents

/// One schema or keyword that refuses a value.
public struct OutputUnit: Sendable {
    /// The JSON Pointer of the way from the root schema, through references.
    public let keywordLocation: String
    /// The URI of the keyword; nil where the schema has none, as a settings form.
    public let absoluteKeywordLocation: String?
    /// The JSON Pointer of the value.
    public let instanceLocation: String
    /// What is wrong. Never shows the value of a secret.
    public let error: String
    /// The number of units that this one is within.
    public internal(set) var depth: Int
    /// Whether there is nothing within, as it is a keyword that refuses the value itself.
    let isFinal: Bool

    var size: Int {
        keywordLocation.utf8.count + (absoluteKeywordLocation?.utf8.count ?? 0)
            + instanceLocation.utf8.count + error.utf8.count
    }
}

extension OutputUnit {
    /// What a document that cannot be read, and so is not valid, has for a result.
    public static func unreadable(_ error: String) -> OutputUnit {
        OutputUnit(
            keywordLocation: "", absoluteKeywordLocation: nil, instanceLocation: "", error: error,
            depth: 0, isFinal: true)
    }

    /// An error of the validation of `instance`, which was given up.
    static func limit(_ failure: Failure, of instance: Node, depth: Int) -> OutputUnit {
        let pointer = failure.instance.pointer.utf8.dropFirst(instance.pointer.utf8.count)
        return OutputUnit(
            keywordLocation: "", absoluteKeywordLocation: nil,
            instanceLocation: String(decoding: pointer, as: UTF8.self), error: failure.message,
            depth: depth, isFinal: true)
    }

    /// A tree, each unit before those within it, without the inner units that have only one
    /// other directly within them.
    static func condensed(_ tree: [OutputUnit]) -> [OutputUnit] {
        var counts = [Int](repeating: 0, count: tree.count)
        var path: [Int] = []
        for (index, unit) in tree.enumerated() {
            path.removeLast(path.count - min(unit.depth, path.count))
            if let outer = path.last { counts[outer] += 1 }
            path.append(index)
        }
        path = []
        var result: [OutputUnit] = []
        var kept: [Bool] = []
        for (unit, count) in zip(tree, counts) {
            kept.removeLast(kept.count - min(unit.depth, kept.count))
            let isKept = count != 1 || unit.depth == 0
            if isKept {
                var unit = unit
                unit.depth = kept.count { $0 }
                result.append(unit)
            }
            kept.append(isKept)
        }
        return result
    }
}
