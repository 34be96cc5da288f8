import SourceText

extension DocumentBuilder {
    /// A finding for each key of the object at `object` that it already has, or for the first `most`.
    func findings(
        ofRepeatedKeysIn object: Int, code: DiagnosticCode, kind: String, most: Int
    ) -> [Diagnostic] {
        let repeated = repeatedKeys(ofObjectAt: object)
        guard !repeated.isEmpty else { return [] }
        let base = pointer(to: object)
        let others = Diagnostic.others(max(repeated.count - most, 0), code, in: source)
        return others + repeated.prefix(most).map { finding($0, below: base, code, kind) }
    }

    private func finding(
        _ pair: RepeatedKey, below base: String, _ code: DiagnosticCode, _ kind: String
    ) -> Diagnostic {
        let key = text(ofRecordAt: pair.again)
        return Diagnostic(
            code, "the key \"\(key)\" is in this \(kind) twice", at: span(ofRecordAt: pair.again),
            pointer: base + "/" + JSONPointer.escaped(key), hint: "remove or rename one of the two",
            notes: [.init("the first one is here", at: span(ofRecordAt: pair.first))])
    }

    func span(ofRecordAt index: Int) -> SourceSpan {
        source.span(SourceRange(start: Int(records[index].start), end: Int(records[index].end)))
    }
}
