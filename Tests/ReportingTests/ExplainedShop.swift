import Configuration
import ConfiguredReplay
import Foundation
import Payments
import Replay
import Reporting
import Stories
import TestSupport
import Testing

/// The payments of the sample shop, explained.
enum ExplainedShop {
    /// Explains `payment`.
    static func explain(_ payment: String, whyNot: Status? = nil) throws -> Explanation {
        let temporary = FileManager.default.temporaryDirectory.path
        let configuration = try Configuration.load(paths: [path("samples/shop/connectors")])
        let input = try EventInput(
            path: path("samples/shop/events.ndjson"), format: .lines, temporaryFolder: temporary)
        let request = ReplayRequest(
            setup: ReplaySetup(configuration), inputs: [input], temporaryFolder: temporary)
        guard case .read(let recording) = try Replay.record(request, payment: payment) else {
            throw Refused()
        }
        return Explanation(
            of: payment, in: recording, world: World(request.setup), whyNot: whyNot)
    }

    /// The outputs in all formats, with paths as from the package's folder.
    static func outputs(_ explanation: Explanation) -> [(name: String, bytes: [UInt8])] {
        [
            ("txt", ExplanationText(explanation).text),
            ("json", String(decoding: ExplanationJSON(explanation).bytes, as: UTF8.self)),
            ("mmd", ExplanationMermaid(explanation).text),
        ].map { ($0, Array($1.replacing(path(""), with: "").utf8)) }
    }

    private struct Refused: Error {}

    private static func path(_ name: String) -> String {
        ProjectFiles.root.path + "/" + name
    }
}
