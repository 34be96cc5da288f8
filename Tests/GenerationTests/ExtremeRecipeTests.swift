import Generation
import Payments
import TestSupport
import Testing

@Suite("Recipes at and beyond their limits")
struct ExtremeRecipeTests {
    private static let counts = [
        Int.min, -1, 0, 1, 2, 1000, 1_000_000, 3_999_999_999, 4_000_000_000, 4_000_000_001, Int.max,
    ]
    private static let rates = [Int.min, -1, 0, 1, 59, 86_400, 86_401, 1_000_000, Int.max]
    private static let shares = [Int.min, 0, 0, 1, 250, 500, 999, 1000, 1001, Int.max]
    private static let disorders = [Int.min, 0, 1, 60, 86_400, 86_401, Int.max]
    private static let starts = [
        Timestamp.earliest, Timestamp(nanoseconds: .min), Timestamp(nanoseconds: .max),
        Timestamp(nanoseconds: 0), Timestamp(nanoseconds: -1), .latest,
        Timestamp(nanoseconds: Timestamp.latest.nanoseconds - 3_600_000_000_000),
    ]
    private static let periods: [Int?] = [Int.min, 0, 1, 15, 525_600, 525_601, Int.max, nil]

    /// A recipe of which most numbers are those of the usual one, so that some can be made.
    private static func recipe(_ random: inout SeededGenerator) -> StreamRecipe {
        var recipe = StreamRecipe(eventCount: 1000)
        func change(_ body: (inout StreamRecipe) -> Void) {
            if Int.random(in: 0..<4, using: &random) == 0 { body(&recipe) }
        }
        func pick<Value>(_ values: [Value], _ usual: Value) -> Value {
            values.randomElement(using: &random) ?? usual
        }
        let count = pick(counts, 1)
        change { $0 = StreamRecipe(eventCount: count) }
        let seed = pick([0, .max], UInt64(1))
        change { $0.seed = seed }
        let rate = ArrivalRate(payments: pick(rates, 1), seconds: pick(rates, 1))
        change { $0.rate = rate }
        let clients = pick(counts, 1)
        change { $0.clientCount = clients }
        let (share, second) = (pick(shares, 0), pick(shares, 0))
        change { $0.mix = StoryMix(lateSuccessesPerMille: share, duplicatesPerMille: second) }
        change { $0.mix = StoryMix(doublePaymentsPerMille: second, failuresPerMille: share) }
        change { $0.disorderPerMille = share }
        change { $0.secondProducerPerMille = second }
        let disorder = pick(disorders, 60)
        change { $0.disorderSeconds = disorder }
        let start = pick(starts, .earliest)
        change { $0.start = start }
        let period = pick(periods, nil)
        change { $0.methods[0].periodMinutes = period }
        return recipe
    }

    @Test(
        "are refused, or give events within the years of events", arguments: 0..<4 as Range<UInt64>
    )
    func recipes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (made, refused) = (0, 0)
        for _ in 0..<80 {
            let recipe = Self.recipe(&random)
            do throws(RecipeFault) {
                var generator = try StreamGenerator(recipe)
                made += 1
                var isInRange = true
                // Only its first lines: the end of some streams is far away.
                _ = generator.next { isInRange = Self.startsInRange($0) }
                #expect(isInRange, "seed \(seed): \(recipe)")
            } catch {
                refused += 1
            }
        }
        #expect(made > 0 && refused > 0, "seed \(seed)")
    }

    /// Whether the times of all lines are those of events.
    private static func startsInRange(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return lines.allSatisfy { line in
            guard let match = line.firstMatch(of: /"at": ?"([^"]+)"/) else { return false }
            return Timestamp(text: String(match.1)) != nil
        }
    }
}
