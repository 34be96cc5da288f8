import ArgumentParser
import RegularExpressions
import Reporting
import Scenarios
import SourceText

/// `connectorctl test`
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run scenarios: tests of a configuration.",
        usage: "connectorctl test [<paths> ...] [<options>]",
        discussion: """
            A scenario is a YAML document of the kind Scenario: events, and what must be true of \
            payments, balances and anomalies afterwards. Exit code 1 means that an expectation \
            failed, 2 that a scenario could not run, or that there is none.

            Examples:
              connectorctl test samples
              connectorctl test samples --coverage --min-coverage 100
              connectorctl test --record day.ndjson --config connectors > day.yaml
            """)

    @Argument(help: "Folders or files with scenarios; - is standard input (default: .).")
    var paths: [String] = []

    @Option(help: "How to write the results: text, json, junit or tap.")
    var format = TestFormat.text

    @Option(
        help: ArgumentHelp(
            "Run only scenarios whose id matches this regular expression (ECMA-262).",
            valueName: "regex"))
    var filter: String?

    @OptionGroup(title: "Coverage")
    var coverage: CoverageOptions

    @OptionGroup(title: "Recording")
    var recording: RecordingOptions

    mutating func validate() throws {
        paths = ArgumentRuns.unfolded(paths)
    }

    func run() throws {
        if let record = recording.record {
            try checkRecordsAlone()
            return try recording.write(record)
        }
        try recording.checkUnused()
        try Input.checkStandardInput(paths)
        let report = try Scenarios.run(try request())
        try checkFound(report)
        let measured = coverage.measured(report)
        if !report.warnings.isEmpty {
            let findings = Findings(report.warnings, files: report.fileCount, documents: 0)
            try findings.write(to: .standardError)
        }
        try format.write(report, measured?.coverage)
        try coverage.write(measured)
        try status(report).end()
        try coverage.status(measured).end()
    }

    private func request() throws -> ScenarioRequest {
        var request = ScenarioRequest(
            paths: paths.isEmpty ? ["."] : paths, temporaryFolder: Terminal.temporaryFolder)
        request.standardInput = "-"
        request.keepsBooks = coverage.isWanted
        let start = ContinuousClock.now
        request.clock = { Self.nanoseconds(since: start) }
        if let filter { request.selects = try Self.selection(filter) }
        return request
    }

    private static func nanoseconds(since start: ContinuousClock.Instant) -> UInt64 {
        let passed = (ContinuousClock.now - start).components
        return UInt64(clamping: passed.seconds * 1_000_000_000 + passed.attoseconds / 1_000_000_000)
    }

    private static func selection(_ filter: String) throws -> @Sendable (String) -> Bool {
        do {
            let pattern = try Pattern(filter)
            // A pattern too slow to say no does not keep a scenario from running.
            return { (try? pattern.matches($0)) ?? true }
        } catch {
            throw ValidationError("--filter is not a regular expression: \(error.message)")
        }
    }

    private func checkFound(_ report: ScenarioReport) throws {
        guard report.results.isEmpty else { return }
        let searched = Listing.quoted(paths.isEmpty ? ["."] : paths)
        if let filter, report.foundCount > 0 {
            throw Failure(
                .couldNotRun,
                "none of the \(report.foundCount) scenarios in \(searched) has an id "
                    + "that matches `\(filter)`", hint: "leave --filter out to run all")
        }
        throw Failure(
            .couldNotRun, "there is no scenario in \(searched)",
            hint: "a scenario is a YAML document with `apiVersion: connectorctl/v1` and "
                + "`kind: Scenario`")
    }

    private func checkRecordsAlone() throws {
        guard paths.isEmpty, filter == nil, format == .text, !coverage.isWanted else {
            throw ValidationError(
                "--record writes a scenario and does not run any: it takes only --config, --out "
                    + "and --until.")
        }
    }

    private func status(_ report: ScenarioReport) -> ExitStatus {
        var status = ExitStatus.success
        for result in report.results {
            switch result.outcome {
            case .passed: continue
            case .failed: if status == .success { status = .findings }
            case .error: return .couldNotRun
            }
        }
        return status
    }
}
