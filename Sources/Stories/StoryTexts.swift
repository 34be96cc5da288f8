public import Events
public import Payments
internal import Replay
internal import SourceText

/// The texts of one story as the state machine's symbols, and back.
public struct StoryTexts: Sendable {
    private let world: World
    private var symbols: [ExactText: Symbol] = [:]
    private var texts: [String] = []

    init(_ world: World) {
        self.world = world
    }

    /// The text of `symbol`.
    public func text(_ symbol: Symbol) -> String {
        let index = Int(symbol.rawValue)
        let configured = world.setup.methods.count
        return index < configured ? world.setup.methods[index].id : texts[index - configured]
    }

    /// The identifier of `key`.
    public func text(_ key: AttemptKey) -> String {
        text(Symbol(rawValue: UInt32(truncatingIfNeeded: key.rawValue)))
    }

    /// The error with its texts.
    public func text(_ error: GatewayError) -> ErrorText {
        ErrorText(code: error.code.map(text), message: error.message.map(text))
    }

    /// The symbol of `text`, made if there is none yet.
    mutating func symbol(_ text: String) -> Symbol {
        if let method = world.symbol(ofMethod: text) { return method }
        let key = ExactText(text)
        if let known = symbols[key] { return known }
        let new = Symbol(rawValue: UInt32(world.setup.methods.count + texts.count))
        symbols[key] = new
        texts.append(text)
        return new
    }

    /// The key of the attempt `name`, if it has one.
    func knownKey(_ name: String) -> AttemptKey? {
        let symbol = world.symbol(ofMethod: name) ?? symbols[ExactText(name)]
        return symbol.map { AttemptKey(rawValue: UInt64($0.rawValue)) }
    }

    private mutating func key(_ attempt: String) -> AttemptKey {
        AttemptKey(rawValue: UInt64(symbol(attempt).rawValue))
    }

    /// What `event` means to the state machine; nil for a `clock.advanced`, which is not about a payment.
    mutating func event(_ event: RecordedEvent) -> PaymentEvent? {
        switch event.action {
        case .created(let client, let method, let amount, let currency):
            PaymentEvent(
                at: event.at,
                action: .created(
                    client: symbol(client), method: symbol(method), amount: amount,
                    currency: currency))
        case .attempted(let attempt, let method, let amount):
            PaymentEvent(
                at: event.at,
                action: .attempted(
                    attempt: key(attempt), method: method.map { symbol($0) }, amount: amount))
        case .succeeded(let attempt):
            PaymentEvent(at: event.at, action: .succeeded(attempt: key(attempt)))
        case .failed(let attempt, let error):
            PaymentEvent(
                at: event.at,
                action: .failed(
                    attempt: key(attempt),
                    error: GatewayError(
                        code: error.code.map { symbol($0) },
                        message: error.message.map { symbol($0) })))
        case .clockAdvanced: nil
        }
    }
}
