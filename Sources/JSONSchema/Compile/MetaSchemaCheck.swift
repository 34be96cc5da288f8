import Documents
import SourceText

/// Checks schema documents against their meta-schemas.
struct MetaSchemaCheck {
    private let registry: SchemaRegistry
    private let load: (String) -> Node?
    private var custom: [ExactText: Schema] = [:]

    init(_ registry: SchemaRegistry, load: @escaping (String) -> Node?) {
        self.registry = registry
        self.load = load
    }

    /// Everything that breaks the rules of its dialect.
    mutating func findings() -> [Diagnostic] {
        registry.unchecked.flatMap { findings(in: $0) }
    }

    private mutating func findings(in location: SchemaLocation) -> [Diagnostic] {
        let language = registry.resources[location.resource].language
        guard let schema = metaSchema(of: language) else { return [] }
        return schema.failures(of: location.node)
            .filter { isOwn($0.instance, in: location, language) }
            .map {
                .schema(
                    .schemaInvalid, MetaSchemaCheck.message($0), at: $0.instance, hint: $0.hint)
            }
    }

    /// Names the keyword that is wrong, as its value alone may say little.
    private static func message(_ failure: Failure) -> String {
        guard let key = failure.instance.key?.string else { return failure.message }
        return "\(ValueText.quoted(key)) \(failure.message)"
    }

    /// Whether a failure is not within a resource of another language, which is checked by itself.
    private func isOwn(_ node: Node, in location: SchemaLocation, _ language: Language) -> Bool {
        var node: Node? = node
        while let current = node, !current.isSame(as: location.node) {
            if let resource = registry.resourceRooted(at: current),
                !registry.resources[resource].language.isSame(as: language)
            {
                return false
            }
            node = current.parent
        }
        return true
    }

    private mutating func metaSchema(of language: Language) -> Schema? {
        guard let uri = language.customMetaSchema else {
            return MetaSchemas.schema(language.dialect)
        }
        let key = ExactText(uri)
        if let known = custom[key] { return known }
        custom[key] = load(uri).map { MetaSchemas.compile($0, at: uri, load: load) }
        return custom[key]
    }
}
