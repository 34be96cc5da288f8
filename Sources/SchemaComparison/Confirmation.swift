import Documents
import JSONSchema
import JSONText
import SourceText

/// Examples that were confirmed, by validation under both schemas.
struct Confirmation {
    private let old: Schema
    private let new: Schema
    private var found: [NodeID: SchemaComparison.Breaking] = [:]
    private var seen: Set<Sample> = []
    /// The values that could not be validated; a few are enough to stop.
    private var failed = 0

    init(old: Schema, new: Schema) {
        self.old = old
        self.new = new
    }

    /// Notes what the new schema says of a value that the old one accepts. The shortest example of
    /// each rule is kept.
    mutating func add(_ sample: Sample) {
        guard failed < 4, seen.insert(sample).inserted, let node = sample.node,
            old.isValid(node)
        else { return }
        let failures = new.failures(of: node)
        guard !failures.contains(where: { $0.keyword == "limit" }) else {
            failed += 1
            return
        }
        let disclosures = [old, new].map { $0.disclosure(of: node, hiding: .secrets) }
        for failure in failures {
            let id = NodeID(failure.schema)
            if let known = found[id], known.example.utf8.count <= sample.text.count { continue }
            found[id] = Self.breaking(failure, node, disclosures)
        }
    }

    /// The example is a made-up value, but may be made of a constant or default that is secret.
    private static func breaking(
        _ failure: Failure, _ sample: Node, _ disclosures: [Disclosure]
    ) -> SchemaComparison.Breaking {
        var example = JSONWriter()
        example.node(sample) { value in
            let isHidden = disclosures.contains { $0.reason(hiding: value) != nil }
            return isHidden ? JSONWriter.string(QuotedText.mask) : nil
        }
        let isHidden = disclosures.contains {
            $0.reason(hiding: failure.instance) != nil || $0.isSecret(failure.instance)
        }
        let shown = disclosures.reduce(failure.instance) { $1.shownAncestor(of: $0) }
        return SchemaComparison.Breaking(
            keyword: failure.keyword, schema: failure.schema,
            message: isHidden ? QuotedText.masked(failure.message) : failure.message,
            example: String(decoding: example.bytes, as: UTF8.self), pointer: shown.pointer)
    }

    /// The answer, with the obstacles that no example has shown to break something.
    func comparison(_ obstacles: [Obstacle]) -> SchemaComparison {
        let breaking = Confirmation.inOrder(Array(found.values), \.schema)
        let undecided = obstacles.filter { found[NodeID($0.node)] == nil }.map {
            SchemaComparison.Undecided(keyword: $0.keyword, schema: $0.node, message: $0.why)
        }
        return SchemaComparison(
            breaking: breaking, undecided: Confirmation.inOrder(undecided, \.schema))
    }

    /// By path, start and end; the keywords that one field of a form becomes share a span, and keep
    /// the order of the schema that the form becomes.
    private static func inOrder<Item>(_ items: [Item], _ node: KeyPath<Item, Node>) -> [Item] {
        items.sorted {
            let (left, right) = ($0[keyPath: node], $1[keyPath: node])
            return (left.span.range.end, left.index) < (right.span.range.end, right.index)
        }
        .inSourceOrder { $0[keyPath: node].span }
    }
}
