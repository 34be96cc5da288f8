internal import Payments
internal import Replay
internal import Stories

extension Exploration {
    /// The indices of the methods that a search pays through: one for each of the shortest and the
    /// longest period, one without a period, the first that is not active, and the first that takes
    /// only some currencies; the first of each kind in the order of the configuration.
    static func methods(of setup: ReplaySetup) -> [Int] {
        var chosen: [Int] = []
        func choose(_ isWanted: (ReplaySetup.PaymentMethod) -> Bool) {
            guard let index = setup.methods.firstIndex(where: isWanted), !chosen.contains(index)
            else { return }
            chosen.append(index)
        }
        func period(_ method: ReplaySetup.PaymentMethod) -> Int? {
            setup.connectors[method.connector].processingPeriodMinutes
        }
        let periods = Set(setup.methods.compactMap(period)).sorted()
        for wanted in [periods.last, periods.first].compactMap(\.self) {
            choose { period($0) == wanted }
        }
        choose { period($0) == nil }
        choose { !$0.isActive }
        choose { $0.currencies != nil }
        return chosen
    }
}

extension Cast {
    /// The configured ones of the methods that attempts start through.
    var configuredMethods: [Exploration.Method] {
        let setup = world.setup
        return methods.filter { $0 != unknownMethod }.map { symbol in
            let method = setup.methods[Int(symbol.rawValue)]
            return Exploration.Method(
                id: method.id,
                periodMinutes: setup.connectors[method.connector].processingPeriodMinutes)
        }
    }
}
