/// One node of the flat tree. The children of a container follow it in document order; in an
/// object each key is a string record, directly followed by its value's.
package struct NodeRecord: Sendable {
    package var kind: Node.Kind
    package var flags: Flags
    /// The source bytes of the node.
    package var start: UInt32
    package var end: UInt32
    /// The index of the container, `noParent` for the root; a value in an object has the object,
    /// as its key has.
    package var parent: UInt32
    /// The number of elements or members before this one; a key has its value's.
    package var position: UInt32
    /// The index of the first record after this node's subtree.
    package var next: UInt32
    /// Strings and numbers: where their text begins, and its length in bytes.
    /// Containers: the number of elements or members (in `length`). Booleans: 0 or 1 (in `length`).
    package var text: UInt32
    package var length: UInt32

    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// `text` counts in the source's bytes rather than in `decoded`.
        package static let textInSource = Flags(rawValue: 1)
        /// The record is a key of the object that is its parent.
        package static let key = Flags(rawValue: 2)
        /// A string whose content is known only when it is deployed.
        package static let opaque = Flags(rawValue: 4)
        /// A YAML plain scalar, as opposed to a quoted or block one.
        package static let plain = Flags(rawValue: 8)
    }

    package static let noParent = UInt32.max
}
