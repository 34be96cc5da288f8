internal import Payments

/// Why a recipe describes no stream.
public enum RecipeFault: Error, Sendable, Equatable {
    case eventCount(Int, allowed: ClosedRange<Int>)
    case clientCount(Int, allowed: ClosedRange<Int>)
    /// `payments` and `seconds` are what a rate may be made of.
    case rate(ArrivalRate, payments: ClosedRange<Int>, seconds: ClosedRange<Int>)
    case disorderSeconds(Int, allowed: ClosedRange<Int>)
    /// A share is below nothing or above a whole.
    case share(perMille: Int)
    /// The shares of the mix are more than a whole together.
    case mix(sumPerMille: Int)
    case noMethod
    /// Its identifier is not valid, it has no currency, or has a period that no connector can have.
    case method(StreamMethod)
    /// Late successes and double payments are asked for, but no period can pass.
    case noMethodWithPeriod
    /// The start, or what the stream would reach, is not a time that an event can have.
    case timeOutOfRange
}

extension StreamRecipe {
    /// Whether there is such a stream.
    ///
    /// - Throws: the first fault.
    public func check() throws(RecipeFault) {
        try checkNumbers()
        try checkShares()
        try checkMethods()
        guard start >= .earliest, latestNanoseconds <= Int128(Timestamp.latest.nanoseconds) else {
            throw .timeOutOfRange
        }
    }

    private func checkNumbers() throws(RecipeFault) {
        guard Limits.eventCount.contains(eventCount) else {
            throw .eventCount(eventCount, allowed: Limits.eventCount)
        }
        guard Limits.clientCount.contains(clientCount) else {
            throw .clientCount(clientCount, allowed: Limits.clientCount)
        }
        guard Limits.ratePayments.contains(rate.payments),
            Limits.rateSeconds.contains(rate.seconds)
        else {
            throw .rate(rate, payments: Limits.ratePayments, seconds: Limits.rateSeconds)
        }
        guard Limits.disorderSeconds.contains(disorderSeconds) else {
            throw .disorderSeconds(disorderSeconds, allowed: Limits.disorderSeconds)
        }
    }

    private func checkShares() throws(RecipeFault) {
        for share in mix.shares + [disorderPerMille, secondProducerPerMille] {
            guard Limits.perMille.contains(share) else { throw .share(perMille: share) }
        }
        let sum = mix.shares.reduce(0, +)
        guard sum <= Limits.perMille.upperBound else { throw .mix(sumPerMille: sum) }
    }

    private func checkMethods() throws(RecipeFault) {
        guard !methods.isEmpty else { throw .noMethod }
        for method in methods where !method.isSound { throw .method(method) }
        let hasPeriod = methods.contains { $0.periodMinutes != nil }
        guard hasPeriod || !mix.needsPeriod else { throw .noMethodWithPeriod }
    }

    /// A time that the stream will not reach: as long again as its payments take on average, and
    /// what then may still be under way.
    private var latestNanoseconds: Int128 {
        let paymentCount = eventCount / PaymentStories.leastEvents + 1
        let gaps = Int128(2 * paymentCount + 64) * Int128(rate.meanGapNanoseconds)
        let longestPeriod = methods.compactMap(\.periodMinutes).max() ?? 0
        let rest = PaymentStories.longestMilliseconds(periodMinutes: longestPeriod)
        return Int128(start.nanoseconds) + gaps
            + Int128(rest + Int64(disorderSeconds) * 1000) * 1_000_000
    }
}

extension StreamMethod {
    /// Whether events can be written with it: its identifier follows the rule of the configuration,
    /// so that it needs no escapes.
    fileprivate var isSound: Bool {
        let bytes = id.utf8
        return Limits.methodIDBytes.contains(bytes.count)
            && bytes.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
            && !currencies.isEmpty
            && Limits.periodMinutes.contains(periodMinutes ?? Limits.periodMinutes.lowerBound)
    }
}
