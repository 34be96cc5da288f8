import Documents
import Files
import JSONSchema
import SourceText

/// The files that documents of a configuration name, each read once.
final class ReferencedFiles {
    private let roots: [String]
    private var contents: [[UInt8]: Node?] = [:]
    private var diagnostics: [Diagnostic] = []
    private var formats: FormatSchemas
    /// Values of faulty static settings, of which nobody can say whether they are secret.
    private(set) var suspectedSecrets: [SourceSpan] = []
    /// The first file that could not be read. It ends the run.
    private(set) var failure: FileError?

    init(roots: [String], formats: FormatSchemas) {
        self.roots = roots
        self.formats = formats
    }

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
        case .file(let path, let resolved): return content(path, resolved)
        case .outside:
            diagnostics.append(.outside(path, at: reference))
        case .notFound:
            diagnostics.append(.notFound(path, at: reference, "there is no file"))
        case .folder:
            diagnostics.append(.notFound(path, at: reference, "a folder, not a file, is"))
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
        suspectedSecrets += Literals.all(in: document.root).map(\.span)
        return nil
    }

    /// Where a path leads; nil if that cannot be said.
    func lookup(_ path: String, from referrer: String) -> FileLookup? {
        do {
            return try FileLookup(path, from: referrer, roots: roots)
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    /// The first document of a file; nil if it is not valid.
    func content(_ path: String, _ resolved: String) -> Node? {
        let key = Array(resolved.utf8)
        if let known = contents[key] { return known }
        let node = read(path)
        contents[key] = .some(node)
        return node
    }

    private func read(_ path: String) -> Node? {
        do {
            let source = try SourceFile.read(path)
            let (documents, findings) = SourceFile.documents(in: source)
            diagnostics += findings
            if documents.isEmpty && findings.isEmpty {
                diagnostics.append(.emptyReference(source))
            }
            let isValid = !findings.contains { $0.severity == .error }
            return isValid ? documents.first?.root : nil
        } catch {
            failure = failure ?? error
            return nil
        }
    }
}

extension Diagnostic {
    static func outside(_ path: String, at node: Node) -> Diagnostic {
        Diagnostic(
            .referencedFileOutside, "`\(path)` lies outside of the configuration", at: node.span,
            pointer: node.pointer, hint: "move the file into the configuration's folder")
    }

    static func notFound(_ path: String, at node: Node, _ what: String) -> Diagnostic {
        Diagnostic(
            .referencedFileNotFound, "\(what) at `\(path)`", at: node.span, pointer: node.pointer,
            hint: "the path is relative to the file that names it")
    }

    fileprivate static func emptyReference(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            .invalidValue, "the file is empty", at: source.span(SourceRange(at: 0)),
            pointer: "")
    }
}
