import Documents
import JSONSchema

/// The schemas of both sides by number, with what they say and what validates by them.
final class SubschemaTable {
    enum Side: Int { case old, new }

    struct Entry {
        let side: Side
        let location: SchemaLocation
        var node: Node { location.node }
    }

    private(set) var entries: [Entry] = []
    private var ids: [[NodeID: SubschemaID]] = [[:], [:]]
    private var shapes: [Shape?] = []
    private var schemas: [Schema?] = []
    private var documents: [SchemaDocument]
    private let assertsFormats: [Bool]
    private var evaluations: Int
    /// The schemas that took too long once, and how often each has been watched for that.
    private var exhausted: Set<SubschemaID> = []
    private var watched: [SubschemaID: Int] = [:]
    private static let mostWatched = 4

    /// The roots of both documents. Neither may have errors.
    let old: SubschemaID
    let new: SubschemaID

    init(_ old: ComparedSchema, _ new: ComparedSchema, limits: CompareLimits) {
        let sides = [old, new]
        var bounds = SchemaLimits.standard
        bounds.steps = limits.evaluationSteps
        bounds.stepsPerNode = 100
        documents = sides.map { side in
            var document = SchemaDocument(
                side.root, at: side.baseURI, dialect: side.dialect,
                assertsFormats: side.assertsFormats, limits: bounds, load: side.load)
            _ = document.compile()
            return document
        }
        let roots = documents.map(\.root)
        assertsFormats = sides.map(\.assertsFormats)
        evaluations = limits.evaluations
        entries = [Entry(side: .old, location: roots[0]), Entry(side: .new, location: roots[1])]
        ids[0][NodeID(roots[0].node)] = 0
        ids[1][NodeID(roots[1].node)] = 1
        shapes = [nil, nil]
        schemas = [nil, nil]
        self.old = 0
        self.new = 1
        renewEvaluations(limits)
    }

    /// The number of a schema; a chain of mere references counts as its end.
    func id(of node: Node, in outer: SchemaLocation, _ side: Side) -> SubschemaID {
        id(of: documents[side.rawValue].location(of: node, in: outer), side)
    }

    private func id(of location: SchemaLocation, _ side: Side) -> SubschemaID {
        let end = documents[side.rawValue].end(of: location)
        let key = NodeID(end.node)
        if let known = ids[side.rawValue][key] { return known }
        entries.append(Entry(side: side, location: end))
        shapes.append(nil)
        schemas.append(nil)
        ids[side.rawValue][key] = entries.count - 1
        return entries.count - 1
    }

    /// The schema that a reference leads to; nil if it cannot be said without the way there.
    func target(_ text: String, from location: SchemaLocation, _ side: Side) -> SubschemaID? {
        documents[side.rawValue].target(of: text, at: location).map { id(of: $0, side) }
    }

    func language(of id: SubschemaID) -> Language {
        documents[entries[id].side.rawValue].language(of: entries[id].location)
    }

    /// Whether `format` is checked in this schema.
    func assertsFormats(_ id: SubschemaID) -> Bool {
        assertsFormats[entries[id].side.rawValue] || language(of: id).assertsFormats
    }

    /// Whether some schema of the side calls whole numbers what is written as such: draft 4.
    func hasLiteralIntegers() -> Bool {
        documents.contains { $0.dialects.contains(.draft4) }
    }

    /// What the schema says.
    func shape(of id: SubschemaID) -> Shape {
        if let known = shapes[id] { return known }
        let shape = ShapeReader(self, id).read()
        shapes[id] = shape
        return shape
    }

    /// The schema by itself, as the validator sees it.
    func schema(of id: SubschemaID) -> Schema {
        if let known = schemas[id] { return known }
        let side = entries[id].side.rawValue
        let schema = documents[side].schemas(at: [entries[id].location])[0]
        schemas[id] = schema
        return schema
    }

    /// Whether the value is valid under the schema; nil if that takes too long to find out, or
    /// depends on how the schema is reached.
    func isValid(_ value: Node, _ id: SubschemaID) -> Bool? {
        let isDynamic = documents[entries[id].side.rawValue].usesDynamicScope
        guard !isDynamic || id == old || id == new else { return nil }
        return verdict(value, id)
    }

    /// Whether the value is certainly valid under the schema, at less cost.
    func accepts(_ value: Node, _ id: SubschemaID) -> Bool {
        if watched[id, default: 0] < SubschemaTable.mostWatched {
            return verdict(value, id) == true
        }
        guard evaluations > 0, !exhausted.contains(id) else { return false }
        evaluations -= 1
        return schema(of: id).isValid(value)
    }

    private func verdict(_ value: Node, _ id: SubschemaID) -> Bool? {
        guard evaluations > 0, !exhausted.contains(id) else { return nil }
        evaluations -= 1
        if value.kind != .string {
            // The validator looks through lists of other values one by one.
            evaluations -= shape(of: id).enums.reduce(0) { $0 + $1.values.count } / 64
        }
        watched[id, default: 0] += 1
        let schema = schema(of: id)
        if schema.isValid(value) { return true }
        guard schema.failures(of: value).contains(where: { $0.keyword == "limit" }) else {
            return false
        }
        exhausted.insert(id)
        return nil
    }

    /// Gives the proof, or the search for examples, evaluations of its own.
    func renewEvaluations(_ limits: CompareLimits) {
        evaluations = limits.evaluations
        for entry in entries.prefix(2) { evaluations += entry.node.document.records.count }
    }
}
