public import Documents
public import SourceText

/// Turns schema documents into something that is then only executed:
///
///     scan      every resource, identifier and anchor of the document
///     check     the document against its meta-schema
///     lower     each schema into a block of instructions, references resolved
///     inspect   no schema may apply itself to the same value
public struct SchemaCompiler {
    private let defaultDialect: Dialect
    private let assertsFormats: Bool
    private let limits: SchemaLimits
    private let load: (String) -> Node?

    /// - Parameters:
    ///   - defaultDialect: the dialect of documents without `$schema`.
    ///   - assertsFormats: whether `format` is checked, not only noted.
    ///   - limits: how much work and depth a validation may take.
    ///   - load: finds the document with an absolute URI (without fragment). The standard
    ///     meta-schemas are known without it.
    public init(
        defaultDialect: Dialect = .draft2020, assertsFormats: Bool = false,
        limits: SchemaLimits = .standard,
        load: @escaping (String) -> Node? = { _ in nil }
    ) {
        self.defaultDialect = defaultDialect
        self.assertsFormats = assertsFormats
        self.limits = limits
        self.load = load
    }

    /// Compiles the schema `schema`, which was found at `baseURI`.
    ///
    /// If there are errors, there is no schema. Findings point at nodes of schema documents,
    /// including those that `load` found.
    public func compile(
        _ schema: Node, baseURI: String
    ) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        guard schema.isSchema else {
            let message = "a schema is an object or a boolean, not \(ValueText.kind(schema))"
            return (nil, [.schema(.schemaInvalid, message, at: schema)])
        }
        var lowering = Lowering(
            registry: SchemaRegistry(
                defaultDialect: defaultDialect, limits: limits, load: load),
            assertsFormats: assertsFormats)
        lowering.program.limits = limits
        guard lowering.registry.isSmallEnough(schema) else {
            return (nil, lowering.registry.diagnostics)
        }
        let root = lowering.lowerDocument(schema, at: baseURI)
        var check = MetaSchemaCheck(lowering.registry, load: load)
        let findings = [
            check.findings(), lowering.registry.diagnostics, lowering.patterns.diagnostics,
        ]
        let diagnostics = findings.flatMap { $0 }.inSourceOrder(\.span)
        if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
        return (Schema(lowering.program, root: root), diagnostics)
    }
}

extension Lowering {
    /// Reads a document and lowers it with everything that it refers to.
    mutating func lowerDocument(_ schema: Node, at uri: String) -> BlockID {
        let resource = registry.add(schema, at: uri)
        return lowerDocument(at: SchemaLocation(node: schema, resource: resource))
    }

    /// Lowers a document that the registry has read, with everything that it refers to.
    mutating func lowerDocument(at location: SchemaLocation) -> BlockID {
        let root = block(for: location, isTracked: false)
        drain()
        lowerRest()
        finishDynamics()
        program.resourceOrigins = registry.resources.map {
            ResourceOrigin(root: $0.root, uri: $0.base.withoutFragment)
        }
        var cycles = ReferenceCycles(applications)
        let (inevitable, others) = cycles.find(from: root)
        program.hasCycles = !others.isEmpty
        let message = "the reference leads back to itself without going down into the value"
        for reference in inevitable {
            registry.report(.schema(.schemaReferenceCycle, message, at: reference))
        }
        for reference in others {
            registry.report(
                .schema(
                    .schemaReferenceCycleUnused, message + "; what it describes is never valid",
                    at: reference))
        }
        return root
    }
}
