import Configuration
internal import ConfiguredReplay
internal import Events
import Exploration
import Payments
import Replay
import SourceText
import Stories

/// What is explored: a configuration, or made-up connectors.
struct ExploredConfiguration {
    let world: World
    private let stream: StreamOptions
    /// Nil: connectors are made up.
    private let loaded: LoadedConfiguration?

    /// - Throws: what ends the command, after reporting the errors of the configuration.
    init(
        _ stream: StreamOptions, reportingAs format: OutputFormat, guarding outputs: OutputGuard
    ) throws {
        self.stream = stream
        guard stream.config != nil || !stream.events.isEmpty else {
            (world, loaded) = (.madeUp(), nil)
            return
        }
        let configuration = try stream.configuration(reportingAs: format, guarding: outputs)
        (world, loaded) = (World(ReplaySetup(configuration)), configuration)
    }

    var isMadeUp: Bool { loaded == nil }

    /// - Throws: `Failure` if there is no method to pay through.
    func checkMethods() throws(Failure) {
        guard world.setup.methods.isEmpty else { return }
        throw Failure(
            .couldNotRun,
            "there is no payment method in `\(stream.config ?? ".")` to pay through",
            hint: "name the folder of a configuration, or leave --config out")
    }

    /// The recorded events of payments, and where the clock stops.
    ///
    /// - Throws: `Failure` if there are none; what ends the command, after reporting those that are
    ///   invalid.
    func recording(
        reportingAs format: OutputFormat
    ) throws -> (events: [RecordedEvent], end: Timestamp) {
        guard let loaded else { return ([], .earliest) }
        let outcome = try stream.read(stream.request(loaded, .fail)) {
            request throws(ReplayFailure) in
            try Replay.record(request)
        }
        switch outcome {
        case .refused(let refusal): try stream.report(refusal, as: format)
        case .read(let recording):
            if let end = recording.end, !recording.events.isEmpty {
                return (recording.events, end)
            }
        }
        let names = Listing.quoted(stream.events)
        throw Failure(
            .couldNotRun, "there are no payment events in \(names)",
            hint: stream.until.map { "events after \($0.text) do not count" })
    }
}

extension StreamOptions {
    /// Options that were given under other names.
    init(config: String?, events: [String], until: Timestamp?, threads: Int?) {
        self.init()
        self.config = config
        self.events = events
        self.until = until
        self.threads = threads
    }
}
