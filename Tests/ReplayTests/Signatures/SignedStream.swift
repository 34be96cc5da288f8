import HashKeys
import TestSupport

@testable import Events
@testable import Replay

/// Streams for tests, signed as `sign` does.
enum SignedStream {
    /// As the varied streams need it: all of their methods are configured.
    static let setup = ReplaySetup(
        connectors: ReplayRun.setup.connectors,
        methods: ["card", "cash", "cheque", "нал"].enumerated().map { place, id in
            .init(id: id, connector: place % 2, isActive: true, currencies: nil)
        })

    /// Test keys, made of a letter each.
    static func key(_ letter: Character) throws -> HashKey {
        guard let key = HashKey(hex: String(repeating: letter, count: 64)) else {
            throw NoKey()
        }
        return key
    }

    struct NoKey: Error {}

    static func keys(_ entries: [KeyEntry]) throws -> SignatureKeys {
        let ring = KeyRing(serial: 1, salt: try key("0"), entries: entries)
        return try SignatureKeys(KeyFile(lineage: "test", rings: [ring]), for: setup) { _ in nil }
    }

    /// Keys of both connectors.
    static func allKeys() throws -> SignatureKeys {
        try keys([
            KeyEntry(connector: "acme", source: .generated(key("a"), previous: nil)),
            KeyEntry(connector: "open", source: .generated(key("b"), previous: key("c"))),
        ])
    }

    /// Signs files of events, given by name and content, and gives what is written.
    static func sign(
        _ files: [(name: String, content: String)], with keys: SignatureKeys, threads: Int = 1
    ) throws -> (text: String, result: SigningResult?) {
        let folder = try TemporaryFolder()
        let inputs = try files.map { file in
            try EventInput(
                path: folder.write(file.name, file.content),
                format: file.name.hasSuffix(".json") ? .array : .lines,
                temporaryFolder: folder.path)
        }
        var request = ReplayRequest(
            setup: setup, inputs: inputs, temporaryFolder: folder.path)
        request.threads = threads
        let written = Written()
        let outcome = try Replay.sign(request, with: keys) { bytes in
            written.bytes.append(contentsOf: bytes)
            return true
        }
        let text = String(decoding: written.bytes, as: UTF8.self)
        guard case .signed(let result) = outcome else { return (text, nil) }
        return (text, result)
    }

    private final class Written {
        var bytes: [UInt8] = []
    }

    /// Signs lines of NDJSON.
    static func sign(
        _ lines: [String], threads: Int = 1, with keys: SignatureKeys? = nil
    ) throws -> [String] {
        let text = lines.map { $0 + "\n" }.joined()
        let signed = try sign(
            [("events.ndjson", text)], with: try keys ?? allKeys(), threads: threads)
        return signed.text.split(separator: "\n").map(String.init)
    }
}
