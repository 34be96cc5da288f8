import ArgumentParser
import Reporting
import Scenarios
import SourceText

/// How the results of scenarios are written.
enum TestFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit, tap

    /// How it writes what a build agent would take for a command.
    private var spelling: BuildCommands.Spelling? {
        switch self {
        case .text: .shown
        case .json: nil
        case .junit: .xml
        case .tap: .yaml
        }
    }

    /// Writes `report` to standard output.
    func write(_ report: ScenarioReport, _ coverage: Coverage?) throws {
        let output = ByteOutput(.standardOutput, spelling)
        switch self {
        case .text:
            ScenarioText(style: Terminal.style(of: .standardOutput)).write(report) {
                output.write($0)
            }
            if let coverage { output.write("\n" + CoverageText(coverage).text) }
        case .json: ScenarioJSON().write(report, coverage: coverage) { output.write($0) }
        case .junit: ScenarioJUnit().write(report) { output.write($0) }
        case .tap: ScenarioTAP().write(report) { output.write($0) }
        }
        try output.finish()
        // Formats for results alone have no element for it.
        guard let coverage, self == .junit || self == .tap else { return }
        try ByteOutput.write(CoverageText(coverage).text, to: .standardError)
    }
}
