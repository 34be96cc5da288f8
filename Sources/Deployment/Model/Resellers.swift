public import Configuration
internal import SourceText

/// The tree of resellers, and who may do what in it (`spec/deployment.md`).
public struct Resellers: Sendable {
    private let parents: [ExactText: String]
    private let known: [String]
    public let root: String

    /// Those of a configuration.
    public init(_ configuration: LoadedConfiguration) { self.init(configuration.installation) }

    init(_ installation: Installation) {
        root = installation.root?.id ?? ""
        known = installation.resellers.map(\.id)
        parents = installation.resellers.reduce(into: [:]) { parents, reseller in
            parents[ExactText(reseller.id)] = reseller.parent
        }
    }

    /// Whether there is such a reseller.
    public func has(_ reseller: String) -> Bool {
        known.contains { ByteOrder.equal($0, reseller) }
    }

    /// The reseller whose identifier is nearest to one that does not exist.
    public func nearest(to reseller: String) -> String? {
        Suggestion.nearest(to: reseller, among: known)
    }

    /// `reseller` and everyone above it, up to the root; only the root for one that is not there
    /// any more. They may manage its payment methods.
    public func managers(of reseller: String) -> [String] {
        guard has(reseller) else { return [root] }
        var path = [reseller]
        // A configuration without errors has no circles; the count is a limit all the same.
        while path.count <= known.count, let last = path.last,
            let parent = parents[ExactText(last)]
        {
            path.append(parent)
        }
        return path
    }

    /// Whether `actor` may manage the payment methods of `reseller`: its own, and those of resellers
    /// below it.
    public func may(_ actor: String, manage reseller: String) -> Bool {
        managers(of: reseller).contains { ByteOrder.equal($0, actor) }
    }

    /// Whether `actor` may see and manage connectors.
    public func mayManageConnectors(_ actor: String) -> Bool { ByteOrder.equal(actor, root) }
}
