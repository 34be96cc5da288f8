import SourceText

extension DocumentBuilder {
    /// A finding for each key of the object at `object` that it already has; a last one counts those that are
    /// too many to be read.
    func findings(
        ofRepeatedKeysIn object: Int, code: DiagnosticCode, kind: String
    ) -> [Diagnostic] {
        let repeated = repeatedKeys(ofObjectAt: object)
        guard !repeated.isEmpty else { return [] }
        let base = pointer(to: object)
        let most = RepeatedKey.mostFindings
        let findings = repeated.prefix(most).map { finding($0, below: base, code, kind) }
        guard repeated.count > most else { return findings }
        let count = Listing.count(repeated.count - most, "further key")
        return findings + [
            Diagnostic(
                code, "\(count) of this \(kind) repeat earlier ones",
                at: span(ofRecordAt: repeated[most].again), pointer: base,
                hint: "only the first \(most) are shown one by one")
        ]
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
