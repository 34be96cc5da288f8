public import ArgumentParser
import Files
public import Scenarios
import SourceText

/// The options of `test` about what scenarios cover.
struct CoverageOptions: ParsableArguments {
    @Flag(
        help: """
            Report what the scenarios covered and what is missing: rules; rules before, at and \
            after the deadline of each connector; statuses and the events that met them.
            """)
    var coverage = false

    @Option(
        help: ArgumentHelp(
            "Exit with 1 if less than this share was covered.", valueName: "percent"))
    var minCoverage: Int?

    @Option(
        help: ArgumentHelp(
            "What --min-coverage measures: rules, deadlines or statuses.", valueName: "measure"))
    var measure = Coverage.Measure.rules

    @Option(
        help: ArgumentHelp(
            "Write a scenario for everything that is missing to this folder.", valueName: "dir"))
    var writeMissing: String?

    func validate() throws {
        if let minCoverage, !(0...100).contains(minCoverage) {
            throw ValidationError("--min-coverage must be a whole number from 0 to 100.")
        }
    }

    var isWanted: Bool { coverage || minCoverage != nil || writeMissing != nil }

    /// What was covered, and what can be.
    struct Measured {
        let coverage: Coverage
        let reach: Reach
    }

    func measured(_ report: ScenarioReport) -> Measured? {
        guard isWanted else { return nil }
        let reach = Reach(in: report.worlds)
        return Measured(
            coverage: Coverage(of: report.results, within: reach),
            reach: reach)
    }

    /// Writes the missing scenarios, if they are wanted.
    func write(_ measured: Measured?) throws {
        guard let measured, let folder = writeMissing else { return }
        let locked = try OutputFolder.locked(folder)
        locked.keep()
        let gaps = Coverage.Measure.allCases.flatMap { measured.coverage.gaps($0) }
        let files = try measured.reach.scenarios(closing: gaps, in: folder)
        try ScenarioFiles.write(files.map { ($0.name, $0.yaml) }, to: locked)
        try ByteOutput.write(
            "wrote \(files.count) scenarios to \(PrintableText.escaped(folder))\n",
            to: .standardError)
    }

    /// Whether enough was covered.
    func status(_ measured: Measured?) throws -> ExitStatus {
        guard let measured, let minCoverage else { return .success }
        let (covered, all) = measured.coverage.share(measure)
        guard all > 0 || minCoverage == 0 else {
            throw Failure(
                .findings,
                "no \(measure.rawValue) can be covered: no connector of the configurations under "
                    + "test has a payment method",
                hint: "leave --min-coverage out: there is nothing to cover")
        }
        guard covered * 100 < minCoverage * all else { return .success }
        let gaps = measured.coverage.gaps(measure).map(\.name)
        throw Failure(
            .findings,
            "\(covered) of \(all) \(measure.rawValue) are covered, less than \(minCoverage) %; "
                + "missing: \(gaps.joined(separator: "; "))",
            hint: "--write-missing DIR writes a scenario for each")
    }
}

extension Coverage.Measure: ExpressibleByArgument {}
