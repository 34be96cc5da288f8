import Documents
import Files
import SourceText

/// Reads the files of a configuration and picks out the documents that belong to it.
enum Reading {
    static func read(
        _ files: [ConfigurationFile], _ options: Configuration.Options,
        _ limits: ConfigurationLimits
    ) -> (ReadConfiguration, [Diagnostic]) {
        var result = ReadConfiguration()
        var diagnostics: [Diagnostic] = []
        var reader = FileReader()
        var documentBytes = 0
        for file in files {
            guard let source = reader.text(of: file) else { continue }
            let found = FileDocuments(source, of: file, most: options.mostDescribed)
            diagnostics += found.diagnostics
            guard found.documentCount > 0 else { continue }
            documentBytes += source.bytes.count
            if documentBytes > limits.documentBytes {
                diagnostics.append(.tooManyBytes(source, limits))
                break
            }
            result.fileCount += 1
            result.documentCount += found.documentCount
            result.documents += found.documents
            result.salvaged.add(found.salvaged)
            result.sources.append(source)
            result.holders.append(file.resolvedPath)
        }
        return (result, diagnostics + reader.diagnostics)
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
        let first = holders.partitioningIndex { !ByteOrder.precedes($0, folder) }
        // Names such as `a-b` are between `a` and `a/b`.
        return holders[first...].prefix { $0.utf8.starts(with: folder.utf8) }
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

/// Reads the files of a configuration; the folders that were walked are each opened once.
struct FileReader {
    /// What could not be read.
    private(set) var diagnostics: [Diagnostic] = []
    private var folders: [ExactText: ScopedFiles] = [:]

    /// The text of a file; nil if it cannot be read.
    mutating func text(of file: ConfigurationFile) -> SourceText? {
        do throws(FileError) {
            return try read(file)
        } catch {
            diagnostics.append(.unreadable(error))
            return nil
        }
    }

    /// One that a walk has found must still be in its folder.
    private mutating func read(_ file: ConfigurationFile) throws(FileError) -> SourceText {
        switch file.content {
        case .addition(let text): return text
        case .standardInput: return try SourceFile.read(named: "-", as: file.path)
        case nil: break
        }
        guard let root = file.root else { return try SourceFile.read(named: file.path) }
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
    private static let limitBytes = ConfigurationLimits.standard.fileBytes

    /// The text of a file, which may be a pipe, or standard input (`-`); messages call it `name`. Nothing
    /// of it is shown until somebody has said which parts are not secret.
    static func read(named path: String, as name: String? = nil) throws(FileError) -> SourceText {
        let name = name ?? path
        let file = try InputFile(named: path)
        // What has no size is not read beyond what its reader accepts.
        let limit = file.bytes == nil ? streamLimitBytes(name) : limitBytes
        return SourceText(
            path: name, bytes: try WholeFile.read(file, limitBytes: limit), isWithheld: true)
    }

    private static func streamLimitBytes(_ name: String) -> Int {
        let limits = DocumentLimits.standard
        return PathText.hasExtension(name, "json") ? limits.jsonBytes : limits.yamlBytes
    }

    static func read(_ file: OpenFile) throws(FileError) -> SourceText {
        SourceText(
            path: file.path, bytes: try file.read(limitBytes: limitBytes), isWithheld: true)
    }

    /// The documents of a text, by the ending of its name.
    ///
    /// - Parameter most: how many repeated keys are described; the others are counted.
    static func documents(
        in source: SourceText, most: Int = Diagnostic.mostDescribed
    ) -> (documents: [Document], diagnostics: [Diagnostic]) {
        var limits = DocumentLimits.standard
        limits.repeatedKeys = most
        guard PathText.hasExtension(source.path, "json") else {
            return YAMLReader.read(source, limits: limits)
        }
        let (document, diagnostics) = JSONReader.read(source, limits: limits)
        return (document.map { [$0] } ?? [], diagnostics)
    }
}
