internal import Configuration
internal import Documents
internal import JSONSchema
internal import JSONText
internal import SourceText

/// Settings in which secrets have replaced the references to them.
struct ResolvedSettings: Concealed {
    /// The members of the object as JSON, without the braces; what could not be read is an empty string.
    private(set) var members: [UInt8] = []
    private(set) var findings: [Diagnostic] = []
    private(set) var warnings: [Diagnostic] = []

    /// - Parameter node: an object; nil counts as one without members.
    init(_ node: Node?, _ resolver: SecretResolver) {
        guard let node else { return }
        var json = JSONWriter()
        var (found, warnings): ([Diagnostic], [Diagnostic]) = ([], [])
        json.node(node) { value in
            guard value.isOpaque else { return nil }
            resolver.warning(at: value).map { warnings.append($0) }
            switch resolver.secret(at: value) {
            case .secret(let text): return JSONWriter.string(text)
            case .finding(let finding):
                found.append(finding)
                return JSONWriter.string("")
            }
        }
        findings = found
        self.warnings = warnings
        members = Array(json.bytes.dropFirst().dropLast())
    }

    /// Why these settings, read from `node`, are not valid under `schema` now that the secrets are in
    /// them.
    func misfits(_ node: Node?, _ schema: Schema) -> [Diagnostic] {
        guard let node, findings.isEmpty else { return [] }
        let source = SourceText(path: "settings", bytes: Bundle.object(members))
        guard let document = JSONReader.read(source).document else { return [] }
        return schema.failures(of: document.root).map { failure in
            // Both trees have the same nodes in the same order.
            let reference = Node(
                document: node.document, index: node.index + failure.instance.index)
            return Self.misfit(reference, failure)
        }
    }

    /// Says nothing of the value, which the validator's own message might show.
    private static func misfit(_ reference: Node, _ failure: Failure) -> Diagnostic {
        let what = reference.isOpaque ? "the secret" : "this, with the secrets in it,"
        return Diagnostic(
            .secretUnfit, "\(what) breaks the rule `\(failure.keyword)` of the connector's schema",
            at: reference, notes: [.init("the schema's rule is here", at: failure.schema.span)])
    }
}
