import Documents
import Files
import JSONSchema
import SourceText

/// The files that documents of a configuration name, each read once.
final class ReferencedFiles {
    private let folders: [String]
    private var contents: [[UInt8]: Node?] = [:]
    private var diagnostics: [Diagnostic] = []
    private var formats: FormatSchemas
    /// The texts of all files that were read.
    private(set) var sources: [SourceText] = []
    /// The sources that were read without an error.
    private var valid: Set<ObjectIdentifier> = []
    /// The first file that could not be read. It ends the run.
    private(set) var failure: FileError?

    init(roots: [String], formats: FormatSchemas) {
        folders = roots
        self.formats = formats
    }

    /// Whether the file was understood, so that schemas can say what in it is secret.
    func isValid(_ source: SourceText) -> Bool { valid.contains(ObjectIdentifier(source)) }

    /// The roots of the documents that were understood.
    var roots: [Node] { contents.values.compactMap { $0 } }

    /// The paths of the files that were read, with links followed.
    var paths: [String] { contents.keys.map { String(decoding: $0, as: UTF8.self) } }

    /// What was found since the last call.
    func takeDiagnostics() -> [Diagnostic] {
        defer { diagnostics = [] }
        return diagnostics
    }

    /// The content of the file that `reference`, a string, names; nil if there is a finding.
    func content(_ reference: Node) -> Node? {
        let path = reference.string ?? ""
        switch lookup(path, from: reference.document.source.path) {
        case .file(let resolved, let file): return content(resolved, of: file)
        case .irregular:
            diagnostics.append(.irregular(path, at: reference))
        case .outside:
            diagnostics.append(.outside(path, at: reference))
        case .notFound:
            diagnostics.append(.notFound(path, at: reference))
        case .folder:
            diagnostics.append(.folder(path, at: reference))
        case nil: break
        }
        return nil
    }

    /// The static settings in the file that `reference` names, with secrets replaced.
    func settings(_ reference: Node) -> Node? {
        guard let root = content(reference) else { return nil }
        let document = SecretReferences.replaced(in: root.document, below: root.index)
        let failures = formats.schema(ofConnectorKey: "staticJson").failures(of: document.root)
        if failures.isEmpty { return document.root }
        diagnostics += failures.map(FormatFailure.diagnostic)
        valid.remove(ObjectIdentifier(document.source))
        return nil
    }

    /// Where a path leads; nil if that cannot be said.
    func lookup(_ path: String, from referrer: String) -> FileLookup? {
        do {
            return try FileLookup(path, from: referrer, roots: folders)
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    /// The first document of a file of the configuration; nil if it is not valid.
    func content(_ resolved: String, of file: OpenFile) -> Node? {
        content(resolved) { () throws(FileError) in try SourceFile.read(file) }
    }

    /// The first document of a file that the user named, which may be a pipe; nil if it is not valid.
    func content(named path: String) throws(FileError) -> Node? {
        content(try Folder.resolved(path)) { () throws(FileError) in try SourceFile.read(path) }
    }

    private func content(
        _ resolved: String, _ read: () throws(FileError) -> SourceText
    ) -> Node? {
        let key = Array(resolved.utf8)
        if let known = contents[key] { return known }
        let node = document(read)
        contents[key] = .some(node)
        return node
    }

    private func document(_ read: () throws(FileError) -> SourceText) -> Node? {
        do throws(FileError) {
            let source = try read()
            sources.append(source)
            let (documents, findings) = SourceFile.documents(in: source)
            diagnostics += findings
            if documents.isEmpty && findings.isEmpty {
                diagnostics.append(.emptyReference(source))
            }
            guard !findings.contains(where: { $0.severity == .error }) else { return nil }
            valid.insert(ObjectIdentifier(source))
            return documents.first?.root
        } catch {
            failure = failure ?? error
            return nil
        }
    }
}

extension Diagnostic {
    static func outside(_ path: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .referencedFileOutside, "`\(path)` is outside the configuration", at: node,
            hint: "move the file into the configuration's folder")
    }

    static func irregular(_ path: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .referencedFileNotFound, "`\(path)` is not a regular file", at: node,
            hint: "reading a pipe or a device could block forever")
    }

    static func notFound(_ path: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .referencedFileNotFound, "there is no file at `\(path)`", at: node,
            hint: nearest(to: path, from: node.document.source.path) ?? relativeHint)
    }

    /// The path of a file with a similar name in the same folder.
    private static func nearest(to path: String, from referrer: String) -> String? {
        let (folder, name) = (PathText.parent(path), PathText.name(path))
        let names = try? Folder.names(in: PathText.join(PathText.parent(referrer), folder))
        return Suggestion.nearest(to: name, among: Array((names ?? []).prefix(1_000)))
            .map { Suggestion.question(PathText.join(folder, $0)) }
    }

    static func folder(_ path: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .referencedFileNotFound, "`\(path)` is a folder, not a file", at: node,
            hint: relativeHint)
    }

    private static let relativeHint = "the path is relative to the file that names it"

    fileprivate static func emptyReference(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            .invalidValue, "the file is empty", at: source.span(SourceRange(at: 0)),
            pointer: "")
    }
}
