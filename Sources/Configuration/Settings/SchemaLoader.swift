import Documents
import Files
import JSONSchema
import SourceText

/// Finds what the `$ref` of a schema names: files inside the configuration, and nothing else.
final class SchemaLoader {
    private let files: ReferencedFiles
    /// The path of the document that holds the schema, and its folder with links followed.
    private let referrer: String
    private let folder: String
    /// The files that were found, by their paths from the folder.
    private(set) var found: [ExactText: Node] = [:]
    /// The references that were refused, and why.
    private var refusals: [(uri: String, path: String, reason: Refusal)] = []

    private enum Refusal {
        case outside, irregular, notThere
        case unreadable(FileError)
    }

    init(for schema: Node, _ files: ReferencedFiles) throws(FileError) {
        self.files = files
        referrer = schema.document.source.path
        folder = try Folder.resolved(PathText.home(of: referrer))
    }

    /// The URI against which the schema's references are resolved.
    var baseURI: String {
        FileURI.uri(ofPath: PathText.join(folder, PathText.name(referrer)))
    }

    /// The document with this URI.
    func document(_ uri: String) -> Node? {
        guard let path = FileURI.path(ofURI: uri) else { return nil }
        let relative = PathScope.relative(path, from: folder)
        switch files.lookup(relative, from: referrer) {
        case .file(let resolved, let file):
            let content = files.content(resolved, of: file)
            if case .unreadable(let error) = content {
                refusals.append((uri, relative, .unreadable(error)))
            }
            found[ExactText(relative)] = content.root
            return content.root
        case .unreadable(let error): refusals.append((uri, relative, .unreadable(error)))
        case .outside: refusals.append((uri, relative, .outside))
        case .irregular: refusals.append((uri, relative, .irregular))
        case .notFound, .folder: refusals.append((uri, relative, .notThere))
        }
        return nil
    }

    /// A finding about a URI as one about the file that it names.
    func explained(_ finding: Diagnostic) -> Diagnostic {
        guard finding.code == .schemaReferenceUnresolved,
            let refusal = refusals.first(where: { finding.message.contains("\"\($0.uri)\"") })
        else { return finding }
        switch refusal.reason {
        case .unreadable(let error):
            return .unreadable(error, at: finding.span, pointer: finding.pointer)
        case .outside:
            return Diagnostic(
                .referencedFileOutside, "`\(refusal.path)` is outside the configuration",
                at: finding.span, pointer: finding.pointer,
                hint: "move the file into the configuration's folder")
        case .irregular:
            return Diagnostic(
                finding.code, "`\(refusal.path)` is not a regular file",
                at: finding.span, pointer: finding.pointer,
                hint: "reading a pipe or a device could block forever")
        case .notThere:
            return Diagnostic(
                finding.code, "there is no file at `\(refusal.path)`", at: finding.span,
                pointer: finding.pointer, hint: "the path is relative to the file that names it")
        }
    }
}
