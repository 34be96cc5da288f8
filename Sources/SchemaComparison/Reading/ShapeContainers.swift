import Documents
import JSONSchema
import SourceText

extension ShapeReader {
    mutating func readArrays() {
        shape.minItems = count(.minItems)
        shape.maxItems = count(.maxItems)
        if let node = schema[.uniqueItems], node.boolean == true { shape.uniqueItems = node }
        shape.array = items()
        if let node = schema.schema(.contains) {
            shape.contains = ContainsShape(
                subschema: subschema(node), minimum: schema.count(.minContains) ?? 1,
                maximum: schema.count(.maxContains) ?? Int.max, node: node,
                minimumNode: schema[.minContains], maximumNode: schema[.maxContains])
        }
        noteUnevaluated(.unevaluatedItems)
    }

    private func items() -> ArrayShape? {
        let (prefix, rest) = schema.elements
        if prefix == nil && rest == nil { return nil }
        return ArrayShape(
            prefix: prefix.map { $0.node.elements.map(subschema) } ?? [],
            rest: rest.map { subschema($0.node) })
    }

    mutating func readObjects() {
        shape.minProperties = count(.minProperties)
        shape.maxProperties = count(.maxProperties)
        if let node = schema[.required], node.kind == .array {
            shape.required = node.elements.compactMap { name in
                name.string.map { .init(text: ExactText($0), node: node) }
            }
        }
        if let node = schema.schema(.propertyNames) { shape.propertyNames = subschema(node) }
        shape.object = object()
        noteUnevaluated(.unevaluatedProperties)
    }

    private func object() -> ObjectShape? {
        var object = ObjectShape()
        for member in schema[.properties].map({ Array($0.members) }) ?? []
        where member.value.isSchema {
            let name = ExactText(member.name)
            if object.properties[name] == nil { object.names.append(name) }
            object.properties[name] = subschema(member.value)
        }
        for member in schema[.patternProperties].map({ Array($0.members) }) ?? []
        where member.value.isSchema {
            object.patterns.append((ExactText(member.name), subschema(member.value)))
        }
        object.additional = schema.schema(.additionalProperties).map(subschema)
        let isEmpty =
            object.names.isEmpty && object.patterns.isEmpty && object.additional == nil
        return isEmpty ? nil : object
    }

    mutating func readDependencies() {
        for keyword in [Keyword.dependentRequired, .dependentSchemas, .dependencies] {
            guard let value = schema[keyword] else { continue }
            for member in value.members {
                if keyword != .dependentSchemas, member.value.kind == .array {
                    shape.dependentRequired.append(
                        .init(
                            name: ExactText(member.name),
                            others: member.value.elements.compactMap(\.string).map(
                                ExactText.init),
                            node: value))
                }
                if keyword != .dependentRequired, member.value.isSchema {
                    shape.dependentSchemas.append(
                        (member.name, subschema(member.value), member.value))
                }
            }
        }
    }

    /// What the rest of a schema evaluates is not followed; only `true` says nothing.
    private mutating func noteUnevaluated(_ keyword: Keyword) {
        guard let node = schema.schema(keyword), node.boolean != true else { return }
        shape.opaque.append((keyword.name, node))
    }
}
