public import Payments
public import Replay
public import Stories

extension World {
    /// A world for searches that have no configuration: methods with a period, with another period,
    /// without one, and one that is not active and takes another currency only.
    public static func madeUp(machine: StateMachine = .real) -> World {
        World(.madeUp, machine: machine)
    }
}

extension ReplaySetup {
    /// The connectors and methods of `World.madeUp`.
    public static let madeUp = ReplaySetup(
        connectors: [
            Connector(id: "quarter", processingPeriodMinutes: 15),
            Connector(id: "five", processingPeriodMinutes: 5),
            Connector(id: "open", processingPeriodMinutes: nil),
        ],
        methods: [
            method("card", connector: 0), method("wallet", connector: 1),
            method("transfer", connector: 2),
            PaymentMethod(
                id: "voucher", connector: 2, isActive: false,
                currencies: Currency(code: "JPY").map { [$0] }),
        ])

    private static func method(_ id: String, connector: Int) -> PaymentMethod {
        PaymentMethod(id: id, connector: connector, isActive: true, currencies: nil)
    }
}
