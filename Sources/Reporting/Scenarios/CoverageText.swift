public import Scenarios

/// What scenarios covered, for people: shares, then every gap by its name.
public struct CoverageText: Sendable {
    private let coverage: Coverage

    public init(_ coverage: Coverage) {
        self.coverage = coverage
    }

    public var text: String {
        let shares = Coverage.Measure.allCases.map { measure in
            let (covered, all) = coverage.share(measure)
            return ["coverage of \(measure.rawValue)", "\(covered) of \(all)"]
                + (all > 0 ? ["\(covered * 100 / all) %"] : [""])
        }
        var table = TextTable()
        for share in shares { table.append(share) }
        return table.text + Coverage.Measure.allCases.map(gaps).joined()
    }

    private func gaps(_ measure: Coverage.Measure) -> String {
        let gaps = coverage.gaps(measure)
        guard !gaps.isEmpty else { return "" }
        var table = TextTable(indent: "  ")
        for gap in gaps { table.append([gap.name]) }
        return "missing \(measure.rawValue):\n" + table.text
    }
}
