public import Documents
import SourceText

/// The values written in a schema itself: defaults, examples, constants and options.
package enum SchemaLiterals {
    /// The keywords that hold values of what the schema describes.
    package static let keywords = Keyword.allCases.filter { $0.facts.values != .none }

    /// The values that are those of one schema, or of one field of a form.
    static func values(of schema: Node) -> [Node] {
        keywords.flatMap { keyword -> [Node] in
            guard let value = schema[keyword] else { return [] }
            let isList = keyword.facts.values == .list && value.kind == .array
            return isList ? Array(value.elements) : [value]
        }
    }

    /// These values, and those of keys that mean nothing here, such as `example`: a secret may be written under a
    /// misspelt key.
    static func secretValues(of schema: Node) -> [Node] {
        values(of: schema)
            + schema.members.filter { !known.contains(ExactText($0.name)) }.map(\.value)
    }

    private static let known = Set(
        (SchemaWords.all + ["key", "label", "required"]).map { ExactText($0) })
}

extension SettingsForm {
    /// The values in a form's own text that are those of a password, here or in another version of the form.
    public static func secretValues(of form: Node, beside other: Node) -> [Node] {
        let passwords = (Array(form.elements) + Array(other.elements)).filter {
            $0["type"]?.hasText(FieldType.password.rawValue) ?? false
        }
        let names = Set(passwords.compactMap { $0["key"]?.string }.map { ExactText($0) })
        return form.elements.filter { names.contains(ExactText($0["key"]?.string ?? "")) }
            .flatMap(SchemaLiterals.secretValues)
    }
}

extension Schema {
    /// The values in the schema's own text that are those of a secret: `default`, `const`, `enum` and
    /// `examples` where any schema of the same value, in any branch, calls it secret, and secrets within such
    /// values elsewhere. They may be in any document that the schema refers to.
    ///
    /// - Complexity: a bounded number of steps; where it is too small, all such values are secret.
    public var secretLiterals: [Node] {
        guard code.program.hasSecrets else { return [] }
        if code.program.isForm {
            let secrets = zip(code.program.blocks, code.program.blockOrigins).filter { block, _ in
                block.flags.contains(.isSecret)
            }
            let fields = secrets.compactMap(\.1.schema.parent).sorted { $0.index < $1.index }
            return fields.flatMap(SchemaLiterals.secretValues)
        }
        var walk = LocationWalk(code)
        walk.run(from: root)
        return walk.literals
    }

    /// The values of the schema at `root` and of all below it that may be secret, by their words
    /// alone: where a schema cannot be compiled, it is not known which of them are.
    public static func doubtfulLiterals(in root: Node) -> [Node] {
        var found: [Node] = []
        var pending = [root]
        while let node = pending.popLast() {
            // A form says which of its fields are secret, also where it is faulty.
            let isField = root.kind == .array && node.parent?.index == root.index
            let type = isField ? node["type"]?.string.flatMap(FieldType.init) : nil
            if isField, let type, type != .password { continue }
            if isField { found += SchemaLiterals.secretValues(of: node) }
            if node.kind == .object { found += SchemaLiterals.values(of: node) }
            for element in node.elements { pending.append(element) }
            for member in node.members { pending.append(member.value) }
        }
        return found
    }
}
