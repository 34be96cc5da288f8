import Files
import Foundation
import Payments
import Replay
import TestSupport
import Testing

/// One replay in a folder of its own.
struct ReplayRun {
    let folder: TemporaryFolder
    var threads = 1
    var until: Timestamp?
    var onInvalid = InvalidEventPolicy.fail
    /// The path of a checkpoint to go on from.
    var resumedPath: String?
    /// Where a checkpoint is written to.
    var checkpointPath: String?

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A connector with a period of 15 minutes and its method `card`, and one without a period and
    /// its method `cash`.
    static let setup = ReplaySetup(
        connectors: [
            .init(id: "acme", processingPeriodMinutes: 15),
            .init(id: "open", processingPeriodMinutes: nil),
        ],
        methods: [
            .init(id: "card", connector: 0, isActive: true, currencies: nil),
            .init(id: "cash", connector: 1, isActive: true, currencies: nil),
        ])

    /// Replays files, given by name and content, and writes the outputs to the folder `out`.
    func callAsFunction(_ inputs: [(name: String, content: [UInt8])]) throws -> ReplayOutcome {
        let out = folder.path("out")
        try Folder.make(out)
        let opened = try inputs.map { input in
            let path = try folder.write(input.name, bytes: input.content)
            let format = try #require(EventInput.Format(path: path))
            return try EventInput(path: path, format: format, temporaryFolder: out)
        }
        var request = ReplayRequest(setup: Self.setup, inputs: opened, temporaryFolder: out)
        request.threads = threads
        request.until = until
        request.onInvalid = onInvalid
        request.keepsTrace = true
        request.rejectedPath = out + "/rejected.ndjson"
        request.checkpointPath = checkpointPath
        if let resumedPath { request.resume = try Checkpoint(path: resumedPath) }
        let outcome = try Replay.run(request)
        if case .finished(let result) = outcome { try ReplayOutputs.write(result, to: out) }
        return outcome
    }

    /// Replays lines of NDJSON.
    func callAsFunction(_ lines: [String]) throws -> ReplayOutcome {
        let text = lines.map { $0 + "\n" }.joined()
        return try self([("events.ndjson", Array(text.utf8))])
    }

    /// The content of an output file.
    func output(_ name: String) throws -> String {
        String(decoding: try #require(folder.read("out/" + name)), as: UTF8.self)
    }

    /// The names of the output files, left-over temporary ones too.
    var outputNames: [String] {
        get throws { try ProjectFiles.names(in: folder.url.appending(path: "out")) }
    }
}

/// Random streams over few payments, with times around deadlines.
struct RandomStream {
    /// The events in the order of their times; those of one payment never share one.
    let lines: [String]

    init(seed: UInt64, count: Int = 120, payments: Int = 8) {
        var random = SeededGenerator(seed: seed)
        var second = 0
        lines = (0..<count).map { index in
            second += Int.random(in: 1...400, using: &random)
            let at = Timestamp(
                nanoseconds: 1_767_600_000_000_000_000 + Int64(second) * 1_000_000_000)
            let payment = "p-\(Int.random(in: 0..<payments, using: &random))"
            let attempt = "a-\(Int.random(in: 0..<3, using: &random))"
            let head = #"{"id":"ev-\#(index)","at":"\#(at.text)","payment":"\#(payment)""#
            switch Int.random(in: 0..<9, using: &random) {
            case 0, 1:
                let tail =
                    #""client":"c-\#(payment.utf8.count % 3)","amount":"12.50","currency":"EUR""#
                return head + #","type":"payment.created","method":"card",\#(tail)}"#
            case 2, 3, 4:
                let method = ["card", "cash", "cheque"].randomElement(using: &random) ?? ""
                return head
                    + #","type":"payment.attempted","attempt":"\#(attempt)","method":"\#(method)"}"#
            case 5, 6:
                let outcome = #""outcome":"failed","error":{"code":"51","message":null}"#
                return head + #","type":"gateway.result","attempt":"\#(attempt)",\#(outcome)}"#
            default:
                return head
                    + #","type":"gateway.result","attempt":"\#(attempt)","outcome":"succeeded"}"#
            }
        }
    }
}
