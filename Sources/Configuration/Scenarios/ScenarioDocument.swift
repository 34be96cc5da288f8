public import Documents

/// A document of the kind Scenario, checked against its published format.
public struct ScenarioDocument: Sendable {
    /// As the document gives it, valid or not; empty if it gives none.
    public let id: String
    /// The document.
    public let node: Node
    /// Whether nothing is wrong with its YAML and its structure; only then is there more to read.
    public let isSound: Bool
    /// The folder of the configuration that it tests if it names none: the one that was walked, or
    /// that of its own file.
    public let folder: String

    /// Nil for a document of another kind.
    init?(_ document: OwnDocument) {
        guard document.kind == .scenario else { return nil }
        id = document.root["id"]?.string ?? ""
        node = document.root
        isSound = document.isReadable && document.faults.isEmpty
        folder = document.folder
    }
}
