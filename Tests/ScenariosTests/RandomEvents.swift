import Events
import Payments
import Replay
import TestSupport

/// Random events of a few payments, with names that are hard to write in YAML.
struct RandomEvents {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private static let payments = ["p1", "no", "1:30", "a: b", "{x}", "é", "\u{1F600}", "0x1F"]
    private static let clients = ["c1", "#c", "'", "\"quoted\"", "\\", "null", "- x", "x\u{2028}y"]
    private static let attempts = ["a1", "12", "~", "a,b", "[1]", "*a", "true", " lead", "trail "]
    private static let methods: [String?] = [nil, "card", "cash", "unknown: one"]
    private static let texts: [String?] = [
        nil, "51", "no money\nleft", "tab\there", "", "\u{FEFF}", "\u{7F}\u{85}", "e\u{301}",
    ]

    /// Up to twelve events in the order of their times, which are all different.
    mutating func next() -> [RecordedEvent] {
        var time: Int64 = 1_767_225_600_000_000_000
        let payments = [pick(Self.payments), pick(Self.payments)]
        return (0..<Int.random(in: 1...12, using: &random)).map { _ in
            let isExact = Int.random(in: 0..<4, using: &random) > 0
            time +=
                Int64.random(in: 1...900, using: &random) * (isExact ? 1_000_000_000 : 999_999_999)
            let payment = pick(payments)
            return RecordedEvent(
                at: Timestamp(nanoseconds: time), payment: payment, action: action(),
                id: Bool.random(using: &random) ? pick(Self.attempts) : nil)
        }
    }

    private mutating func action() -> RecordedEvent.Action {
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1:
            .created(
                client: pick(Self.clients), method: pick(Self.methods) ?? "card",
                amount: Int64.random(in: 1...100_000, using: &random),
                currency: pick(["EUR", "JPY", "KWD"].compactMap(Currency.init(code:))))
        case 2, 3:
            .attempted(
                attempt: pick(Self.attempts), method: pick(Self.methods), amount: amount())
        case 4: .succeeded(attempt: pick(Self.attempts))
        default:
            .failed(
                attempt: pick(Self.attempts),
                error: ErrorText(code: pick(Self.texts), message: pick(Self.texts)))
        }
    }

    private mutating func amount() -> WrittenAmount? {
        let texts: [String?] = [nil, "1", "0.5", "12.50", "0.0001", "1000000", "0.120"]
        return pick(texts).flatMap { text in
            Array(text.utf8).withUnsafeBufferPointer { WrittenAmount($0, spelling: .string) }
        }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }
}
