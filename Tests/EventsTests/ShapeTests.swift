import TestSupport
import Testing

@testable import Events

/// Events of a shape that came before are read in a shorter way, which must not show.
@Suite("Events of a known shape")
struct ShapeTests {
    /// Lines as programs write them: the same keys in the same order, line after line.
    private static let templates = [
        #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p-1","client":"c-1","#
            + #""method":"card","amount":"10.00","currency":"EUR"}"#,
        #"{"id":"ev-00001","at":"2026-01-05T10:00:00.250Z","type":"payment.created","#
            + #""currency":"EUR","amount":10.00,"method":"card","client":"c-1","payment":"p-2"}"#,
        #"{"type":"payment.attempted","at":"2026-01-05T10:01:00Z","payment":"p-1","attempt":"a-1"}"#,
        #"{"amount":10.5,"type":"payment.attempted","attempt":"550e8400-e29b-41d4-a716-446655440000""#
            + #","payment":"p-1","method":"cash","at":"2026-01-05T10:02:00+01:00"}"#,
        #"{"type":"gateway.result","at":"2026-01-05T10:03:00Z","payment":"p-1","attempt":"a-1","#
            + #""outcome":"succeeded","signature":"0123456789abcdef0123456789abcdef"}"#,
        #"{"type":"gateway.result","at":"2026-01-05T10:03:00Z","payment":"p-2","attempt":"a-1","#
            + #""outcome":"failed","error":{"code":"51","message":"insufficient funds","x":{"code":"y"}}}"#,
        #"{ "outcome": "failed", "error": { "code": null, "message": "no" }, "attempt": "a-1", "#
            + #""payment": "p-1", "type": "gateway.result", "at": "2026-01-05T10:04:00Z" }"#,
        #"{"type":"clock.advanced","at":"2026-01-05T10:05:00Z","payment":17,"error":{"code":"1"},"#
            + #""note":{"type":"x","list":[1,"2",null],"n":-1.5e3,"m":0.5},"payment":18}"#,
    ]

    @Test("are read and refused as if each were alone", arguments: 0..<6 as Range<UInt64>)
    func alone(seed: UInt64) throws {
        let lines = Self.stream(seed)
        let stream = StreamReading.withKnown { StreamReading.lines(lines, $0) }
        var expected = StreamReading()
        for (index, line) in lines.enumerated() {
            let alone = StreamReading.line(line)
            expected.events += alone.events
            expected.eventLines += alone.events.map { _ in index + 1 }
            expected.refused[index + 1] = alone.refused[1]
        }
        #expect(stream == expected, "seed \(seed)")
        #expect(!stream.events.isEmpty && !stream.refused.isEmpty, "seed \(seed)")
    }

    @Test("are read as arrays are, which know no shapes", arguments: 0..<6 as Range<UInt64>)
    func arrays(seed: UInt64) {
        let lines = Self.stream(seed)
        let stream = StreamReading.withKnown { StreamReading.lines(lines, $0) }
        // What is refused might break the array.
        let elements = lines.enumerated().map { index, line in
            stream.refused[index + 1] != nil || line.allSatisfy { $0 <= 0x20 }
                ? Array("{}".utf8) : line
        }
        let text = Array("[".utf8) + elements.joined(separator: Array(",\n".utf8)) + Array("]".utf8)
        let array = StreamReading.array(text)
        #expect(!array.isBroken)
        #expect(array.events == stream.events, "seed \(seed)")
        #expect(array.eventLines == stream.eventLines, "seed \(seed)")
    }

    // MARK: Mutations

    /// Every template a few times, then templates that were changed, with unchanged ones between.
    private static func stream(_ seed: UInt64) -> [[UInt8]] {
        var random = SeededGenerator(seed: seed)
        let texts = templates.map { Array($0.utf8) }
        var lines = texts + texts
        for _ in 0..<160 {
            guard let line = texts.randomElement(using: &random) else { continue }
            lines.append(Int.random(in: 0..<8, using: &random) == 0 ? line : mutated(line, &random))
        }
        return lines
    }

