public import Documents

/// The output formats that JSON Schema itself defines (2020-12, section 12.4).
public enum SchemaOutput: String, CaseIterable, Sendable {
    /// Only whether the instance is valid.
    case flag
    /// A flat list of what is wrong.
    case basic
    /// What is wrong as a tree, without the levels that have nothing to tell apart.
    case detailed
}

extension Schema {
    /// The result for the value at `instance` as JSON, in one line without its end.
    public func output(of instance: Node, as format: SchemaOutput) -> [UInt8] {
        OutputWriter.bytes(of: outputUnits(of: instance), as: format)
    }

    /// What is wrong with the value at `instance`: all schemas and keywords that refuse it, each before
    /// those within it; empty if it is valid.
    public func outputUnits(of instance: Node) -> [OutputUnit] {
        DocumentView.withView(of: instance.document) { view in
            if verdict(on: instance.index, view) == .valid { return [] }
            let disclosure = disclosure(of: instance.index, view, .undeclaredBesideSecrets)
            return outputUnits(of: instance.index, view, disclosure, isShallow: true)
                ?? DeepStack.run {
                    outputUnits(of: instance.index, view, disclosure, isShallow: false) ?? []
                }
                ?? [.limit(.tooDeep(instance, code.program, root), of: instance, depth: 0)]
        }
    }

    /// Nil if it goes too deep for the caller's stack.
    private func outputUnits(
        of index: Int, _ view: DocumentView, _ disclosure: Disclosure, isShallow: Bool
    ) -> [OutputUnit]? {
        var explainer = FailureExplainer(
            Machine(code, view, isShallow: isShallow), disclosure, most: .max)
        let instance = Node(document: view.document, index: index)
        explainer.trail = OutputTrail(code.program, of: instance, disclosure)
        let failures = explainer.explain(root, at: index).first
        if isShallow, case .tooDeep = explainer.machine.abortion { return nil }
        let units = explainer.trail?.units ?? []
        guard units.isEmpty || explainer.machine.abortion != nil,
            let failure = failures.first(where: { $0.keyword == "limit" }) ?? failures.last
        else { return units }
        return units + [.limit(failure, of: instance, depth: units.isEmpty ? 0 : 1)]
    }
}
