/// What is true of a payment from the beginning. It follows from the payment's number, so that
/// nothing has to be remembered until its events are written.
struct GeneratedPayment {
    let story: StoryKind
    /// The index of the method in the recipe.
    let method: Int
    /// The index of the currency among the method's.
    let currency: Int
    let client: Int
    let minorUnits: Int
}

/// The payments of a recipe.
struct PaymentSource {
    private let seed: UInt64
    private let mix: StoryMix
    private let clientCount: Int
    private let currencyCounts: [Int]
    /// The indices of the methods with which time can run out.
    private let methodsWithPeriod: [Int]

    init(_ recipe: StreamRecipe) {
        seed = recipe.seed
        mix = recipe.mix
        clientCount = recipe.clientCount
        currencyCounts = recipe.methods.map(\.currencies.count)
        methodsWithPeriod = recipe.methods.indices.filter {
            recipe.methods[$0].periodMinutes != nil
        }
    }

    /// What is true of the payment with this number.
    func facts(of payment: UInt32) -> GeneratedPayment {
        var numbers = SeededNumbers(seed: seed, index: UInt64(payment))
        let story = mix.story(at: numbers.below(1000))
        let method =
            story.needsPeriod
            ? methodsWithPeriod[numbers.below(methodsWithPeriod.count)]
            : numbers.below(currencyCounts.count)
        return GeneratedPayment(
            story: story, method: method, currency: numbers.below(currencyCounts[method]),
            client: 1 + numbers.below(clientCount), minorUnits: Self.minorUnits(&numbers))
    }

    /// From 100 to 819,199, as often between 100 and 200 as between 10,000 and 20,000: there are
    /// many small amounts and a few large ones.
    private static func minorUnits(_ numbers: inout SeededNumbers) -> Int {
        let scale = 100 << numbers.below(13)
        return scale + numbers.below(scale)
    }
}
