import Exploration
import JSONText
import Payments
import Scenarios
import Stories

/// What scenarios covered, as an object of the JSON report.
enum CoverageJSON {
    static func write(_ coverage: Coverage, to json: inout JSONWriter) {
        for measure in Coverage.Measure.allCases {
            let (covered, all) = coverage.share(measure)
            json.object(measure.rawValue) { json in
                json.number("covered", covered)
                json.number("all", all)
                switch measure {
                case .rules: writeRules(of: coverage, to: &json)
                case .deadlines: writeCells(of: coverage, to: &json)
                case .statuses: writeEncounters(of: coverage, to: &json)
                }
            }
        }
    }

    private static func writeRules(of coverage: Coverage, to json: inout JSONWriter) {
        json.object("counts") { json in
            for (rule, count) in coverage.rules { json.number(rule.name, count) }
        }
    }

    private static func writeCells(of coverage: Coverage, to json: inout JSONWriter) {
        json.list("counts", coverage.cells) { row, json in
            json.object { json in
                json.text("connector", row.cell.connector)
                if let folder = row.cell.folder { json.text("config", folder) }
                json.text("rule", row.cell.rule.name)
                json.text("moment", row.cell.moment.name)
                json.number("count", row.count)
            }
        }
    }

    private static func writeEncounters(of coverage: Coverage, to json: inout JSONWriter) {
        json.list("counts", coverage.encounters) { row, json in
            json.object { json in
                json.text("status", row.encounter.status?.name)
                json.text("event", row.encounter.trigger.name)
                json.number("count", row.count)
            }
        }
    }
}
