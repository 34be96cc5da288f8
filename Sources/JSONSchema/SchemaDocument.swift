package import Documents
import SourceText

/// A schema document whose schemas can be looked up, followed and executed one by one, for comparison and
/// linting.
package struct SchemaDocument {
    private var lowering: Lowering
    private var code: Code?
    package let root: SchemaLocation

    /// Reads the document and finds its schemas; see `SchemaCompiler` for the parameters.
    package init(
        _ root: Node, at baseURI: String, dialect: Dialect, assertsFormats: Bool = false,
        limits: SchemaLimits, load: @escaping (String) -> Node?
    ) {
        lowering = Lowering(
            registry: SchemaRegistry(defaultDialect: dialect, limits: limits, load: load),
            assertsFormats: assertsFormats)
        lowering.program.limits = limits
        let resource = lowering.registry.add(root, at: baseURI)
        self.root = SchemaLocation(node: root, resource: resource)
    }

    /// Every schema in the document, reachable from its root or not.
    package var schemas: [SchemaLocation] { lowering.registry.schemas }

    /// The dialects of the schema resources that have been read.
    package var dialects: [Dialect] { lowering.registry.resources.map(\.language.dialect) }

    package func language(of location: SchemaLocation) -> Language {
        lowering.registry.resources[location.resource].language
    }

    /// Where a schema inside that at `outer` is.
    package func location(of node: Node, in outer: SchemaLocation) -> SchemaLocation {
        SchemaLocation(
            node: node, resource: lowering.registry.resource(of: node, within: outer.resource))
    }

    /// What a reference in the schema at `location` leads to, if it leads anywhere.
    package mutating func target(
        of reference: String, at location: SchemaLocation
    ) -> SchemaLocation? {
        guard
            case .schema(let target) = lowering.registry.resolve(
                reference, in: location.resource)
        else { return nil }
        return target
    }

    /// Where a chain of schemas that only refer to others ends, within one resource.
    package mutating func end(of location: SchemaLocation) -> SchemaLocation {
        lowering.end(of: location)
    }

    // MARK: Compiled

    /// Compiles every schema; returns whether the document has no errors.
    package mutating func compile() -> Bool {
        _ = lowering.lowerDocument(at: root)
        let findings = lowering.registry.diagnostics + lowering.patterns.diagnostics
        return !findings.contains { $0.severity == .error }
    }

    /// Whether what a schema accepts may depend on how it is reached.
    package var usesDynamicScope: Bool { lowering.program.usesDynamicScope }

    /// The schemas at these locations, each by itself. The document must have been compiled.
    package mutating func schemas(at locations: [SchemaLocation]) -> [Schema] {
        let count = lowering.program.blocks.count
        let blocks = locations.map { lowering.block(for: $0, isTracked: false) }
        if lowering.program.blocks.count > count {
            lowering.drain()
            lowering.finishDynamics()
            code = nil
        }
        let code = code ?? Code(lowering.program)
        self.code = code
        return blocks.map { Schema(code, root: $0) }
    }
}
