public import Documents

/// The platform installation that a configuration is for, with its resellers.
public struct Installation: Sendable {
    /// Nil where the configuration has no Installation document, or a faulty one.
    public let id: String?
    /// In document order.
    public let resellers: [Reseller]
    /// The document, if there is one.
    public let node: Node?
    /// Whether all resellers are known, so that a name which is not among them is wrong.
    public let isComplete: Bool

    /// The index of the first reseller with each identifier.
    private let indices: [String: Int]

    init(id: String?, resellers: [Reseller], node: Node?, isComplete: Bool) {
        self.id = id
        self.resellers = resellers
        self.node = node
        self.isComplete = isComplete
        let pairs = resellers.enumerated().map { ($1.id, $0) }
        indices = Dictionary(pairs) { first, _ in first }
    }

    /// The installation of a configuration without an Installation: a single reseller `root`.
    static let assumed = Installation(
        id: nil, resellers: [Reseller(id: "root", name: "root", parent: nil, node: nil)],
        node: nil, isComplete: true)

    /// An installation about which nothing is known.
    static func unknown(_ node: Node?) -> Installation {
        Installation(id: nil, resellers: [], node: node, isComplete: false)
    }

    /// The one reseller without a parent; nil unless there is exactly one.
    public var root: Reseller? {
        let roots = resellers.filter(\.isRoot)
        return roots.count == 1 ? roots.first : nil
    }

    /// The reseller with this identifier.
    public func reseller(_ id: String) -> Reseller? {
        indices[id].map { resellers[$0] }
    }
}
