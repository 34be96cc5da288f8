import Documents
import Exploration
import Payments
import Scenarios
import Stories

/// What scenarios covered, as an object of the JSON report.
enum CoverageJSON {
    static func object(_ coverage: Coverage) -> [UInt8] {
        var object = JSONObjectWriter()
        for measure in Coverage.Measure.allCases {
            let (covered, all) = coverage.share(measure)
            var share = JSONObjectWriter()
            share.number("covered", covered)
            share.number("all", all)
            switch measure {
            case .rules: rules(coverage, &share)
            case .deadlines: cells(coverage, &share)
            case .statuses: encounters(coverage, &share)
            }
            object.value(measure.rawValue, share.end())
        }
        return object.end()
    }

    private static func rules(_ coverage: Coverage, _ share: inout JSONObjectWriter) {
        var counts = JSONObjectWriter()
        for (rule, count) in coverage.rules { counts.number(rule.name, count) }
        share.value("counts", counts.end())
    }

    private static func cells(_ coverage: Coverage, _ share: inout JSONObjectWriter) {
        share.list("counts", coverage.cells) { row, output in
            var object = JSONObjectWriter()
            object.text("connector", row.cell.connector)
            if let folder = row.cell.folder { object.text("config", folder) }
            object.text("rule", row.cell.rule.name)
            object.text("moment", row.cell.moment.name)
            object.number("count", row.count)
            output.append(contentsOf: object.end())
        }
    }

    private static func encounters(_ coverage: Coverage, _ share: inout JSONObjectWriter) {
        share.list("counts", coverage.encounters) { row, output in
            var object = JSONObjectWriter()
            object.text("status", row.encounter.status?.name)
            object.text("event", row.encounter.trigger.name)
            object.number("count", row.count)
            output.append(contentsOf: object.end())
        }
    }
}
