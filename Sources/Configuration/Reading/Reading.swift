import Documents
import Files
import SourceText

/// Reads the files of a configuration and picks out the documents that belong to it.
enum Reading {
    static func read(
        _ files: [ConfigurationFile]
    ) throws(FileError) -> (ReadConfiguration, [Diagnostic]) {
        var result = ReadConfiguration()
        var diagnostics: [Diagnostic] = []
        var folders = WalkedFolders()
        for file in files {
            let source = try folders.read(file)
            let found = FileDocuments(source, of: file)
            diagnostics += found.diagnostics
            guard found.documentCount > 0 else { continue }
            result.fileCount += 1
            result.documentCount += found.documentCount
            result.documents += found.documents
            result.salvaged.add(found.salvaged)
            result.sources.append(source)
            result.holders.append(file.resolvedPath)
        }
        return (result, diagnostics)
    }

    /// The findings about folders among `paths` that hold no document: most likely they are the wrong ones.
    static func emptiness(_ read: ReadConfiguration, in paths: [String]) -> [Diagnostic] {
        guard read.documentCount > 0 else {
            return paths.first.map { [empty($0, Listing.quoted(paths))] } ?? []
        }
        guard paths.count > 1 else { return [] }
        let holders = read.holders.sorted(by: ByteOrder.precedes)
        return paths.compactMap { path in
            guard let folder = try? Folder.resolved(path), !hasOne(of: holders, in: folder) else {
                return nil
            }
            return empty(path, "`\(path)`")
        }
    }

    /// - Complexity: O(log *holders*).
    private static func hasOne(of holders: [String], in folder: String) -> Bool {
        var (low, high) = (0, holders.count)
        while low < high {
            let middle = (low + high) / 2
            if ByteOrder.precedes(holders[middle], folder) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        // Names such as `a-b` are between `a` and `a/b`.
        return holders[low...].prefix { $0.utf8.starts(with: folder.utf8) }
            .contains { PathScope.contains($0, in: folder) }
    }

    private static func empty(_ path: String, _ quoted: String) -> Diagnostic {
        let source = SourceText.withoutText(path: path)
        return Diagnostic(
            .configurationEmpty, "there is no configuration document in " + quoted,
            at: source.span(SourceRange(at: 0)),
            hint: "each document begins with `apiVersion: \(DocumentHeader.version)`")
    }
}

/// The folders of a configuration, each opened once.
private struct WalkedFolders {
    private var folders: [ExactText: ScopedFiles] = [:]

    /// The text of a file. One that a walk has found must still be in its folder.
    mutating func read(_ file: ConfigurationFile) throws(FileError) -> SourceText {
        if let addition = file.addition { return addition }
        guard let root = file.root else { return try SourceFile.read(file.path) }
        guard let open = try folder(root).open(file.path, leadingTo: file.resolvedPath) else {
            throw FileError(.read, file.path, .missing)
        }
        return try SourceFile.read(open)
    }

    private mutating func folder(_ root: String) throws(FileError) -> ScopedFiles {
        if let known = folders[ExactText(root)] { return known }
        let folder = try ScopedFiles(in: root)
        folders[ExactText(root)] = folder
        return folder
    }
}

/// Files as texts.
enum SourceFile {
    /// More than any reader accepts, so that they say what is too large.
    private static let limitBytes = 1 << 30

    /// The text of a file, which may be a pipe. Nothing of it is shown until somebody has said which
    /// parts are not secret.
    static func read(_ path: String) throws(FileError) -> SourceText {
        SourceText(
            path: path, bytes: try WholeFile.read(path, limitBytes: limitBytes), isWithheld: true)
    }

    static func read(_ file: OpenFile) throws(FileError) -> SourceText {
        SourceText(
            path: file.path, bytes: try file.read(limitBytes: limitBytes), isWithheld: true)
    }

    /// The documents of a text, by the ending of its name.
    static func documents(
        in source: SourceText
    ) -> (documents: [Document], diagnostics: [Diagnostic]) {
        guard PathText.hasExtension(source.path, "json") else { return YAMLReader.read(source) }
        let (document, diagnostics) = JSONReader.read(source)
        return (document.map { [$0] } ?? [], diagnostics)
    }
}
