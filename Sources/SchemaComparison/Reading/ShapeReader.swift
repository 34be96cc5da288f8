import Documents
import JSONSchema
import SourceText

/// Reads what a schema says, each keyword as the validator understands it.
struct ShapeReader {
    let subschemas: SubschemaTable
    let id: SubschemaID
    let entry: SubschemaTable.Entry
    let schema: SchemaObject
    var shape = Shape()

    init(_ subschemas: SubschemaTable, _ id: SubschemaID) {
        self.subschemas = subschemas
        self.id = id
        entry = subschemas.entries[id]
        schema = SchemaObject(entry.node, language: subschemas.language(of: id))
    }

    func subschema(_ node: Node) -> SubschemaID {
        subschemas.id(of: node, in: entry.location, entry.side)
    }

    consuming func read() -> Shape {
        if entry.node.kind != .object {
            shape.isNever = entry.node.boolean == false
            return shape
        }
        readType()
        readValues()
        readNumbers()
        readStrings()
        readArrays()
        readObjects()
        readDependencies()
        readReferences()
        readLogic()
        readOthers()
        return shape
    }

    /// What could refuse values in a way that is not followed here makes the answer unknown.
    private mutating func readOthers() {
        for keyword in schema.keywords
        where keyword.facts.effect == .assertion && !ShapeReader.compared.contains(keyword) {
            if let node = schema[keyword] { shape.opaque.append((keyword.name, node)) }
        }
    }

    private static let compared: Set<Keyword> = [
        .type, .enum, .const, .multipleOf, .minimum, .maximum, .exclusiveMinimum,
        .exclusiveMaximum, .minLength, .maxLength, .pattern, .format, .minItems, .maxItems,
        .uniqueItems, .prefixItems, .items, .additionalItems, .contains, .minContains, .maxContains,
        .unevaluatedItems, .minProperties, .maxProperties, .required, .properties,
        .patternProperties, .additionalProperties, .propertyNames, .unevaluatedProperties,
        .dependentRequired, .dependentSchemas, .dependencies, .ref, .allOf, .anyOf, .oneOf, .not,
        .if, .then, .else,
    ]

    private mutating func readType() {
        guard let types = schema.types else { return }
        shape.types = types
        shape.type = schema[.type]
    }

    private mutating func readValues() {
        if let node = schema[.enum], node.kind == .array {
            shape.enums.append(
                .init(keyword: .enum, node: node, values: Array(node.elements)))
        }
        if let node = schema[.const] {
            shape.enums.append(.init(keyword: .const, node: node, values: [node]))
        }
    }

    private mutating func readNumbers() {
        shape.lower = schema.bounds(.minimum, .exclusiveMinimum)
        shape.upper = schema.bounds(.maximum, .exclusiveMaximum)
        if let node = schema[.multipleOf], let divisor = node.number, divisor > Number(0) {
            shape.multiples.append(.init(number: divisor, node: node))
        }
    }

    private mutating func readStrings() {
        shape.minLength = count(.minLength)
        shape.maxLength = count(.maxLength)
        if let (node, text) = schema.text(.pattern) {
            shape.patterns.append(.init(text: ExactText(text), node: node))
        }
        if subschemas.assertsFormats(id), let (node, text) = schema.text(.format) {
            shape.formats.append(.init(text: ExactText(text), node: node))
        }
    }

    func count(_ keyword: Keyword) -> Shape.Count? {
        guard let node = schema[keyword], let value = schema.count(keyword) else { return nil }
        return .init(value: value, node: node)
    }

    private mutating func readReferences() {
        guard let (node, text) = schema.text(.ref) else { return }
        if let target = subschemas.target(text, from: entry.location, entry.side) {
            shape.all.append(target)
        } else {
            shape.opaque.append((Keyword.ref.name, node))
        }
    }

    private mutating func readLogic() {
        shape.all += branches(.allOf)?.subschemas ?? []
        shape.anyOf = branches(.anyOf)
        shape.oneOf = branches(.oneOf)
        if let node = schema.schema(.not) { shape.not = (subschema(node), node) }
        guard let condition = schema.schema(.if) else { return }
        let consequence = schema.schema(.then)
        let alternative = schema.schema(.else)
        if consequence == nil && alternative == nil { return }
        shape.conditional = .init(
            condition: subschema(condition), consequence: consequence.map(subschema),
            alternative: alternative.map(subschema), node: condition)
    }

    private func branches(_ keyword: Keyword) -> Shape.Alternatives? {
        guard let node = schema[keyword], node.kind == .array else { return nil }
        return .init(node.elements.filter(\.isSchema).map(subschema), node)
    }
}
