import SourceText

/// The order of findings: file by bytes, line, column, code by bytes; then as they were found.
struct FindingOrder {
    /// The position of each source's path among all paths.
    private let ranks: [ObjectIdentifier: Int]

    init(_ findings: [Report.Finding]) {
        var sources: [ObjectIdentifier: SourceText] = [:]
        for finding in findings {
            let source = finding.diagnostic.span.source
            sources[ObjectIdentifier(source)] = source
        }
        let sorted = sources.sorted { ByteOrder.precedes($0.value.path, $1.value.path) }
        var ranks: [ObjectIdentifier: Int] = [:]
        var rank = 0
        var latest: String?
        for (id, source) in sorted {
            if let latest, !ByteOrder.equal(latest, source.path) { rank += 1 }
            latest = source.path
            ranks[id] = rank
        }
        self.ranks = ranks
    }

    func sorted(_ findings: [Report.Finding]) -> [Report.Finding] {
        let keys = findings.map { ranks[ObjectIdentifier($0.diagnostic.span.source)] ?? 0 }
        let order = findings.indices.sorted { left, right in
            if keys[left] != keys[right] { return keys[left] < keys[right] }
            let (a, b) = (findings[left], findings[right])
            if a.place.start != b.place.start { return a.place.start < b.place.start }
            let (codeA, codeB) = (a.diagnostic.code.name, b.diagnostic.code.name)
            if ByteOrder.equal(codeA, codeB) { return left < right }
            return ByteOrder.precedes(codeA, codeB)
        }
        return order.map { findings[$0] }
    }
}
