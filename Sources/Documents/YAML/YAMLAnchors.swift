import SourceText

/// The anchors of one document, and what its aliases have added to it.
struct YAMLAnchors {
    enum Target {
        case scalar(ScalarContent)
        /// The record of a collection, which may still be open.
        case collection(Int)
        /// A node that is not in the tree: one inside a key that is not a scalar.
        case unusable
    }

    private var targets: [[UInt8]: Target] = [:]
    /// Where the anchors of earlier documents of the file are.
    private(set) var earlier: [[UInt8]: SourceRange] = [:]
    private var ranges: [[UInt8]: SourceRange] = [:]
    /// The nodes that aliases have added.
    var addedNodes = 0
    /// Whether the bound on these was exceeded, which is said once.
    var isExhausted = false

    /// The anchors of the next document: none yet.
    mutating func beginDocument() {
        let known = earlier.merging(ranges) { _, later in later }
        self = YAMLAnchors()
        earlier = known
    }

    /// A later anchor of the same name replaces an earlier one.
    mutating func define(_ name: [UInt8], _ target: Target, at range: SourceRange?) {
        targets[name] = target
        ranges[name] = range
    }

    func target(_ name: [UInt8]) -> Target? {
        targets[name]
    }
}
