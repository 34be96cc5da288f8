public import Documents

/// A compiled schema: made once, then only executed.
public final class Schema: Sendable {
    let code: Code
    let root: BlockID

    init(_ code: Code, root: BlockID) {
        self.code = code
        self.root = root
    }

    convenience init(_ program: SchemaProgram, root: BlockID) {
        self.init(Code(program), root: root)
    }

    /// Whether the value at `instance` is valid. Stops at the first failure and builds no messages.
    public func isValid(_ instance: Node) -> Bool {
        DocumentView.withView(of: instance.document) { view in
            verdict(on: instance.index, view) == .valid
        }
    }

    /// Everything that is wrong with the value at `instance`, in document order; empty if it is
    /// valid. No message shows what is to be hidden.
    public func failures(of instance: Node, hiding: Hiding = .secrets) -> [Failure] {
        DocumentView.withView(of: instance.document) { view in
            if verdict(on: instance.index, view) == .valid { return [] }
            let disclosure = disclosure(of: instance.index, view, hiding)
            return explanation(of: instance.index, view, disclosure, isShallow: true)
                ?? DeepStack.run {
                    explanation(of: instance.index, view, disclosure, isShallow: false) ?? []
                }
                ?? [.tooDeep(instance, code.program, root)]
        }
    }

    /// Which parts of the value at `instance` may be shown, whether or not it is valid. A value is
    /// secret by `writeOnly: true`, by `format: password`, or as a form's `password` field, in any
    /// branch of the schema; `writeOnly: false` says that it is not.
    ///
    /// - Complexity: O(*nodes* × *schemas of each*).
    public func disclosure(of instance: Node, hiding: Hiding) -> Disclosure {
        DocumentView.withView(of: instance.document) { view in
            disclosure(of: instance.index, view, hiding)
        }
    }

    /// What is hidden of a value.
    public enum Hiding: Sendable {
        /// Only what the schema calls secret.
        case secrets
        /// That, and whatever it does not declare, which may be secret. This is for settings.
        case undeclared
        /// As for settings if the schema calls anything secret; otherwise nothing.
        case undeclaredBesideSecrets
    }

    func disclosure(of index: Int, _ view: DocumentView, _ hiding: Hiding) -> Disclosure {
        let hidesUndeclared =
            switch hiding {
            case .secrets: false
            case .undeclared: true
            case .undeclaredBesideSecrets: code.program.hasSecrets
            }
        return DisclosureFinder.disclosure(
            of: index, code, view, [root], hidesUndeclared: hidesUndeclared)
    }

    /// Whether the schema calls any value secret.
    public var hasSecrets: Bool { code.program.hasSecrets }
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
        of index: Int, _ view: DocumentView, _ disclosure: Disclosure, isShallow: Bool
    ) -> [Failure]? {
        var explainer = FailureExplainer(Machine(code, view, isShallow: isShallow), disclosure)
        let failures = explainer.explain(root, at: index)
        if isShallow, case .tooDeep = explainer.machine.abortion { return nil }
        return failures.enumerated().sorted {
            ($0.element.instance.index, $0.offset) < ($1.element.instance.index, $1.offset)
        }.map(\.element)
    }
}
