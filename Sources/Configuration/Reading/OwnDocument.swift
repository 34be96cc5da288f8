import Documents
import SourceText

/// A document of the configuration, and which parts of it are sound.
struct OwnDocument: Sendable {
    /// The top-level object. Secret references in it are opaque strings.
    let root: Node
    let kind: DocumentKind
    /// Nothing is wrong with its YAML, so that all of it can be believed.
    let isReadable: Bool
    /// The folder whose walk found its file; of a named file, its own.
    let folder: String
    /// The offset where the next document begins, or the text ends.
    let end: Int
    /// The indices of the nodes at which its structure is wrong.
    var faults: Set<Int> = []

    /// Whether nothing is wrong at `node` and below it.
    func isSound(_ node: Node) -> Bool {
        let range = node.index..<Int(node.record.next)
        return !faults.contains(where: range.contains)
    }

    /// The value of a top-level key, if it is there and nothing is wrong with it.
    func sound(_ key: String) -> Node? {
        guard isReadable, let node = root[key], isSound(node) else { return nil }
        return node
    }

    /// Whether an unknown top-level key was probably meant to be `key`.
    func misspells(_ key: String) -> Bool {
        root.members.contains { member in
            faults.contains(member.key.index)
                && Suggestion.nearest(to: member.name, among: [key]) != nil
        }
    }
}
