public import Payments
public import Replay
internal import SourceText

/// What stories are told in: a configuration as a replay sees it, and the state machine.
public struct World: Sendable {
    public let setup: ReplaySetup
    public var machine: StateMachine
    /// The configured methods, as the state machine sees them.
    public let methods: MethodTable
    /// The keys with which the signatures of results are verified; nil: they are not. Events must
    /// then have been read by a request with keys.
    public var signatureKeys: SignatureKeys?
    private let symbols: [ExactText: Symbol]

    public init(_ setup: ReplaySetup, machine: StateMachine = .real) {
        self.setup = setup
        self.machine = machine
        methods = setup.methodTable
        var symbols: [ExactText: Symbol] = [:]
        // The first symbols are those of the configured methods, as in `MethodTable`.
        for (index, method) in setup.methods.enumerated() {
            symbols[ExactText(method.id)] = Symbol(rawValue: UInt32(index))
        }
        self.symbols = symbols
    }

    /// The symbol of a configured method.
    func symbol(ofMethod id: String) -> Symbol? { symbols[ExactText(id)] }

    /// The connector of the method with this symbol; nil for one that is not configured.
    public func connector(of symbol: Symbol) -> ReplaySetup.Connector? {
        methods[symbol].connector.map { setup.connectors[Int($0)] }
    }
}
