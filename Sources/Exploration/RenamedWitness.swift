internal import Events
internal import Payments
internal import SourceText

extension Witnesses.Witness {
    /// The same through the method `other` instead of `method`, whose connector and currencies are
    /// like its own.
    public func renaming(_ method: String, to other: String) -> Witnesses.Witness {
        if ByteOrder.equal(method, other) { return self }
        func renamed(_ name: String) -> String { ByteOrder.equal(name, method) ? other : name }
        let events = events.map { event in
            let action: RecordedEvent.Action
            switch event.action {
            case .created(let client, let method, let amount, let currency):
                action = .created(
                    client: client, method: renamed(method), amount: amount, currency: currency)
            case .attempted(let attempt, let method, let amount):
                action = .attempted(
                    attempt: attempt, method: method.map(renamed), amount: amount)
            case .succeeded, .failed, .clockAdvanced: action = event.action
            }
            return RecordedEvent(at: event.at, payment: event.payment, action: action)
        }
        return Witnesses.Witness(events: events, end: end)
    }
}
