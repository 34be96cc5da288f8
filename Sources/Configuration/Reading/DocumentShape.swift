import Documents
import SourceText

/// Judges a document by its kind and its keys where its head does not say whose it is.
enum DocumentShape {
    private static let mostMembers = 256
    /// Keys that documents of any tool may have.
    private static let common: Set<String> = ["apiVersion", "kind", "id", "name"]

    /// Whether a document is ours although its `apiVersion` does not say so: because it is of one of
    /// our kinds, and most of its keys are those of the kind.
    ///
    /// - Parameter version: its `apiVersion`, if it has one. That of another tool, such as
    ///   `kafka.strimzi.io/v1beta2`, proves that the document is not ours.
    static func resemblesOurs(_ root: Node, besides version: Node? = nil) -> Bool {
        if let text = version?.string, text.utf8.contains(UInt8(ascii: "/")),
            Suggestion.nearest(to: text, among: [DocumentHeader.version]) == nil
        {
            return false
        }
        guard let name = root["kind"]?.string, let kind = nearestKind(to: name) else {
            return false
        }
        let keys = Keys(of: root, kind)
        guard ByteOrder.equal(name, kind.rawValue) else {
            return keys.unknown == 0 && keys.own >= (kind == .installation ? 1 : 2)
        }
        if keys.unknown == 0 { return keys.own > 0 || root["id"] != nil }
        return keys.own > 0 && keys.own + keys.common > keys.unknown
    }

    /// The kind that was probably meant by `name`.
    static func nearestKind(to name: String) -> DocumentKind? {
        Suggestion.nearest(to: name, among: DocumentKind.allCases.map(\.rawValue))
            .flatMap(DocumentKind.init)
    }

    /// The kind whose keys a document has, if it is the only one.
    static func kind(of root: Node) -> DocumentKind? {
        let fitting = DocumentKind.allCases.filter { kind in
            let keys = Keys(of: root, kind)
            return keys.own > 0 && keys.unknown == 0
        }
        return fitting.count == 1 ? fitting.first : nil
    }

    /// The top-level key that was meant to be `kind`.
    static func misspeltKind(in root: Node) -> Node? {
        root.members.prefix(mostMembers).first { member in
            let name = member.name
            guard !Vocabulary.isTopLevelKey(name) else { return false }
            return Suggestion.distance(name.lowercased(), "kind") <= 1
                || DocumentKind.allCases.contains { member.value.hasText($0.rawValue) }
        }?.key
    }

    /// How many of the keys of a document a kind has.
    private struct Keys {
        /// Those that few other tools have.
        private(set) var own = 0
        private(set) var common = 0
        private(set) var unknown = 0

        init(of root: Node, _ kind: DocumentKind) {
            let known = Vocabulary.keys(of: kind)
            for member in root.members.prefix(mostMembers) {
                let name = member.name
                if DocumentShape.common.contains(name) {
                    common += 1
                } else if known.contains(name) {
                    own += 1
                } else if !VersionText.isNearKey(name) {
                    unknown += 1
                }
            }
        }
    }
}
