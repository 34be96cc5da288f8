internal import Configuration
internal import Documents
internal import SourceText

/// The findings about files of scenarios, told apart by the document that they are about.
struct FindingsByDocument {
    private var byDocument: [ObjectIdentifier: [Diagnostic]] = [:]
    /// Errors that are about no document that could be read, a result a file.
    private(set) var unreadable: [ScenarioResult] = []
    /// Findings that keep nothing from running.
    private(set) var warnings: [Diagnostic] = []

    init(_ found: FoundScenarios) {
        warnings = found.diagnostics.filter { $0.severity != .error }
        var rest: [ObjectIdentifier: [Diagnostic]] = [:]
        var order: [ObjectIdentifier] = []
        let documents = Dictionary(grouping: found.documents) {
            ObjectIdentifier($0.node.document.source)
        }
        for finding in found.diagnostics where finding.severity == .error {
            let source = ObjectIdentifier(finding.span.source)
            let owner = documents[source]?.last { document in
                document.node.span.range.start <= finding.span.range.start
                    && finding.span.range.start <= document.node.span.range.end
            }
            if let owner {
                byDocument[ObjectIdentifier(owner.node.document), default: []].append(finding)
            } else {
                if rest[source] == nil { order.append(source) }
                rest[source, default: []].append(finding)
            }
        }
        unreadable = order.compactMap { Self.result(rest[$0] ?? []) }
    }

    private static func result(_ findings: [Diagnostic]) -> ScenarioResult? {
        findings.first.map { first in
            ScenarioResult(
                id: "", title: nil, span: first.span, outcome: .error(findings),
                expectationCount: 0)
        }
    }

    func findings(of document: ScenarioDocument) -> [Diagnostic] {
        byDocument[ObjectIdentifier(document.node.document)] ?? []
    }
}
