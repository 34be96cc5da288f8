public import Documents
public import JSONSchema
public import SourceText

/// Looks for what a schema says, but probably does not mean. Nothing that is found here keeps the
/// schema from being used:
///
///     scan    every schema of the document, each in its own dialect
///     rules   each schema by itself, one rule a file
///     values  "default" and "examples", held to their own schema
public enum SchemaLint {
    /// What is questionable in `schema`, in document order. A settings form is looked at too.
    ///
    /// It ignores what breaks the rules of its dialect: the compiler reports that.
    ///
    /// - Parameters:
    ///   - baseURI: where the schema was found; its references are resolved against it.
    ///   - dialect: the dialect of a document without `$schema`.
    ///   - formats: what becomes of `format`.
    ///   - load: finds the document with an absolute URI (without fragment).
    public static func findings(
        in schema: Node, baseURI: String = "schema:", dialect: Dialect = .draft2020,
        formats: FormatUse = .noted, limits: SchemaLimits = .standard,
        load: @escaping (String) -> Node? = { _ in nil }
    ) -> [Diagnostic] {
        if schema.kind == .array { return CredentialNames.findings(inForm: schema) }
        guard schema.isSchema else { return [] }
        guard schema.document.records.count <= limits.schemaNodes else { return [] }
        var document = SchemaDocument(
            schema, at: baseURI, dialect: dialect, limits: limits, load: load)
        let schemas = document.schemas
        let secrets = SecretRanges(schemas)
        var findings: [Diagnostic] = []
        for location in schemas {
            var scope = LintScope(location, in: document)
            scope.formats = formats
            scope.suggests = findings.count < suggestions
            findings += rules.flatMap { $0(scope) }
            findings += CredentialNames.findings(scope, secrets, &document)
        }
        if formats == .undecided {
            findings += UncheckedFormats.note(schemas.map { LintScope($0, in: document) })
        }
        findings += InvalidDefaults.findings(schemas, &document)
        return findings.inSourceOrder(\.span)
    }

    /// The findings up to which the nearest name is looked for, which takes a while for each.
    private static let suggestions = 200

    private static let rules: [@Sendable (LintScope) -> [Diagnostic]] = [
        UnknownKeywords.findings, ForeignKeywords.findings, InapplicableKeywords.findings,
        UndeclaredRequired.findings, ImpossibleRanges.findings, UncheckedFormats.findings,
    ]
}

/// What becomes of `format` in a schema.
public enum FormatUse: Sendable {
    /// It is checked, and the compiler reports what it does not know.
    case checked
    /// It is only noted.
    case noted
    /// It is only noted, as nobody has said what to do.
    case undecided
}

/// One schema, as the rules see it.
struct LintScope: Sendable {
    let location: SchemaLocation
    let schema: SchemaObject
    /// Whether findings may say what was probably meant.
    var suggests = true
    var formats = FormatUse.noted

    var node: Node { location.node }
    var language: Language { schema.language }
    var dialect: Dialect { schema.language.dialect }

    init(_ location: SchemaLocation, in document: SchemaDocument) {
        self.location = location
        schema = SchemaObject(location.node, language: document.language(of: location))
    }

    /// The name nearest to `name`, as a hint, for a finding that has `earlier` before it.
    func nearest(to name: String, among names: @autoclosure () -> [String], after earlier: Int)
        -> String?
    {
        guard suggests, earlier < 20 else { return nil }
        return Suggestion.nearest(to: name, among: names()).map { "did you mean \"\($0)\"?" }
    }
}
