import Generation
import Payments

/// Streams in memory, for the tests.
enum Streams {
    /// All bytes of the recipe's stream.
    static func bytes(_ recipe: StreamRecipe) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var generator = try StreamGenerator(recipe)
        while generator.next({ bytes.append(contentsOf: $0) }) {}
        return bytes
    }

    static func lines(_ recipe: StreamRecipe) throws -> [Substring] {
        String(decoding: try bytes(recipe), as: UTF8.self).split(separator: "\n")
    }

    /// The text of a field, whichever producer has written it.
    static func value(_ key: String, in line: Substring) -> Substring? {
        for start in ["\"\(key)\":\"", "\"\(key)\": \""] {
            guard let range = line.firstRange(of: start) else { continue }
            return line[range.upperBound...].prefix { $0 != "\"" }
        }
        return nil
    }

    /// The times of the events, in the order of lines.
    static func times(_ recipe: StreamRecipe) throws -> [Timestamp] {
        try lines(recipe).compactMap { line in
            value("at", in: line).flatMap { Timestamp(text: String($0)) }
        }
    }

    /// A small recipe with some of everything.
    static func varied(_ eventCount: Int, seed: UInt64 = 1) -> StreamRecipe {
        var recipe = StreamRecipe(eventCount: eventCount)
        recipe.seed = seed
        recipe.mix = StoryMix(
            lateSuccessesPerMille: 200, doublePaymentsPerMille: 200, failuresPerMille: 300,
            duplicatesPerMille: 200)
        recipe.secondProducerPerMille = 200
        return recipe
    }
}
