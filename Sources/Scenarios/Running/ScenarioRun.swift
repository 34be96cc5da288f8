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

    func outcome() -> (ScenarioResult.Outcome, StoryBook?) {
        switch tell() {
        case .problems(let problems): return (.error(problems), nil)
        case .book(let book):
            var comparison = Comparison(book, from: scenario.start)
            for expectation in scenario.expectations { comparison.check(expectation) }
            let failures = comparison.failures
            return (failures.isEmpty ? .passed : .failed(failures), book)
        }
    }

    private func tell() -> Told {
        switch scenario.events {
        case .here(let events):
            return .book(StoryBook(events, until: scenario.end(events), in: world))
        case .file(let place): return tell(place)
        }
    }

    private func tell(_ place: Scenario.Place) -> Told {
        let node = place.node ?? scenario.node
        let recording: Recording
        switch read(place.path) {
        case .failure(let error):
            return .problems([.notRead(node, error.message)])
        case .success(.refused(let refusal)): return .problems(refusal.diagnostics)
        case .success(.read(let read)): recording = read
        }
        guard !recording.events.isEmpty, let end = recording.end else {
            return .problems([.withoutEvents(node, "there are no events in `\(place.path)`")])
        }
        let findings = scenario.nameFindings(recording.events, until: end)
        guard findings.isEmpty else { return .problems(findings) }
        return .book(StoryBook(recording.events, until: end, in: world))
    }

    private func read(_ path: String) -> Result<RecordingOutcome, ReadingFailure> {
        do {
            guard let format = EventInput.Format(path: path) else {
                return .failure(
                    ReadingFailure(
                        message: "`\(path)` has no event-file extension (.ndjson, .jsonl, .json)"))
            }
            let input = try EventInput(
                path: path, format: format, temporaryFolder: temporaryFolder)
            var request = ReplayRequest(
                setup: world.setup, inputs: [input], temporaryFolder: temporaryFolder)
            request.until = scenario.until
            return .success(try Replay.record(request))
        } catch let error as FileError {
            return .failure(ReadingFailure(message: error.message))
        } catch ReplayFailure.file(let error) {
            return .failure(ReadingFailure(message: error.message))
        } catch {
            return .failure(ReadingFailure(message: "\(error)"))
        }
    }

    private struct ReadingFailure: Error {
        let message: String
    }
}

extension Diagnostic {
    fileprivate static func notRead(_ node: Node, _ message: String) -> Diagnostic {
        Diagnostic(.scenarioFileNotFound, message, at: node.span, pointer: node.pointer)
    }
}
