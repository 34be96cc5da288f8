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
        failures(of: instance, hiding: hiding, most: .max).first
    }

    /// The first `most` things that are wrong with the value at `instance`, in document order, and how
    /// many others there are.
    public func failures(of instance: Node, hiding: Hiding, most: Int) -> Failures {
        DocumentView.withView(of: instance.document) { view in
            let none = Failures(first: [], others: 0)
            if verdict(on: instance.index, view) == .valid { return none }
            let disclosure = disclosure(of: instance.index, view, hiding)
            return explanation(of: instance.index, view, disclosure, most, isShallow: true)
                ?? DeepStack.run {
                    explanation(of: instance.index, view, disclosure, most, isShallow: false)
                        ?? none
                }
                ?? Failures(first: [.tooDeep(instance, code.program, root)], others: 0)
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

    /// What is wrong; nil if it goes too deep for the caller's stack.
    private func explanation(
        of index: Int, _ view: DocumentView, _ disclosure: Disclosure, _ most: Int, isShallow: Bool
    ) -> Failures? {
        var explainer = FailureExplainer(
            Machine(code, view, isShallow: isShallow), disclosure, most: most)
        let failures = explainer.explain(root, at: index)
        if isShallow, case .tooDeep = explainer.machine.abortion { return nil }
        return failures
    }
}
