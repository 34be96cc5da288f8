import Configuration
import Deployment
import Documents
import HashKeys
import SourceText
import TestSupport
import Testing

/// Messages, descriptions and dumps of values that hold keys and secrets.
@Suite("A value that holds a secret")
struct ConcealedTests {
    private static let hex = String(repeating: "5ec7e7", count: 10) + "5ec7"

    /// All that can be printed of `value`.
    private static func texts(_ value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return ["\(value)", String(describing: value), String(reflecting: value), dumped]
    }

    /// What shows the bytes of the secret: its digits, their numbers, or the text.
    private static let signs = ["5ec7", "94, 199, 231", "planted", "112, 108, 97"]

    @Test("shows a mask, and what else is known of it")
    func keys() throws {
        let key = try #require(HashKey(hex: Self.hex))
        let shared = try #require(HashKey(shared: "planted-key"))
        let entries = [
            KeyEntry(connector: "acme", source: .generated(key, previous: key)),
            KeyEntry(connector: "till", source: .environment("TILL_KEY")),
        ]
        let ring = KeyRing(serial: 7, salt: key, entries: entries)
        let file = KeyFile(lineage: "line", rings: [ring, ring], pendingState: "state.json")
        let values: [Any] = [key, shared, entries, ring, file, [shared], Optional(key) as Any]
        for value in values {
            for text in Self.texts(value) {
                #expect(text.contains("•••"))
                for sign in Self.signs { #expect(!text.contains(sign), "\(text)") }
            }
        }
        #expect("\(ring)".contains("acme") && "\(ring)".contains("TILL_KEY"))
    }

    @Test("of a configuration shows a mask")
    func configuration() throws {
        let installed = try Installed()
        try installed.describe(
            replacing: "staticJson: {terminal: T-1}", with: "staticJson: {token: {$env: TOKEN}}")
        let loaded = try Configuration.load(paths: [installed.folder.path("config")])
        let secrets = SecretResolver(loaded) { _ in Array("planted-secret".utf8) }
        let till = try #require(loaded.connectors.first { $0.id == "till" })
        let token = try #require(till.staticSettings?["token"])
        let outcome = secrets.secret(at: token)
        guard case .secret("planted-secret") = outcome else { return #expect(Bool(false)) }
        let bundle = Bundle(loaded, for: "root", secrets)
        #expect(String(decoding: bundle.bytes(nil), as: UTF8.self).contains("planted-secret"))
        for value in [outcome, bundle, [bundle]] as [Any] {
            for text in Self.texts(value) {
                #expect(text.contains("•••"))
                for sign in Self.signs { #expect(!text.contains(sign), "\(text)") }
            }
        }
    }
}

@Suite("A fingerprint")
struct FingerprintTests {
    @Test("of a generated key is that of its bytes alone, and of a shared one salted, by connector")
    func vectors() throws {
        let zeros = String(repeating: "0", count: 64)
        let key = try #require(HashKey(hex: zeros))
        let ring = KeyRing(serial: 1, salt: key)
        func fingerprint(_ connector: String, _ source: KeyEntry.Source) -> String? {
            ring.fingerprint(of: KeyEntry(connector: connector, source: source)) { name in
                name == "KEY" ? "hunter2" : nil
            }
        }
        // As other implementations of SHA-256 and HMAC have it.
        #expect(fingerprint("acme", .generated(key, previous: nil)) == "66687aadf862bd77")
        #expect(fingerprint("acme", .environment("KEY")) == "d2e2935d81eea96c")
        #expect(fingerprint("till", .environment("KEY")) == "05bae8178674ab81")
        #expect(fingerprint("till", .environment("OTHER")) == nil)
        let other = KeyRing(serial: 1, salt: .random())
        #expect(other.salted("f52fbd32b2b3b86f", of: "acme") != "d2e2935d81eea96c")
    }
}
