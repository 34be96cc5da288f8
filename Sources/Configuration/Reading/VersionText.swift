import Documents
import SourceText

/// Recognises `apiVersion: connectorctl/v1` where it is misspelt.
///
/// Every Kubernetes manifest has an `apiVersion`, and its group is as free as a domain name, so that only
/// what differs in a letter or two counts.
enum VersionText {
    private static let group = "connectorctl"
    private static let mostEdits = 2
    /// The version is one of the first keys.
    private static let mostMembers = 32

    /// Whether the value of an `apiVersion` was meant to be ours, whatever version of it.
    static func isMeant(by node: Node) -> Bool {
        node.string.map(isMeant) ?? false
    }

    static func isMeant(by text: String) -> Bool {
        guard text.utf8.count <= 64 else { return false }
        let text = text.lowercased().filter { $0 != " " }
        let parts = text.split(separator: "/")
        if parts.count > 1 { return parts.prefix(2).contains { isNearGroup($0) } }
        return text.hasPrefix(group) || isNear(text, DocumentHeader.version)
    }

    /// Whether the group is ours, letter by letter, so that it is the version that is wrong.
    static func isOtherVersion(_ node: Node) -> Bool {
        (node.string ?? "").utf8.starts(with: "\(group)/v".utf8)
    }

    /// Our formats are published at `connectorctl.dev`; another domain is somebody else's.
    private static func isNearGroup(_ text: Substring) -> Bool {
        let name = text.hasSuffix(".dev") ? text.dropLast(4) : text
        return isNear(String(name), group)
    }

    private static func isNear(_ text: String, _ word: String) -> Bool {
        // Most texts need no closer look.
        abs(text.utf8.count - word.utf8.count) <= mostEdits
            && Suggestion.distance(text, word) <= mostEdits
    }

    /// The top-level key that was meant to be `apiVersion`.
    ///
    /// - Parameter resemblesOurs: whether the rest of the document is like ours, so that the value of
    ///   the key need not be.
    static func misspeltKey(in root: Node, resemblingOurs resemblesOurs: Bool) -> Node? {
        root.members.prefix(mostMembers).first { member in
            guard isNearKey(member.name) else { return false }
            return resemblesOurs || isMeant(by: member.value)
        }?.key
    }

    /// Whether a key looks like `apiVersion`, or is just `version`.
    static func isNearKey(_ name: String) -> Bool {
        isMisspeltKey(name) || ByteOrder.equal(name, "version")
    }

    /// Whether a key looks like `apiVersion`.
    static func isMisspeltKey(_ name: String) -> Bool {
        guard name.utf8.count <= 16 else { return false }
        let letters = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
        return isNear(letters, "apiversion")
    }
}