    private static func mutated(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var line = line
        switch random.below(13) {
        case 0: line = swappedMembers(line, &random)
        case 1: line = repeatedMember(line, &random)
        case 2: line = otherNumber(line, &random)
        case 3: line = withoutQuote(line, &random)
        case 4:
            line += random.pick([" ", "\r", " \r", "\t", "\r\r", "}", ",", "{}", "\u{FEFF}"]).utf8
        case 5: line = random.pick([" ", "\t\t", "\r", "\u{FEFF}"]).utf8 + line
        case 6: line = otherValue(line, &random)
        default:
            mutator.mutate(&line, most: 1, using: &random)
            // It is to stay one line.
            line.removeAll { $0 == 0x0A }
        }
        return line
    }

    private static let mutator = Mutator(pieces: [
        "\"", "\\", "\\\"", "\\u0041", "\\ud800", "é", "\u{80}", "\u{7F}", " ", ",", ":", "0",
        "e5", ".", "-", "{", "}", "[", "]", "null", "\0", "\t", "\u{1F}",
        String(repeating: "x", count: 200),
    ])

    /// The line's members, as far as commas tell: those within values count as well.
    private static func members(_ line: [UInt8]) -> [String] {
        String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
            .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private static func line(_ members: [String]) -> [UInt8] {
        Array(("{" + members.joined(separator: ",") + "}").utf8)
    }

    private static func swappedMembers(
        _ line: [UInt8], _ random: inout SeededGenerator
    ) -> [UInt8] {
        var members = members(line)
        members.swapAt(
            Int.random(in: members.indices, using: &random),
            Int.random(in: members.indices, using: &random))
        return Self.line(members)
    }

    private static func repeatedMember(
        _ line: [UInt8], _ random: inout SeededGenerator
    ) -> [UInt8] {
        var members = members(line)
        guard let member = members.randomElement(using: &random) else { return line }
        members.insert(member, at: Int.random(in: members.indices, using: &random))
        return Self.line(members)
    }

    private static func otherNumber(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let number = [
            "10.0", "1e1", "1E+1", "01", "00", "0", "-0", "-10", "10.", ".5", "10.005", "1e400",
            "0.10", "10.00000", "1000000000000000000", "99999999999999999999", "+1", "1_0", "0x1",
        ].randomElement(using: &random)
        return replaced(/[0-9]+\.?[0-9]*/, in: line, by: number ?? "", &random)
    }

    private static func withoutQuote(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        replaced(/"/, in: line, by: ["", "\"\"", "'"].randomElement(using: &random) ?? "", &random)
    }

    private static func otherValue(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let value =
            [
                "null", "true", "1", "[]", "{}", "\"\"", "\"x\"", "\"\\u0078\"", "\"succeeded\"",
                "\"failed\"", "\"EUR\"", "\"JPY\"", "\"card\"", "\"p-1\"", "\"p\\u002d1\"",
                "\"\u{9F}\"",
                "\"\(String(repeating: "y", count: 128))\"",
                "\"\(String(repeating: "y", count: 129))\"",
                "\"2026-01-05T10:00:00.123456789Z\"", "\"2026-01-05T23:59:60Z\"",
                "{\"code\":\"51\"}",
            ].randomElement(using: &random) ?? ""
        return replaced(/: ?("[^"]*"|[0-9.]+)/, in: line, by: ":" + value, &random)
    }

    /// The line with one of the matches of a pattern replaced.
    private static func replaced<Output>(
        _ pattern: Regex<Output>, in line: [UInt8], by text: String,
        _ random: inout SeededGenerator
    ) -> [UInt8] {
        var string = String(decoding: line, as: UTF8.self)
        guard let range = string.ranges(of: pattern).randomElement(using: &random) else {
            return line
        }
        string.replaceSubrange(range, with: text)
        return Array(string.utf8)
    }
}
