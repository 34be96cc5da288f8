import Foundation
import Generation

/// What the command line asks for.
struct Options {
    var eventCount = 1_000_000
    var seed: UInt64 = 1
    var disorderPerMille = 0
    /// The path of a stream that is there; nil: one is made.
    var stream: String?
    var program: String?
    var config: String?
    var threads = Set([1, min(ProcessInfo.processInfo.activeProcessorCount, 64)]).sorted()
    var runs = 5
    var baseline: CommandTemplate?
    var format = Format.text
    var wantsHelp = false

    enum Format: String {
        case text, json
    }

    /// The stream that is to be made.
    var recipe: StreamRecipe {
        var recipe = StreamRecipe(eventCount: eventCount)
        recipe.seed = seed
        recipe.disorderPerMille = disorderPerMille
        return recipe
    }
}

/// Why the command line asks for nothing that can be done.
struct UsageError: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
