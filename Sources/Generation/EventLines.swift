internal import Payments

/// Writes events as lines of JSON.
struct EventLines: ~Copyable {
    var buffer = LineBuffer(capacity: 256 * 1024)
    let compact = EventKeys(space: "")
    let spaced = EventKeys(space: " ")
    private let recipeSeed: UInt64
    private let secondProducerPerMille: Int
    private let startNanoseconds: Int64
    private let source: PaymentSource
    private let methods: [MethodText]

    /// The longest line is below 500 bytes, with a method's identifier of 63 bytes.
    private static let longestLine = 1024

    init(_ recipe: StreamRecipe) {
        recipeSeed = recipe.seed
        secondProducerPerMille = recipe.secondProducerPerMille
        startNanoseconds = recipe.start.nanoseconds
        source = PaymentSource(recipe)
        methods = recipe.methods.map(MethodText.init)
    }

    var bytes: UnsafeRawBufferPointer { buffer.bytes }
    var hasRoom: Bool { buffer.room >= Self.longestLine }

    mutating func removeAll() {
        buffer.removeAll()
    }

    /// Appends the line of an event.
    mutating func append(_ event: ScheduledEvent) {
        // What only ornaments an event follows from its own number: sent again, it is the same.
        var numbers = SeededNumbers(seed: ~recipeSeed, index: UInt64(event.id))
        if numbers.chance(perMille: secondProducerPerMille) {
            appendSpaced(event, &numbers)
        } else {
            appendCompact(event, &numbers)
        }
    }

    /// What a created payment owes, and how it is written.
    struct Debt {
        let client: Int
        let minorUnits: Int
        let fractionDigits: Int
        let method: [UInt8]
        let currency: [UInt8]
    }

    @inline(__always)
    func debt(of payment: UInt32) -> Debt {
        let facts = source.facts(of: payment)
        let method = methods[facts.method]
        let currency = method.currencies[facts.currency]
        return Debt(
            client: facts.client, minorUnits: facts.minorUnits,
            fractionDigits: currency.fractionDigits, method: method.id, currency: currency.code)
    }

    @inline(__always)
    func time(of event: ScheduledEvent) -> Timestamp {
        Timestamp(nanoseconds: startNanoseconds + event.atMilliseconds * 1_000_000)
    }
}

/// The identifiers of a method and its currencies as bytes.
private struct MethodText {
    let id: [UInt8]
    let currencies: [(code: [UInt8], fractionDigits: Int)]

    init(_ method: StreamMethod) {
        id = Array(method.id.utf8)
        currencies = method.currencies.map { (Array($0.code.utf8), $0.fractionDigits) }
    }
}
