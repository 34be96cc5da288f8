public import Documents

/// A compiled schema: made once, then only executed.
public final class Schema: Sendable {
    let code: Code
    let root: BlockID

    init(_ code: Code, root: BlockID) {
        self.code = code
        self.root = root
    }

    convenience init(_ program: Program, root: BlockID) {
        self.init(Code(program), root: root)
    }

    /// Whether the value at `instance` is valid. Stops at the first failure and builds no messages.
    public func isValid(_ instance: Node) -> Bool {
        DocumentView.withView(of: instance.document) { view in
            verdict(on: instance.index, view) == .valid
        }
    }

    /// Everything that is wrong with the value at `instance`, in document order; empty if it is
    /// valid.
    public func failures(of instance: Node) -> [Failure] {
        DocumentView.withView(of: instance.document) { view in
            if verdict(on: instance.index, view) == .valid { return [] }
            return explanation(of: instance.index, view, isShallow: true)
                ?? DeepStack.run { explanation(of: instance.index, view, isShallow: false) ?? [] }
                ?? [.tooDeep(instance, code.program, root)]
        }
    }

    /// The nodes in `instance` that the schema calls secret: by `writeOnly: true`, by `format:
    /// password`, or as a form's `password` field, in document order. What stands below such a node
    /// is secret too, but not listed. Branches count whether or not the value is valid under them.
    public func secretNodes(in instance: Node) -> [Node] {
        DocumentView.withView(of: instance.document) { view in
            SecretFinder.secrets(in: instance.index, code, view, root).sorted().map {
                Node(document: instance.document, index: $0)
            }
        }
    }
}

extension Schema {
    enum Verdict { case valid, invalid, tooDeep }

    /// What a machine finds; what goes too deep for the caller's stack is run on one of its own.
    func verdict(on index: Int, _ view: DocumentView) -> Verdict {
        let verdict = verdict(on: index, view, isShallow: true)
        guard verdict == .tooDeep else { return verdict }
        return DeepStack.run { self.verdict(on: index, view, isShallow: false) } ?? .tooDeep
    }

    private func verdict(on index: Int, _ view: DocumentView, isShallow: Bool) -> Verdict {
        var machine = Machine(code, view, isShallow: isShallow)
        let holds = machine.run(root, index)
        switch machine.abortion {
        case nil: return holds ? .valid : .invalid
        case .tooDeep: return .tooDeep
        default: return .invalid
        }
    }

    /// What is wrong, in document order; nil if it goes too deep for the caller's stack.
    private func explanation(
        of index: Int, _ view: DocumentView, isShallow: Bool
    ) -> [Failure]? {
        let secrets = SecretFinder.secrets(in: index, code, view, root)
        var explainer = Explainer(Machine(code, view, isShallow: isShallow), secrets: secrets)
        let failures = explainer.explain(root, at: index)
        if isShallow, case .tooDeep = explainer.machine.abortion { return nil }
        return failures.enumerated().sorted {
            ($0.element.instance.index, $0.offset) < ($1.element.instance.index, $1.offset)
        }.map(\.element)
    }
}
