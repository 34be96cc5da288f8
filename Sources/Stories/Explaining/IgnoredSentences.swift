internal import Events
internal import Payments
internal import SourceText

/// The sentences about events that changed nothing.
extension Sentences {
    func nothingChanged(_ reason: Reason) -> String? {
        switch reason {
        case .creationRepeated(let createdAt, let differences):
            "the payment had already been created, at \(time(createdAt)); "
                + verdict(differences)
        case .attemptRepeated(let attempt, let startedAt, let differences):
            "\(name(attempt)) had already been started, at \(time(startedAt)); "
                + verdict(differences)
        case .resultRepeated(let repeated): text(repeated)
        case .contradiction(let attempt, let error, let succeededAt, let success):
            "\(name(attempt)) succeeded at \(time(succeededAt)) and \(fate(success)); money that "
                + "moved is not undone by a later failure, and \(Words.error(error)) is not kept"
        case .unknownPayment(let attempt):
            "no event has created this payment yet"
                + (attempt.map { ", so there is nothing for \(name($0)) to pay" } ?? "")
        case .amountNotRepresentable(let attempt, let amount, let currency):
            "\(name(attempt)) asks for \(Words.decimal(amount)), which \(currency.code) cannot hold: it has "
                + "\(digits(currency.fractionDigits)), and amounts have at most 10^18 of its "
                + "smallest units"
        default: dropped(reason)
        }
    }

    private func text(_ repeated: Reason.Repeated) -> String {
        let known = "\(name(repeated.attempt)) has already \(repeated.outcome.name)"
        let gateway = Words.gateway(repeated.route)
        guard let errors = repeated.errors else {
            return "\(known), at \(time(repeated.at)); \(gateway) repeats itself"
        }
        return "\(known), at \(time(repeated.at)), with \(Words.error(errors.known)); "
            + "\(Words.error(errors.given)), which \(gateway) gives now, is dropped"
    }

    private func verdict(_ differences: [Difference]) -> String {
        if differences.isEmpty { return "this says the same again" }
        let parts = differences.map { "\($0.field) \(text($0.given)) instead of \(text($0.known))" }
        return "what it says now is ignored: \(Words.list(parts))"
    }

    private func text(_ value: Difference.Value) -> String {
        switch value {
        case .identifier(let id): name(id)
        case .money(let money): Words.money(money)
        }
    }

    private func fate(_ success: Reason.Success) -> String {
        switch success {
        case .paid: "paid the payment"
        case .returned: "its money was returned"
        }
    }

    private func digits(_ count: Int) -> String {
        count == 0 ? "no fraction digits" : Listing.count(count, "fraction digit")
    }
}

/// The sentences about what is odd.
extension Sentences {
    /// Nil where the step's reason says it already.
    public func text(_ oddity: Oddity) -> String? {
        switch oddity.facts {
        case .sameAsReason: nil
        case .unknownMethod(let method):
            "the configuration has no method \(name(method)), so there is no connector and no "
                + "timer"
        case .inactiveMethod(let route):
            "the method \(name(route.method)) of \(Words.gateway(route)) is not active"
        case .currencyNotAccepted(let route, let currency, let accepted):
            "the method \(name(route.method)) takes \(Words.list(accepted)), not \(currency.code)"
        case .amountMismatch(let attempt, let amount, let owed):
            "\(name(attempt)) is for \(Words.money(amount)), but the payment is for "
                + Words.money(owed)
        case .attemptWhileProcessing(let attempt, let current):
            "\(name(attempt)) was started while \(name(current.attempt)), started at "
                + "\(time(current.startedAt)), was still under way"
        case .attemptAfterCompletion(let attempt, let payer):
            "\(name(attempt)) was started although \(completed(payer))"
        case .contradictoryResult(let attempt, let known, let at, let given):
            "\(name(attempt)) \(known.name) at \(time(at)) and has now \(given.name)"
        }
    }
}
