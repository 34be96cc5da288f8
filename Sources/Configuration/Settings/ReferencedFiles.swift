import Documents
import Files
import JSONSchema
import SourceText

/// The files that documents of a configuration name, each read once.
final class ReferencedFiles {
    private let folders: ConfigurationRoots
    private var contents: [ExactText: Content] = [:]
    private var diagnostics: [Diagnostic] = []
    private var formats: FormatSchemas
    /// The texts of all files that were read.
    private(set) var sources: [SourceText] = []
    /// The sources that were read without an error.
    private var valid: Set<ObjectIdentifier> = []

    /// What is in a file.
    enum Content {
        case root(Node)
        /// There is a finding about it.
        case faulty
        case unreadable(FileError)

        /// The root of its first document; nil if it is not valid.
        var root: Node? {
            guard case .root(let node) = self else { return nil }
            return node
        }
    }

    init(roots: ConfigurationRoots, formats: FormatSchemas) {
        folders = roots
        self.formats = formats
    }

    /// Whether the file was understood, so that schemas can say what in it is secret.
    func isValid(_ source: SourceText) -> Bool { valid.contains(ObjectIdentifier(source)) }

    /// The roots of the documents that were understood.
    var roots: [Node] { contents.values.compactMap(\.root) }

    /// The paths of the files that were read, with links followed.
    var paths: [String] { contents.keys.map(\.text) }

    /// What was found since the last call.
    func takeDiagnostics() -> [Diagnostic] {
        defer { diagnostics = [] }
        return diagnostics
    }

    /// The content of the file that `reference`, a string, names; nil if there is a finding.
    func content(_ reference: Node) -> Node? {
        let path = reference.string ?? ""
        switch lookup(path, from: reference.document.source.path) {
        case .file(let resolved, let file):
            let content = content(resolved, of: file)
            if case .unreadable(let error) = content { note(error, at: reference) }
            return content.root
        case .unreadable(let error): note(error, at: reference)
        case .irregular:
            diagnostics.append(.irregular(path, at: reference))
        case .outside:
            diagnostics.append(.outside(path, at: reference))
        case .notFound:
            diagnostics.append(.notFound(path, at: reference))
        case .folder:
            diagnostics.append(.folder(path, at: reference))
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

    /// The first document of a file that no document names by its path; nil if it is not valid.
    func mapped(_ resolved: String, _ file: OpenFile) -> Node? {
        let content = content(resolved, of: file)
        if case .unreadable(let error) = content { note(error) }
        return content.root
    }

    /// Notes that a file which no document names by its path cannot be read.
    func note(_ error: FileError) {
        diagnostics.append(.unreadable(error))
    }

    private func note(_ error: FileError, at reference: Node) {
        diagnostics.append(.unreadable(error, at: reference.span, pointer: reference.pointer))
    }

    /// Where a path leads.
    func lookup(_ path: String, from referrer: String) -> FileLookup {
        FileLookup(path, from: referrer, roots: folders)
    }

    /// The first document of a file of the configuration.
    func content(_ resolved: String, of file: OpenFile) -> Content {
        content(resolved) { () throws(FileError) in try SourceFile.read(file) }
    }

    /// The first document of a file that the user named, which may be a pipe, or standard input (`-`);
    /// nil if it is not valid.
    ///
    /// - Throws: `FileError` if it cannot be read.
    func content(named path: String) throws(FileError) -> Node? {
        let isStream = ByteOrder.equal(path, "-") || DescriptorPath.number(path) != nil
        let content = content(try isStream ? path : Folder.resolved(path)) {
            () throws(FileError) in try SourceFile.read(named: path)
        }
        if case .unreadable(let error) = content { throw error }
        return content.root
    }

    private func content(
        _ resolved: String, _ read: () throws(FileError) -> SourceText
    ) -> Content {
        let key = ExactText(resolved)
        if let known = contents[key] { return known }
        let content = document(read)
        contents[key] = content
        return content
    }

    private func document(_ read: () throws(FileError) -> SourceText) -> Content {
        do throws(FileError) {
            let source = try read()
            sources.append(source)
            let (documents, findings) = SourceFile.documents(in: source)
            diagnostics += findings
            if documents.isEmpty && findings.isEmpty {
                diagnostics.append(.emptyReference(source))
            }
            guard !findings.contains(where: { $0.severity == .error }) else { return .faulty }
            valid.insert(ObjectIdentifier(source))
            return documents.first.map { .root($0.root) } ?? .faulty
        } catch {
            return .unreadable(error)
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
        return Suggestion.nearest(to: name, among: Array((names?.names ?? []).prefix(1_000)))
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
