public import Configuration
internal import Documents
internal import Events
internal import Files
internal import Payments
internal import Replay
public import SourceText

/// Reads scenarios from documents whose structure has been checked.
public enum ScenarioReading {
    /// The scenario that `document` describes; nil if it has errors, which are then said.
    public static func scenario(_ document: ScenarioDocument) -> (Scenario?, [Diagnostic]) {
        // What is wrong with an unsound one has been said.
        guard document.isSound else { return (nil, []) }
        var reading = Reading(document)
        let scenario = reading.scenario()
        let isFaulty = reading.diagnostics.contains { $0.severity == .error }
        return (isFaulty ? nil : scenario, reading.diagnostics)
    }
}

private struct Reading {
    private let document: ScenarioDocument
    private let root: Node
    private(set) var diagnostics: [Diagnostic] = []

    init(_ document: ScenarioDocument) {
        self.document = document
        root = document.node
    }

    mutating func scenario() -> Scenario? {
        guard let start = start() else { return nil }
        var times = TimeReading(start: start, beginsAtStart: root["eventsFile"] == nil)
        let until = root["until"].flatMap { times.instant($0) }
        let events = events(&times)
        var expectations = ExpectationReading(times)
        let expected = root["expect"].map { expectations.expectations($0) } ?? []
        diagnostics += expectations.times.diagnostics + expectations.diagnostics
        guard let config = config(), let events else { return nil }
        let scenario = Scenario(
            id: document.id, title: root["title"]?.string, node: root, config: config,
            start: start, events: events, until: until, expectations: expected)
        // A name that a faulty event gives is not unknown.
        if case .here(let list) = events, diagnostics.isEmpty { check(scenario, list) }
        return scenario
    }

    /// Rule: what comes after the clock has stopped happens to nobody, as if it were not there.
    private mutating func check(_ scenario: Scenario, _ events: [RecordedEvent]) {
        let end = scenario.end(events)
        let seen = events.filter { $0.at <= end }
        guard seen.contains(where: { $0.payment != nil }) else {
            let list = root["events"] ?? root
            return diagnostics.append(
                .withoutEvents(
                    list,
                    seen.isEmpty
                        ? "the clock stops before the first event, at \(end.text)"
                        : "there is no event of a payment up to \(end.text), where the clock stops")
            )
        }
        diagnostics += scenario.nameFindings(seen, until: end)
    }

    private mutating func start() -> Timestamp? {
        guard let node = root["start"] else { return TimeReading.defaultStart }
        if let start = Timestamp(text: node.string ?? "") { return start }
        diagnostics.append(
            Diagnostic(
                .scenarioTimeInvalid, "`start` is not an RFC 3339 time from 1678 to 2260", at: node,
                hint: "write it like 2026-01-05T10:00:00Z"))
        return nil
    }

    private mutating func events(_ times: inout TimeReading) -> Scenario.Events? {
        if let file = root["eventsFile"] { return eventsFile(file).map(Scenario.Events.file) }
        guard let list = root["events"] else { return nil }
        guard list.count > 0 else {
            diagnostics.append(.withoutEvents(list, "there are no events"))
            return nil
        }
        let (events, findings) = EventReading.events(list, &times)
        diagnostics += findings
        return .here(events)
    }

    private mutating func eventsFile(_ node: Node) -> Scenario.NamedPath? {
        let path = path(node)
        guard EventInput.Format(path: path) != nil else {
            diagnostics.append(
                .noFile(node, "`\(path)` has no event-file extension (.ndjson, .jsonl, .json)"))
            return nil
        }
        guard kind(of: path) == .file else {
            diagnostics.append(.noFile(node, "there is no file at `\(path)`"))
            return nil
        }
        return Scenario.NamedPath(path: path, node: node)
    }

    private mutating func config() -> Scenario.NamedPath? {
        guard let node = root["config"] else {
            return Scenario.NamedPath(path: document.folder, node: nil)
        }
        let path = path(node)
        guard kind(of: path) == .folder else {
            diagnostics.append(.noFile(node, "there is no folder at `\(path)`"))
            return nil
        }
        return Scenario.NamedPath(path: path, node: node)
    }

    /// The path that `node` gives, relative to the scenario's file.
    private func path(_ node: Node) -> String {
        PathText.join(PathText.parent(root.document.source.path), node.string ?? "")
    }

    /// A path with a NUL leads nowhere, nor does what the system refuses to look at.
    private func kind(of path: String) -> Folder.Kind? {
        guard !path.utf8.contains(0) else { return nil }
        return (try? Folder.kind(of: path)) ?? nil
    }
}

extension Scenario {
    /// Where the clock stops when its events are `events`.
    func end(_ events: [RecordedEvent]) -> Timestamp {
        until ?? events.map(\.at).max() ?? start
    }

    /// What is wrong with the names and times of the expectations about `events`, where the clock
    /// stops at `end`.
    func nameFindings(_ events: [RecordedEvent], until end: Timestamp) -> [Diagnostic] {
        var checks = NameChecks(events, until: end)
        for expectation in expectations { checks.check(expectation) }
        return checks.diagnostics
    }
}

extension Diagnostic {
    static func withoutEvents(_ node: Node, _ message: String) -> Diagnostic {
        Diagnostic(
            .scenarioWithoutEvents, message, at: node,
            hint: "a scenario without events tests nothing")
    }

    fileprivate static func noFile(_ node: Node, _ message: String) -> Diagnostic {
        Diagnostic(
            .scenarioFileNotFound, message, at: node,
            hint: "the path is relative to the scenario's file")
    }
}
