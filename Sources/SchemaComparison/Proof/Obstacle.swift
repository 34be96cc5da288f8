import Documents
import JSONSchema

/// A rule of the new schema that could not be shown to hold for all that the old schema accepts.
struct Obstacle {
    /// The keyword of the new schema.
    let keyword: String
    /// Its value in the new schema; the schema itself where it is `false`.
    let node: Node
    /// Why it is not shown.
    let why: String
    /// Values that the old schema seems to accept and the new one to refuse, where examples are
    /// looked for.
    var witnesses: [Sample] = []

    init(_ keyword: String, _ node: Node, _ why: String, witnesses: [Sample] = []) {
        self.keyword = keyword
        self.node = node
        self.why = why
        self.witnesses = witnesses
    }

    init(_ keyword: Keyword, _ node: Node, _ why: String) {
        self.init(keyword.name, node, why)
    }

    /// A schema that accepts nothing.
    static func never(_ node: Node) -> Obstacle {
        Obstacle(
            node.key?.string ?? node.parent?.key?.string ?? "false", node,
            "it is not known whether such a value can occur")
    }

    /// Where a proof ends because it takes too long.
    static func limit(_ node: Node, _ what: String) -> Obstacle {
        Obstacle(node.key?.string ?? "$schema", node, "the comparison takes too \(what)")
    }
}
