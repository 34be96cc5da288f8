internal import Documents
internal import Files
internal import Payments
internal import Replay
internal import SourceText
internal import Stories

/// Runs one scenario.
struct ScenarioRun {
    let scenario: Scenario
    let world: World
    /// Where temporary files are made.
    let temporaryFolder: String

    /// What happens, or why that cannot be said.
    enum Told {
        case book(StoryBook)
        case problems([Diagnostic])
    }

    func outcome() -> (ScenarioResult.Verdict, StoryBook?) {
        switch tell() {
        case .problems(let problems): return (.error(problems), nil)
        case .book(let book):
            var comparison = Comparison(book, from: scenario.start)
            let failures = comparison.failures(of: scenario.expectations)
            return (failures.isEmpty ? .passed : .failed(failures), book)
        }
    }

    private func tell() -> Told {
        switch scenario.events {
        case .here(let events):
            return .book(StoryBook(events, until: scenario.end(events), in: world))
        case .file(let file): return tell(file)
        }
    }

    private func tell(_ file: Scenario.NamedPath) -> Told {
        let node = file.node ?? scenario.node
        do throws(ReplayFailure) {
            switch try read(file.path) {
            case .refused(let refusal): return .problems(refusal.diagnostics)
            case .read(let recording): return tell(recording, file.path, node)
            }
        } catch {
            let message = if case .file(let error) = error { error.message } else { "\(error)" }
            return .problems([.notRead(node, message)])
        }
    }

    private func tell(_ recording: Recording, _ path: String, _ node: Node) -> Told {
        guard !recording.events.isEmpty, let end = recording.end else {
            return .problems([.withoutEvents(node, "there are no events in `\(path)`")])
        }
        let findings = scenario.nameFindings(recording.events, until: end)
        guard findings.isEmpty else { return .problems(findings) }
        return .book(StoryBook(recording.events, until: end, in: world))
    }

    private func read(_ path: String) throws(ReplayFailure) -> RecordingOutcome {
        guard let format = EventInput.Format(path: path) else {
            preconditionFailure("the extension was checked when the scenario was read")
        }
        let input: EventInput
        do {
            input = try EventInput(path: path, format: format, temporaryFolder: temporaryFolder)
        } catch {
            throw .file(error)
        }
        var request = ReplayRequest(
            setup: world.setup, inputs: [input], temporaryFolder: temporaryFolder)
        request.until = scenario.until
        return try Replay.record(request)
    }
}

extension Diagnostic {
    fileprivate static func notRead(_ node: Node, _ message: String) -> Diagnostic {
        Diagnostic(.scenarioFileNotFound, message, at: node)
    }
}
