import Documents
import Files
import JSONSchema
import SourceText

/// The files of a configuration that hold schemas, by what these call themselves in `$id`. Looked for
/// when a reference first asks for a URI that is not that of a file.
final class SchemaIdentifiers {
    private let roots: [String]
    private var paths: [ExactText: String]?

    init(in roots: ConfigurationRoots) {
        // Schemas that are checked by themselves may refer to any file, but are looked for in none.
        self.roots = roots.paths.filter { $0 != "/" }
    }

    /// The path of the file with the schema of this URI, links followed.
    func path(of uri: String) -> String? {
        let known = paths ?? find()
        paths = known
        return known[ExactText(uri)]
    }

    /// Of several files with one identifier, the first by its path counts.
    private func find() -> [ExactText: String] {
        var found: [ExactText: String] = [:]
        var left = ConfigurationLimits.standard.identifierFiles
        var pending = Array(roots.reversed())
        while let folder = pending.popLast(), left > 0 {
            // What cannot be read is no schema that a reference could mean.
            let names = (try? Folder.names(in: folder))?.names ?? []
            var folders: [String] = []
            for name in names where name.utf8.first != UInt8(ascii: ".") && left > 0 {
                left -= 1
                let path = PathText.join(folder, name)
                guard let kind = (try? Folder.entry(path))?.kind else { continue }
                if kind == .folder { folders.append(path) }
                if kind == .file, let uri = identifier(ofFileAt: path), found[uri] == nil {
                    found[uri] = path
                }
            }
            pending += folders.reversed()
        }
        return found
    }

    private func identifier(ofFileAt path: String) -> ExactText? {
        guard PathText.hasExtension(path, "json", "yaml", "yml"),
            let file = try? OpenFile.open(path), let source = try? SourceFile.read(file),
            ["$id", "\"id\""].contains(where: {
                ByteSearch.holds(source.bytes[...], Array($0.utf8))
            }),
            let root = SourceFile.documents(in: source).documents.first?.root,
            let text = root["$id"]?.string ?? root["id"]?.string
        else { return nil }
        let uri = URIReference(text)
        return uri.scheme == nil ? nil : ExactText(uri.withoutFragment)
    }
}
