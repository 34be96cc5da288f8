import Documents
public import SourceText

extension DiagnosticCode {
    /// Nothing separates two documents.
    public static let separatorMissing = DiagnosticCode(
        "separator-missing", .error,
        reason:
            "A second document begins in the middle of one: `apiVersion` or `kind` is there again, "
            + "but no line with `---` is before it. YAML takes both for one mapping, in which each "
            + "key may be only once.",
        remedy: "Write a line with `---` before the line that the message names.")
}

/// Finds where one document begins within another, because the `---` between them was forgotten, and says
/// that instead of naming each key that both have.
struct MissingSeparators {
    /// The findings about the document, with those about repeated keys replaced.
    private(set) var findings: [Diagnostic]

    private static let heads: Set<String> = ["apiVersion", "kind"]

    init(_ findings: [Diagnostic], of root: Node) {
        self.findings = findings
        guard findings.contains(where: Self.isRepeatedHead) else { return }
        let starts = Self.starts(in: root)
        guard !starts.isEmpty else { return }
        let later = Set(starts.flatMap(\.repeated).map(\.span.range))
        self.findings.removeAll { $0.code == .yamlDuplicateKey && later.contains($0.span.range) }
        self.findings += starts.map { start in
            Diagnostic(
                .separatorMissing, "another document begins here, without a `---` before it",
                at: start.key, hint: "write a line with `---` before this line")
        }
    }

    private static func isRepeatedHead(_ finding: Diagnostic) -> Bool {
        finding.code == .yamlDuplicateKey
            && heads.contains { ByteOrder.equal("/" + $0, finding.pointer ?? "") }
    }

    /// A key with which a further document begins, and the keys from there on that are repeated only because
    /// the documents are one.
    private struct Start {
        let key: Node
        var repeated: [Node]
    }

    private static func starts(in root: Node) -> [Start] {
        var starts: [Start] = []
        // The keys of the document so far, and of all before it.
        var (own, all): (Set<ExactText>, Set<ExactText>) = ([], [])
        // Repeated keys right before this one.
        var run: [Node] = []
        for member in root.members {
            let name = ExactText(member.name)
            if name.text.hasPrefix("---") {
                starts.append(Start(key: member.key, repeated: [member.key]))
                own = []
                continue
            }
            let isKnown = !all.insert(name).inserted
            guard own.insert(name).inserted else {
                run.append(member.key)
                guard heads.contains(name.text) else { continue }
                starts.append(Start(key: run[0], repeated: run))
                own = Set(run.map { ExactText($0.string ?? "") })
                run = []
                continue
            }
            if isKnown, !starts.isEmpty { starts[starts.count - 1].repeated.append(member.key) }
            run = []
        }
        return starts
    }
}
