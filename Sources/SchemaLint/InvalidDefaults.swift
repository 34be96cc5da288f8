import Documents
import JSONSchema
import SourceText

/// Rule: `default` and `examples` are valid under their own schema.
///
/// The document is compiled only if some schema has such values, and they are held to it only if it
/// has no errors.
enum InvalidDefaults {
    /// A value, and the schema that it must meet.
    private struct Entry {
        let what: String
        let value: Node
        let schema: SchemaLocation
    }

    static func findings(
        _ schemas: [SchemaLocation], _ document: inout SchemaDocument
    ) -> [Diagnostic] {
        let entries = schemas.flatMap(entries)
        guard !entries.isEmpty, document.compile() else { return [] }
        let compiled = document.schemas(at: entries.map(\.schema))
        return zip(entries, compiled).flatMap { entry, schema -> [Diagnostic] in
            let failures = schema.failures(
                of: entry.value, hiding: .secrets, most: Diagnostic.mostDescribed)
            let others = Diagnostic.others(
                failures.others, .schemaDefaultInvalid, in: entry.value.document.source)
            return failures.first.filter { $0.keyword != "limit" }.map { diagnostic(entry, $0) }
                + others
        }
    }

    private static func entries(_ schema: SchemaLocation) -> [Entry] {
        guard schema.node.kind == .object else { return [] }
        var entries: [Entry] = []
        if let value = schema.node[.default] {
            entries.append(Entry(what: "default", value: value, schema: schema))
        }
        if let list = schema.node[.examples], list.kind == .array {
            entries += list.elements.map { Entry(what: "example", value: $0, schema: schema) }
        }
        return entries
    }

    private static func diagnostic(_ entry: Entry, _ failure: Failure) -> Diagnostic {
        let isSame = failure.instance.isSame(as: entry.value)
        let what = isSame ? "it \(failure.message)" : failure.message
        let message =
            ["required", "additionalProperties"].contains(failure.keyword)
            ? failure.message : isSame ? what : "a part of it \(failure.message)"
        return .schema(
            .schemaDefaultInvalid, "the \(entry.what) is not valid: \(message)",
            at: failure.instance, hint: failure.hint,
            notes: [.init("the rule is here", at: failure.schema.span)])
    }
}
