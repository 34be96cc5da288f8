public import Configuration
public import Files
internal import Parallelism
internal import Replay
public import SourceText

/// Scenarios, from paths to results: the map of this floor.
///
///     Configuration.scenarios  paths -> documents of the kind Scenario
///     ScenarioReading          documents -> scenarios, their events and expectations
///     TestedConfigurations     the configurations that they test
///     ScenarioRun              scenario -> what happens, held to what is expected
///     Coverage                 what happened in all of them, and what never did
///
/// Every document has a result: what cannot be read is an error, never passed over.
public enum Scenarios {
    /// What is wrong with the scenarios of a configuration, besides their structure.
    public static func check(_ documents: [ScenarioDocument]) -> [Diagnostic] {
        documents.flatMap { ScenarioReading.scenario($0).1 }
    }

    /// Runs the scenarios below some paths, side by side, and gives their results in the order of
    /// files and documents.
    ///
    /// - Throws: `FileError` if a path leads nowhere, or something cannot be read.
    public static func run(_ request: ScenarioRequest) throws(FileError) -> ScenarioReport {
        let found = try Configuration.scenarios(
            at: request.paths, standardInput: request.standardInput)
        let sorted = FindingsByDocument(found)
        let wanted = found.documents.filter { request.selects($0.id) }
        var prepared = wanted.map { Preparation($0, sorted.findings(of: $0)) }
        var configurations = TestedConfigurations()
        for index in prepared.indices { prepared[index].find(in: &configurations) }
        let results = Parallel.map(prepared.count) { [prepared] in prepared[$0].run(request) }
        return ScenarioReport(
            results: results + sorted.unreadable, warnings: sorted.warnings,
            fileCount: found.fileCount, foundCount: found.documents.count + sorted.unreadable.count,
            worlds: configurations.worlds)
    }
}

/// Which scenarios to run, and how.
public struct ScenarioRequest: Sendable {
    public var paths: [String]
    /// What `-` among the paths is called; nil if it names a file like any other.
    public var standardInput: String?
    /// Whether to run the scenario with this identifier.
    public var selects: @Sendable (String) -> Bool = { _ in true }
    /// Where temporary files are made.
    public var temporaryFolder: String
    /// Whether results keep what happened.
    public var keepsBooks = false
    /// Tells nanoseconds; nil: nothing is measured.
    public var clock: (@Sendable () -> UInt64)?

    public init(paths: [String], temporaryFolder: String) {
        self.paths = paths
        self.temporaryFolder = temporaryFolder
    }
}

/// The results of all scenarios.
public struct ScenarioReport: Sendable {
    /// In the order of files and documents; last, files in which scenarios may be lost.
    public let results: [ScenarioResult]
    /// Findings that keep nothing from running.
    public let warnings: [Diagnostic]
    /// The number of files that hold scenarios.
    public let fileCount: Int
    /// The number of scenarios that were found, whether selected or not.
    public let foundCount: Int
    /// The configurations under test.
    public let worlds: [TestedWorld]
}
