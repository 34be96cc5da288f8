import Documents
import SourceText

/// Rule: `default` and `examples` are valid under the schema that they stand in.
///
/// The document is compiled only if some schema has such values, and they are held to it only if it
/// has no errors.
struct InvalidDefaults {
    private let document: Node
    private let baseURI: String
    private let dialect: Dialect
    private let limits: SchemaLimits
    private let load: (String) -> Node?

    /// A value, and the schema that it must meet.
    private struct Entry {
        let what: String
        let value: Node
        let place: SchemaPlace
    }

    init(
        _ document: Node, baseURI: String, _ dialect: Dialect, _ limits: SchemaLimits,
        _ load: @escaping (String) -> Node?
    ) {
        self.document = document
        self.baseURI = baseURI
        self.dialect = dialect
        self.limits = limits
        self.load = load
    }

    mutating func findings(_ places: [SchemaPlace]) -> [Diagnostic] {
        let entries = places.flatMap(entries)
        guard !entries.isEmpty else { return [] }
        let registry = SchemaRegistry(defaultDialect: dialect, limits: limits, load: load)
        var lowering = Lowering(registry: registry, assertsFormats: false)
        lowering.program.limits = limits
        _ = lowering.lowerDocument(document, at: baseURI)
        let blocks = entries.map { lowering.block(for: $0.place, isTracked: false) }
        lowering.drain()
        lowering.finishDynamics()
        let findings = lowering.registry.diagnostics + lowering.patterns.diagnostics
        if findings.contains(where: { $0.severity == .error }) { return [] }
        let code = Code(lowering.program)
        return zip(entries, blocks).flatMap { entry, block in
            Schema(code, root: block).failures(of: entry.value)
                .filter { $0.keyword != "limit" }
                .map { diagnostic(entry, $0) }
        }
    }

    private func entries(_ place: SchemaPlace) -> [Entry] {
        guard place.node.kind == .object else { return [] }
        var entries: [Entry] = []
        if let value = place.node["default"] {
            entries.append(Entry(what: "default", value: value, place: place))
        }
        if let list = place.node["examples"], list.kind == .array {
            entries += list.elements.map { Entry(what: "example", value: $0, place: place) }
        }
        return entries
    }

    private func diagnostic(_ entry: Entry, _ failure: Failure) -> Diagnostic {
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
