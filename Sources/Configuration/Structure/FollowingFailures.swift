import Documents
import JSONSchema

/// Leaves out failures that follow from another one of the same document.
enum FollowingFailures {
    /// Without keys that are unknown only because they are not indented below the key before them, which has
    /// no value.
    static func removed(from failures: [Failure], of root: Node) -> [Failure] {
        let empty = failures.map(\.instance).filter { node in
            FormatFailure.isEmpty(node) && node.parent?.index == root.index
        }
        guard !empty.isEmpty else { return failures }
        let unknown = Set(failures.map(\.instance).filter(isKey).map(\.index))
        var following: Set<Int> = []
        for value in empty {
            var key = Int(value.record.next)
            while unknown.contains(key) {
                following.insert(key)
                key = Int(Node(document: root.document, index: key + 1).record.next)
            }
        }
        return failures.filter { !following.contains($0.instance.index) }
    }

    private static func isKey(_ node: Node) -> Bool { node.record.flags.contains(.key) }
}
