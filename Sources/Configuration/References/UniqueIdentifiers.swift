import Documents
public import SourceText

extension DiagnosticCode {
    /// Two things of one kind have the same identifier.
    public static let duplicateID = DiagnosticCode(
        "duplicate-id", .error,
        reason: "Identifiers are unique among the documents of a kind, and among the resellers of "
            + "an installation; events and other documents name things by them.",
        remedy: "Rename or remove one of the two.")
}

/// Rule: an identifier names one document of its kind, or one reseller.
enum UniqueIdentifiers {
    static func check(_ model: Model) -> [Diagnostic] {
        // A second installation is a finding of its own.
        let documents = DocumentKind.allCases.filter { $0 != .installation }.flatMap { kind in
            repetitions(
                of: model.identified.filter { $0.kind == kind }.map { ($0.id, $0.node) },
                kind.noun)
        }
        return documents
            + model.installations.flatMap { installation in
                repetitions(
                    of: installation.resellers.compactMap { reseller in
                        reseller.node?["id"].map { (reseller.id, $0) }
                    }, "reseller")
            }
    }

    /// What `check` says about scenarios, where only these are looked at.
    static func check(ofScenarios documents: [OwnDocument]) -> [Diagnostic] {
        let identifiers = documents.compactMap { document in
            document.sound("id").map { ($0.string ?? "", $0) }
        }
        return repetitions(of: identifiers, DocumentKind.scenario.noun)
    }

    private static func repetitions(
        of identifiers: [(id: String, node: Node)], _ noun: String
    ) -> [Diagnostic] {
        var first: [String: Node] = [:]
        return identifiers.compactMap { id, node in
            guard let other = first[id] else {
                first[id] = node
                return nil
            }
            return Diagnostic(
                .duplicateID, "another \(noun) already has the id `\(id)`", at: node,
                hint: "rename or remove one of the two",
                notes: [.init("the first one is here", at: other.span)])
        }
    }
}
