import Documents
import Files
import SourceText

/// The files to which secret references lead. They are read only when the configuration is deployed.
enum SecretFiles {
    /// Their paths, whether something is there or not.
    static func paths(in model: Model) -> [String] {
        let settings =
            model.connectors.compactMap(\.staticSettings) + model.methods.compactMap(\.settings)
        return settings.flatMap(paths)
    }

    private static func paths(below node: Node) -> [String] {
        let folder = PathText.home(of: node.document.source.path)
        return (node.index..<Int(node.record.next)).compactMap { index in
            let reference = SecretReference(opaque: Node(document: node.document, index: index))
            guard case .file(let path) = reference else { return nil }
            return PathText.join(folder, path)
        }
    }
}
