import SourceText
import TestSupport
import Testing

@testable import Events

@Suite("What is shown of an invalid event")
struct EventDisclosureTests {
    static let secret = "s3cr3t"

    /// A member of an event, in pieces that may be shown and pieces that may not.
    private typealias Member = [(text: String, isShown: Bool)]

    /// What `text` looks like to people, with everything that is hidden as a mask.
    private static func shown(
        _ text: String, of event: Range<Int>? = nil, in window: Range<Int>? = nil,
        allowsLineFeed: Bool = false
    ) -> String {
        let arena = ScratchArena()
        let bytes = arena.copy(text + "\n")
        func slice(_ range: Range<Int>) -> ByteSlice {
            ByteSlice(base: bytes.base + range.lowerBound, count: range.count)
        }
        let whole = 0..<text.utf8.count
        let window = window ?? whole
        let hidden = HiddenRanges(
            EventDisclosure.hiddenRanges(
                in: slice(window), of: slice(event ?? whole), allowsLineFeed: allowsLineFeed))
        let source = Array(text.utf8)[window]
        var (shown, position) = ([UInt8](), 0)
        while position < source.count {
            if let masked = hidden.range(holding: position) {
                shown += "•".utf8
                position = masked.upperBound
            } else {
                shown.append(source[source.startIndex + position])
                position += 1
            }
        }
        return withExtendedLifetime(arena) { String(decoding: shown, as: UTF8.self) }
    }

