internal import Exploration
internal import Payments
internal import Replay
internal import Stories

/// A way to pay that is searched: one method for each connector, or, in a configuration
/// without methods, one that is not configured.
struct SearchedRoute: Sendable {
    let world: TestedWorld
    let connector: String?
    let method: String?
    let likeness: Likeness

    /// What a search depends on. The names of methods appear in what it finds, but change nothing.
    enum Likeness: Hashable, Sendable {
        case configured(periodMinutes: Int?, isActive: Bool, currencies: Set<Currency>?)
        case unknown
    }

    /// One for each connector of `world` that has a method.
    static func all(_ world: TestedWorld) -> [SearchedRoute] {
        let setup = world.world.setup
        let routes = setup.connectors.indices.compactMap { index -> SearchedRoute? in
            let methods = setup.methods.filter { $0.connector == index }
            guard let method = methods.first(where: \.isActive) ?? methods.first else { return nil }
            let connector = setup.connectors[index]
            return SearchedRoute(
                world: world, connector: connector.id, method: method.id,
                likeness: .configured(
                    periodMinutes: connector.processingPeriodMinutes, isActive: method.isActive,
                    currencies: method.currencies.map { Set($0) }))
        }
        guard routes.isEmpty else { return routes }
        return [SearchedRoute(world: world, connector: nil, method: nil, likeness: .unknown)]
    }

    func search() -> Witnesses {
        guard let method else { return Witnesses(ofUnknownMethodIn: world.world) }
        return Witnesses(ofMethod: method, in: world.world)
    }
}
