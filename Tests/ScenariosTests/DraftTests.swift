import Configuration
import ConfiguredReplay
import Events
import Payments
import Replay
import Scenarios
import Stories
import TestSupport
import Testing

/// What a draft says happens is what happens when it is read again and run.
@Suite("A scenario that was written from events")
struct DraftTests {
    @Test("passes when it is run, whatever the events and their names", arguments: [1, 2, 3, 4])
    func passes(seed: UInt64) throws {
        let folder = try ScenarioFolder()
        let world = World(
            ReplaySetup(try Configuration.load(paths: [folder.folder.path("config")])))
        var random = RandomEvents(seed: seed)
        for number in 0..<100 {
            let events = random.next()
            var draft = ScenarioDraft(
                id: "draft-\(number)", title: "Title: # \(number)", config: "../config",
                events: events)
            if number % 3 == 0 {
                let end = draft.until.nanoseconds + 900_000_000_000
                draft.until = Timestamp(nanoseconds: end)
            }
            try folder.write("draft-\(number).yaml", draft.yaml(in: world))
        }
        let report = try folder.run()
        #expect(report.results.count == 100)
        #expect(report.warnings.isEmpty, "nothing that YAML 1.1 would read otherwise")
        for result in report.results {
            #expect(result.word == "passed", "seed \(seed): \(result.id): \(result.diagnostics)")
        }
    }

    @Test(
        "passes when its names take more characters than YAML allows before a colon",
        arguments: ["\u{E0001}", "\u{2028}", "\"", "\\", "\u{202E}", "a", "\u{1F600}", "\u{FFFF}"])
    func longNames(character: String) throws {
        let folder = try ScenarioFolder()
        let world = World(
            ReplaySetup(try Configuration.load(paths: [folder.folder.path("config")])))
        let start = Timestamp(nanoseconds: 1_767_225_600_000_000_000)
        let name = String(repeating: character, count: 128)
        let actions: [RecordedEvent.Action] = [
            .created(
                client: name, method: name, amount: 1,
                currency: try #require(Currency(code: "EUR"))),
            .attempted(attempt: name, method: nil, amount: nil), .succeeded(attempt: name),
            .attempted(attempt: "b", method: nil, amount: nil), .succeeded(attempt: "b"),
        ]
        let events = actions.map { RecordedEvent(at: start, payment: name, action: $0) }
        let draft = ScenarioDraft(id: "long", title: name, config: "../config", events: events)
        try folder.write("draft.yaml", draft.yaml(in: world))
        let result = try #require(try folder.run().results.first)
        #expect(result.word == "passed", "\(result.diagnostics)")
    }

    @Test("fails as soon as the configuration does otherwise")
    func fails() throws {
        let folder = try ScenarioFolder()
        let world = World(
            ReplaySetup(try Configuration.load(paths: [folder.folder.path("config")])))
        let start = Timestamp(nanoseconds: 1_767_225_600_000_000_000)
        let events = [
            RecordedEvent(
                at: start, payment: "p",
                action: .created(
                    client: "c", method: "card", amount: 1,
                    currency: try #require(Currency(code: "EUR")))),
            RecordedEvent(
                at: Timestamp(nanoseconds: start.nanoseconds + 60_000_000_000), payment: "p",
                action: .attempted(attempt: "a", method: nil, amount: nil)),
        ]
        let end = Timestamp(nanoseconds: start.nanoseconds + 3_600_000_000_000)
        let draft = ScenarioDraft(
            id: "draft", title: "Expires", config: "../config", events: events, until: end)
        try folder.write("draft.yaml", draft.yaml(in: world))
        #expect(try folder.run().results.map(\.word) == ["passed"])
        let slower = ScenarioFolder.configuration.replacing("Minutes: 15", with: "Minutes: 90")
        try folder.folder.write("config/shop.yaml", slower)
        let failures = try #require(try folder.run().results.first?.failures)
        #expect(failures.map(\.subject).first == "`status` of payment `p`")
    }
}
