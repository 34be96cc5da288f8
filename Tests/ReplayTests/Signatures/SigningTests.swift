import HashKeys
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("Signing a stream")
struct SigningTests {
    private static let created =
        #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p","client":"c","#
        + #""method":"card","amount":1,"currency":"EUR"}"#
    private static func attempted(_ attempt: String, _ more: String = "") -> String {
        #"{"type":"payment.attempted","at":"2026-01-05T10:01:00Z","payment":"p","#
            + #""attempt":"\#(attempt)"\#(more)}"#
    }
    private static func result(_ attempt: String, _ more: String = "") -> String {
        #"{"type":"gateway.result","at":"2026-01-05T10:02:00Z","payment":"p","#
            + #""attempt":"\#(attempt)","outcome":"succeeded"\#(more)}"#
    }
    private static func signature(_ key: Character, _ event: String) throws -> String {
        try SignedStream.key(key).signature(of: SignedSample.read(event).text)
    }

    @Test("takes the key of the attempt's connector, else of the payment's")
    func connectors() throws {
        let lines = [
            Self.created, Self.attempted("1"), Self.attempted("2", #","method":"cash""#),
            Self.result("1"), Self.result("2"),
        ]
        let signed = try SignedStream.sign(lines)
        let signatures = [
            try Self.signature("a", Self.result("1")), try Self.signature("b", Self.result("2")),
        ]
        #expect(Array(signed[..<3]) == Array(lines[..<3]))
        #expect(signed[3] == Self.result("1", #","signature":"\#(signatures[0])""#))
        #expect(signed[4] == Self.result("2", #","signature":"\#(signatures[1])""#))
    }

    @Test("keeps every other byte, in lines and in arrays", arguments: [1, 4])
    func bytes(threads: Int) throws {
        let odd =
            "\r\n \n\t { \"payment\":\"p\" ,\"x\":{\"signature\":1},\"signature\" : \"old\" ,"
            + #""type":"gateway.result","outcome":"failed","attempt":"1","#
            + #""at":"2026-01-05T10:02:00Z"\#t} \#r\#n"#
        let plain = String(Self.result("1").dropLast()) + " }"
        let head = Self.created + "\n" + Self.attempted("1") + "\n"
        let key = try SignedStream.key("a")
        let signature = key.signature(of: SignedSample.read(Self.result("1")).text)
        let other = key.signature(
            of: SignedSample.read(odd.split(separator: "{", maxSplits: 1).map { "{" + $0 }[1]).text)
        let signedEvents = [
            odd.replacing("\"old\"", with: "\"\(other)\""),
            String(Self.result("1", #","signature":"\#(signature)""#).dropLast()) + " }",
        ]
        let lines = try SignedStream.sign(
            [("e.ndjson", head + odd + plain)], with: SignedStream.allKeys(), threads: threads)
        #expect(lines.text == head + signedEvents.joined())
        #expect(lines.result == SigningResult(events: 4, signed: 2))
        func array(_ results: [String]) -> String {
            let events = [Self.created, Self.attempted("1")] + results
            return "\n[ " + events.joined(separator: "\n,") + "\n]\n "
        }
        let elements = try SignedStream.sign(
            [("e.json", array([odd, plain]))], with: SignedStream.allKeys(), threads: threads)
        #expect(elements.text == array(signedEvents))
    }

    @Test("makes one stream of several files, whose last lines may have no end")
    func files() throws {
        let files = [
            ("a.ndjson", Self.created), ("b.ndjson", ""),
            ("c.ndjson", Self.attempted("1") + "\n"), ("d.ndjson", "\n"),
            ("e.ndjson", Self.result("9")),
        ]
        let signed = try SignedStream.sign(files, with: SignedStream.allKeys())
        #expect(
            signed.text == Self.created + "\n" + Self.attempted("1") + "\n\n" + Self.result("9"))
        #expect(signed.result == SigningResult(events: 3, withoutConnector: 1))
    }

    @Test("leaves what it has no key for, and says how many")
    func unsigned() throws {
        let keys = try SignedStream.keys([
            KeyEntry(
                connector: "acme", source: .generated(SignedStream.key("a"), previous: nil))
        ])
        let lines = [
            Self.created, Self.attempted("1"), Self.attempted("2", #","method":"cash""#),
            Self.attempted("3", #","method":"other""#), Self.result("1"),
            Self.result("2", #","signature":"kept""#), Self.result("3"), Self.result("4"),
        ]
        let signed = try SignedStream.sign(
            [("e.ndjson", lines.joined(separator: "\n"))], with: keys)
        #expect(
            signed.result
                == SigningResult(events: 8, signed: 1, withoutConnector: 2, withoutKey: 1))
        let unsigned = signed.text.split(separator: "\n").map(String.init)
        #expect(Array(unsigned[5...]) == Array(lines[5...]))
    }

    @Test("writes nothing where an event is invalid")
    func invalid() throws {
        let text = Self.created + "\n" + Self.attempted("1") + "\n" + Self.result("1") + "\n{\n"
        let signed = try SignedStream.sign(
            [("e.ndjson", text)], with: SignedStream.allKeys())
        #expect(signed.text.isEmpty && signed.result == nil)
    }

    @Test(
        "gives a line the same signature in any order of the lines, with any number of threads",
        arguments: 60..<63 as Range<UInt64>)
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lines = VariedStream(seed: seed, count: 400, invalidPerMille: 0).lines
        let signed = try SignedStream.sign(lines)
        #expect(zip(lines, signed).count { $0 != $1 } > 20)
        #expect(try SignedStream.sign(lines, threads: 3) == signed)
        let places = lines.indices.shuffled(using: &random)
        for threads in [1, 2, 4] {
            let shuffled = try SignedStream.sign(places.map { lines[$0] }, threads: threads)
            #expect(shuffled == places.map { signed[$0] }, "seed \(seed), threads \(threads)")
        }
    }
}
