import Generation
import Payments
import TestSupport
import Testing

@Suite("Generated streams")
struct StreamTests {
    @Test("are the same for the same recipe, and as people have read them")
    func golden() throws {
        let recipe = Streams.varied(40)
        let bytes = try Streams.bytes(recipe)
        #expect(try Streams.bytes(recipe) == bytes)
        try Golden.expect(bytes, "varied.ndjson")
    }

    @Test("differ where the seed does")
    func seeds() throws {
        let streams = try (0..<4).map { try Streams.bytes(Streams.varied(30, seed: $0)) }
        #expect(Set(streams).count == streams.count)
    }

    @Test("have exactly as many lines as asked for", arguments: [1, 2, 3, 4, 5, 50, 3001])
    func lineCount(count: Int) throws {
        let bytes = try Streams.bytes(Streams.varied(count))
        #expect(bytes.count { $0 == UInt8(ascii: "\n") } == count)
        #expect(bytes.last == UInt8(ascii: "\n"))
    }

    @Test("come in blocks of whole lines, none of them empty")
    func blocks() throws {
        var generator = try StreamGenerator(StreamRecipe(eventCount: 3000))
        var sizes: [Int] = []
        while generator.next({ block in
            sizes.append(block.count)
            #expect(block.last == UInt8(ascii: "\n"))
        }) {}
        #expect(sizes.count > 1)
        #expect(!sizes.contains(0))
        #expect(!generator.next { _ in }, "the end stays the end")
    }

    @Test("are in the order of time", arguments: 0..<4)
    func sorted(seed: UInt64) throws {
        let times = try Streams.times(Streams.varied(400, seed: seed))
        #expect(times.count == 400, "each line has a time")
        #expect(times == times.sorted(), "seed \(seed)")
        #expect(times.first == StreamRecipe(eventCount: 1).start)
    }

    @Test("are out of order where asked to, by no more than asked for")
    func disorder() throws {
        var recipe = Streams.varied(400)
        recipe.disorderPerMille = 300
        recipe.disorderSeconds = 5
        let times = try Streams.times(recipe)
        #expect(times != times.sorted())
        var latest = Int64.min
        for time in times {
            latest = max(latest, time.nanoseconds)
            #expect(latest - time.nanoseconds <= 5_000_000_000)
        }
    }

    @Test(
        "begin with as many payments a second as asked for, on average",
        arguments: ["10", "1/2", "100000"])
    func rate(text: String) throws {
        var recipe = StreamRecipe(eventCount: 1500)
        recipe.mix = StoryMix()
        recipe.rate = try #require(ArrivalRate(text: text))
        let created = try Streams.lines(recipe).filter { $0.contains("payment.created") }
        #expect(created.count == 500)
        let times = created.compactMap { Streams.value("at", in: $0) }
            .compactMap { Timestamp(text: String($0)) }
        let first = try #require(times.first)
        let last = try #require(times.last)
        let mean = Double(recipe.rate.seconds) * 1e9 / Double(recipe.rate.payments)
        let ratio = Double(last.nanoseconds - first.nanoseconds) / 500 / mean
        #expect((0.8...1.2).contains(ratio), "\(ratio)")
    }

    @Test("write amounts with the digits of the currency")
    func amounts() throws {
        let patterns = [("JPY", /^\d{3,6}$/), ("EUR", /^\d+\.\d\d$/), ("KWD", /^\d+\.\d{3}$/)]
        for (code, pattern) in patterns {
            var recipe = StreamRecipe(eventCount: 60)
            recipe.secondProducerPerMille = 0
            let currency = try #require(Currency(code: code))
            recipe.methods = [StreamMethod(id: "x", currencies: [currency], periodMinutes: 1)]
            for line in try Streams.lines(recipe) where line.contains("payment.created") {
                let amount = try #require(Streams.value("amount", in: line))
                #expect(try pattern.wholeMatch(in: amount) != nil, "\(code) \(amount)")
            }
        }
    }

    @Test("have lines of about 220 bytes, some with escapes and other letters than English ones")
    func looks() throws {
        let bytes = try Streams.bytes(Streams.varied(1000))
        #expect((190...250).contains(bytes.count / 1000))
        let text = String(decoding: bytes, as: UTF8.self)
        for part in [#"\""#, #"\u2014"#, "ç", #""type": ""#, #""meta":{"#] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