    @Test(
        "are listed fields and their scalars",
        arguments: [
            (
                #"{"type":"x","at":5,"card":"s3cr3t","id":null}"#,
                #"{"type":"x","at":5,•,"id":null}"#
            ),
            (#"{ "s3cr3t" : 1 , "at" : "x" }"#, #"{ • , "at" : "x" }"#),
            (#"{"payment":["s3cr3t"],"client":{"a":"s3cr3t"}}"#, #"{"payment":•,"client":•}"#),
            (
                #"{"error":{"code":"51","s3cr3t":1,"message":["s3cr3t"]},"at":true}"#,
                #"{"error":{"code":"51",•,"message":•},"at":true}"#
            ),
            (#"{"error":"s3cr3t"}"#, #"{"error":•}"#),
            (#"{"error":{},"a":{}}"#, #"{"error":{},•}"#),
            (#"{"\u0061t":"x","\u0061tt":"s3cr3t"}"#, #"{"\u0061t":"x",•}"#),
            (#"{"\ud800":"s3cr3t","at":"\ud800"}"#, #"{•,"at":"\ud800"}"#),
            (#"{"code":"s3cr3t","message":"s3cr3t"}"#, "{•,•}"),
            ("{}", "{}"), ("", ""), ("  ", "  "),
        ])
    func fields(text: String, expected: String) {
        #expect(Self.shown(text) == expected)
    }

    @Test(
        "is nothing from the first byte on that cannot be understood",
        arguments: [
            (#"s3cr3t"#, "•"), (#""s3cr3t""#, "•"), (#"["s3cr3t"]"#, "•"), ("41", "•"),
            (#"{"at":"x"} s3cr3t"#, #"{"at":"x"} •"#), (#"{"at":"x"}}s3cr3t"#, #"{"at":"x"}•"#),
            (#"{"at":"x" "card":"s3cr3t"}"#, #"{"at":"x" •"#), (#"{"at" "s3cr3t"}"#, #"{"at" •"#),
            (#"{"card" "s3cr3t"}"#, "{•"), (#"{"at":"s3cr3t"#, #"{"at":•"#),
            (#"{"at":"s3\cr3t","id":"x"}"#, #"{"at":•"#), (#"{"at":s3cr3t}"#, #"{"at":•"#),
            (#"{"at":12s3cr3t,"id":"x"}"#, #"{"at":12•"#), (#"{"card":[1,}],"id":"x"}"#, "{•"),
            (#"{"payment":[1,}],"id":"s3cr3t"}"#, #"{"payment":•"#),
            (#"{"error":{"code":1,s3cr3t}}"#, #"{"error":{"code":1,•"#),
            (#"{"at":1,'card':'s3cr3t'}"#, #"{"at":1,•"#), ("{at:1,s3cr3t}", "{•"),
            ("\u{FEFF}{\"at\":\"s3cr3t\"}", "•"), (#"{"at":1,//s3cr3t"#, #"{"at":1,•"#),
        ])
    func faults(text: String, expected: String) {
        #expect(Self.shown(text) == expected)
    }

    @Test("is of other events in its line only what encloses it")
    func neighbours() {
        let text = #"[{"at":"s3cr3t"}, {"at":"x","card":1} ,{"at":"s3cr3t"}]"#
        let event = #"[{"at":"s3cr3t"}, "#.utf8.count
        let end = event + #"{"at":"x","card":1}"#.utf8.count
        #expect(
            Self.shown(text, of: event..<end, allowsLineFeed: true) == #"•}, {"at":"x",•} ,{•"#)
    }

    /// A random value with the secret in it.
    private static func hiddenValue(_ random: inout SeededGenerator) -> String {
        [
            #""s3cr3t""#, #"{"a":"s3cr3t"}"#, #"["s3cr3t",{"at":"s3cr3t"}]"#,
            #"{"s3cr3t":{"error":{"code":"s3cr3t"}}}"#, #""\"s3cr3t\\""#,
        ].randomElement(using: &random) ?? ""
    }

    private static func member(_ random: inout SeededGenerator) -> Member {
        let scalar =
            [#""p""#, "12.5", "null", "true", #""é\n\"""#, #""""#]
            .randomElement(using: &random) ?? ""
        let names = EventField.listed.filter { $0 != .error }.map(\.name)
        let name = names.randomElement(using: &random) ?? ""
        let colon = [":", " : "].randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: return [(#""\#(name)"\#(colon)\#(scalar)"#, true)]
        case 2:
            // Without its first sign neither is a scalar with the secret.
            let container = [#"[1,"s3cr3t"]"#, #"{"code":"s3cr3t"}"#].randomElement(using: &random)
            return [(#""\#(name)"\#(colon)"#, true), (container ?? "", false)]
        case 3:
            return [
                (#""error"\#(colon){"code":\#(scalar),"#, true),
                (#""detail":\#(hiddenValue(&random))"#, false), (#","message":\#(scalar)}"#, true),
            ]
        default:
            let unknown =
                ["card", "s3cr3t", "Type", "at of", ""].randomElement(using: &random) ?? ""
            return [(#""\#(unknown)"\#(colon)\#(hiddenValue(&random))"#, false)]
        }
    }

    private static func event(_ random: inout SeededGenerator) -> Member {
        var pieces: Member = [("{", true)]
        for index in 0..<Int.random(in: 0..<7, using: &random) {
            if index > 0 { pieces.append((",", true)) }
            pieces += member(&random)
        }
        return pieces + [("}", true)]
    }

    @Test("is exactly what is known not to be secret", arguments: 0..<200 as Range<UInt64>)
    func exact(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = Self.event(&random)
        let text = pieces.map(\.text).joined()
        let expected = pieces.map { $0.isShown ? $0.text : "•" }.joined()
        #expect(Self.shown(text) == expected, "seed \(seed)")
        #expect(Self.shown(text, allowsLineFeed: true) == expected, "seed \(seed)")
    }

    @Test("is never secret, wherever the event is broken", arguments: 0..<40 as Range<UInt64>)
    func broken(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let whole = Array(Self.event(&random).map(\.text).joined().utf8)
        for _ in 0..<200 {
            var bytes = whole
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes.remove(at: place)
            case 2: bytes[place] = #"{}[]",:\ x"#.utf8.randomElement(using: &random) ?? 0x20
            default:
                bytes.insert(#"{}[]",:\ x"#.utf8.randomElement(using: &random) ?? 0x20, at: place)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let shown = Self.shown(text)
            #expect(!shown.contains(Self.secret), "seed \(seed): \(text) is shown as \(shown)")
            let start = Int.random(in: 0...bytes.count, using: &random)
            let window = start..<Int.random(in: start...bytes.count, using: &random)
            let part = Self.shown(text, in: window)
            #expect(!part.contains(Self.secret), "seed \(seed): \(text) in \(window)")
        }
    }
}
