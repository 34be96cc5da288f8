import Generation
import Payments
import Testing

@Suite("Recipes")
struct RecipeTests {
    /// A change of a recipe that is otherwise right.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let isRight: Bool
        let change: @Sendable (inout StreamRecipe) -> Void

        init(
            _ name: String, _ isRight: Bool,
            _ change: @escaping @Sendable (inout StreamRecipe) -> Void
        ) {
            testDescription = name
            self.isRight = isRight
            self.change = change
        }
    }

    private static let sizes = [
        Row("no event", false) { $0.eventCount = 0 },
        Row("one event", true) { $0.eventCount = 1 },
        Row("the most events", true) { $0.eventCount = 4_000_000_000 },
        Row("one event too many", false) { $0.eventCount = 4_000_000_001 },
        Row("no client", false) { $0.clientCount = 0 },
        Row("one client", true) { $0.clientCount = 1 },
        Row("the most clients", true) { $0.clientCount = 4_000_000_000 },
        Row("one client too many", false) { $0.clientCount = 4_000_000_001 },
        Row("late by nothing", false) { $0.disorderSeconds = 0 },
        Row("late by a day", true) { $0.disorderSeconds = 86_400 },
        Row("late by more than a day", false) { $0.disorderSeconds = 86_401 },
        Row("the highest rate", true) { $0.rate = ArrivalRate(payments: 1_000_000) },
        Row("a rate above it", false) { $0.rate = ArrivalRate(payments: 1_000_001) },
        Row("the lowest rate", true) { $0.rate = ArrivalRate(payments: 1, seconds: 86_400) },
        Row("a rate below it", false) { $0.rate = ArrivalRate(payments: 1, seconds: 86_401) },
        Row("no rate", false) { $0.rate = ArrivalRate(payments: 0) },
    ]

    private static let shares = [
        Row("nothing in time", true) { $0.mix = StoryMix(lateSuccessesPerMille: 1000) },
        Row("a whole", true) {
            $0.mix = StoryMix(failuresPerMille: 500, duplicatesPerMille: 500)
        },
        Row("more than a whole", false) {
            $0.mix = StoryMix(failuresPerMille: 500, duplicatesPerMille: 501)
        },
        Row("less than nothing", false) { $0.mix.failuresPerMille = -1 },
        Row("all in disorder", true) { $0.disorderPerMille = 1000 },
        Row("more than all in disorder", false) { $0.disorderPerMille = 1001 },
        Row("more than all by the second producer", false) { $0.secondProducerPerMille = 1001 },
    ]

    private static let withoutPeriod = StreamMethod.usual.map {
        StreamMethod(id: $0.id, currencies: $0.currencies, periodMinutes: nil)
    }

    private static let methods = [
        Row("no method", false) { $0.methods = [] },
        Row("a method without a currency", false) { $0.methods[0].currencies = [] },
        Row("an identifier that needs an escape", false) { $0.methods[0].id = "a\"b" },
        Row("an empty identifier", false) { $0.methods[0].id = "" },
        Row("the longest identifier", true) {
            $0.methods[0].id = String(repeating: "a", count: 63)
        },
        Row("a longer one", false) { $0.methods[0].id = String(repeating: "a", count: 64) },
        Row("a period of nothing", false) { $0.methods[0].periodMinutes = 0 },
        Row("the longest period", true) { $0.methods[0].periodMinutes = 525_600 },
        Row("a longer period", false) { $0.methods[0].periodMinutes = 525_601 },
        Row("some without a period", true) { $0.methods[0].periodMinutes = nil },
        Row("late successes without any period", false) {
            $0.methods = withoutPeriod
            $0.mix = StoryMix(lateSuccessesPerMille: 1)
        },
        Row("double payments without any period", false) {
            $0.methods = withoutPeriod
            $0.mix = StoryMix(doublePaymentsPerMille: 1)
        },
        Row("failures without any period", true) {
            $0.methods = withoutPeriod
            $0.mix = StoryMix(failuresPerMille: 1000)
        },
    ]

    private static let times = [
        Row("from the earliest time", true) { $0.start = .earliest },
        Row("from before it", false) {
            $0.start = Timestamp(nanoseconds: Timestamp.earliest.nanoseconds - 1)
        },
        Row("from the latest time", false) { $0.start = .latest },
        Row("beyond the latest time", false) {
            $0.eventCount = 1_000_000
            $0.rate = ArrivalRate(payments: 1, seconds: 86_400)
        },
    ]

    @Test("are checked on both sides of every limit", arguments: sizes + shares + methods + times)
    func limits(row: Row) {
        var recipe = StreamRecipe(eventCount: 10)
        row.change(&recipe)
        do {
            try recipe.check()
            #expect(row.isRight)
        } catch {
            #expect(!row.isRight, "\(error)")
        }
    }

    @Test("have streams in time even where they begin early or late")
    func ends() throws {
        for year in ["1678-01-01T00:00:00Z", "2260-12-30T00:00:00Z"] {
            var recipe = Streams.varied(100)
            recipe.start = try #require(Timestamp(text: year))
            #expect(try Streams.times(recipe).count == 100)
        }
    }

    @Test("read rates as they write them")
    func rates() throws {
        for text in ["10", "1/60", "3/7"] {
            #expect(ArrivalRate(text: text)?.description == text)
        }
        for text in ["", "x", "1.5", "1/", "/1", "1/2/3", " 1"] {
            #expect(ArrivalRate(text: text) == nil, "\(text)")
        }
    }
}
