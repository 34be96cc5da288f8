/// A seeded source of chance (SplitMix64), so that every run makes the same instances.
struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in `count` times.
    mutating func once(in count: Int) -> Bool { integer(1...count) == 1 }

    mutating func one<Element>(of list: [Element]) -> Element {
        list[integer(0...list.count - 1)]
    }

    /// A lower-case word.
    mutating func word(_ length: ClosedRange<Int> = 3...9) -> String {
        let letters = Array("abcdefghijklmnoprstuvwyz".unicodeScalars)
        var text = ""
        for _ in 0..<integer(length) { text.unicodeScalars.append(one(of: letters)) }
        return text
    }

    /// Words between spaces; one in ten has a letter beyond ASCII.
    mutating func words(_ count: ClosedRange<Int>) -> String {
        (0..<integer(count)).map { _ in word() + (once(in: 10) ? "é" : "") }
            .joined(separator: " ")
    }

    /// A number with two decimals.
    mutating func price() -> Value {
        let cents = integer(1...99)
        return .number("\(integer(0...5_000)).\(cents < 10 ? "0" : "")\(cents)")
    }

    /// A point in time.
    mutating func time() -> String {
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        let date = "2025-\(padded(integer(1...12)))-\(padded(integer(1...28)))"
        let time = [23, 59, 59].map { padded(integer(0...$0)) }.joined(separator: ":")
        return "\(date)T\(time)Z"
    }

    mutating func list(
        _ count: ClosedRange<Int>, _ make: (inout Random) -> Value
    ) -> Value {
        .array((0..<integer(count)).map { _ in make(&self) })
    }

    mutating func strings(_ count: ClosedRange<Int>) -> Value {
        list(count) { .string($0.word()) }
    }

    /// An object whose members' keys are words.
    mutating func map(
        _ count: ClosedRange<Int>, _ make: (inout Random) -> Value
    ) -> Value {
        var members: [(String, Value)] = []
        for _ in 0..<integer(count) {
            let name = word(5...12)
            if !members.contains(where: { $0.0 == name }) { members.append((name, make(&self))) }
        }
        return .object(members)
    }

    /// The same members in another order, as other programs write them.
    mutating func shuffled(_ members: [(String, Value)]) -> Value {
        .object(members.shuffled(using: &self))
    }
}
