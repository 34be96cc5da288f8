import ArgumentParser
internal import ConfiguredReplay
import Payments
import Replay
import Reporting
import SourceText
import Stories

/// `connectorctl explain`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell one payment's story, step by step, with a reason for every step.",
        usage: """
            connectorctl explain --config <dir> --payment <id>
              [<options>] <events> ...
            """,
        discussion: """
            The events are those of a replay: NDJSON (.ndjson, .jsonl, or - for standard input) \
            or one JSON array (.json). Every event and timer of the payment is shown with the \
            rule that took it and why, even where nothing changed. --why-not says why the payment \
            never got to a status, or what moved it on.

            Example:
              connectorctl explain --config samples/shop/connectors --payment order-1042 \
            samples/shop/events.ndjson
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, mermaid

        /// How findings are written where this is how results are.
        var ofFindings: OutputFormat { self == .json ? .json : .text }
    }

    @OptionGroup var stream: StreamOptions

    @OptionGroup var signatures: SignatureOptions

    @Option(help: ArgumentHelp("The payment's identifier (required).", valueName: "id"))
    var payment: String?

    @Option(
        help: """
            What to do about invalid events: fail; or quarantine them, which here means to skip \
            them.
            """)
    var onInvalid = InvalidEventPolicy.fail

    @Option(
        help: ArgumentHelp(
            "Also say why the payment is not, or was never, "
                + Words.list(Status.allCases.map(\.name), "or") + ".", valueName: "status"),
        transform: StatusArgument.parse)
    var whyNot: Status?

    @Option(help: "How to write the result: text, json, or mermaid, a sequence diagram.")
    var format = Format.text

    func validate() throws {
        if whyNot != nil, format == .mermaid {
            throw ValidationError("--why-not works with text and json, not with mermaid.")
        }
    }

    func run() throws {
        let payment = try RequiredOption.value(payment, "--payment <id>")
        let configuration = try stream.configuration(reportingAs: format.ofFindings)
        var world = World(ReplaySetup(configuration))
        world.signatureKeys = try signatures.signatureKeys(for: world.setup)
        var request = try stream.request(configuration, onInvalid)
        request.signatureKeys = world.signatureKeys
        let outcome = try stream.read(request) { request throws(ReplayFailure) in
            try Replay.record(request, payment: payment)
        }
        switch outcome {
        case .refused(let refusal): try stream.report(refusal, as: format.ofFindings)
        case .read(let recording):
            if recording.events.isEmpty { throw try unknown(payment, request) }
            try write(
                Explanation(of: payment, in: recording, world: world, whyNot: whyNot))
        }
    }

    private func write(_ explanation: Explanation) throws {
        let output = ByteOutput(.standardOutput, format == .json ? nil : .shown)
        switch format {
        case .text: ExplanationText(explanation).write { output.write($0) }
        case .json: output.write(ExplanationJSON(explanation).bytes)
        case .mermaid: output.write(ExplanationMermaid(explanation).text)
        }
        try output.finish()
    }

    /// Why there is nothing to explain, with what may have been meant. Standard input is kept by its
    /// input, so that it can be looked through again.
    private func unknown(_ payment: String, _ request: ReplayRequest) throws -> Failure {
        let nearest = try stream.read(request) { request throws(ReplayFailure) in
            try Replay.nearest(to: payment, request)
        }
        if let until = stream.until, let namedAt = nearest.namedAt {
            return Failure(
                .couldNotRun, "no event up to \(until.text) names the payment `\(payment)`",
                hint: "its first event is at \(namedAt.text); give a later --until")
        }
        let names = nearest.names.map { "`\($0)`" }
        let suggestion = names.isEmpty ? nil : "did you mean \(Words.list(names, "or"))?"
        return Failure(
            .couldNotRun, "no event names the payment `\(payment)`",
            hint: nearest.others.first.map { Self.hint(payment, $0) } ?? suggestion)
    }

    /// That an identifier is that of something else.
    private static func hint(_ name: String, _ other: OtherName) -> String {
        let payments = other.payments.map { "`\($0)`" }
        let noun = payments.count == 1 ? "payment" : "payments"
        let of = "of the \(noun) \(Words.list(payments, "and"))"
        return switch other.kind {
        case .client: "`\(name)` is a client; explain one of its payments, such as \(payments[0])"
        case .attempt: "`\(name)` is an attempt \(of)"
        case .event: "`\(name)` is the identifier of an event \(of)"
        }
    }
}

/// Statuses on the command line.
enum StatusArgument {
    /// - Throws: `ValidationError` if `text` names no status.
    static func parse(_ text: String) throws -> Status {
        if let status = Status.allCases.first(where: { ByteOrder.equal($0.name, text) }) {
            return status
        }
        let names = Words.list(Status.allCases.map(\.name), "or")
        throw ValidationError("'\(text)' is not a payment status; write \(names).")
    }
}
