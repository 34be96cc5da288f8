import Documents
import Files
import SourceText

/// The folders around files that were named without the rest of their configuration. A document that these
/// files name may be in a folder that should have been named instead.
struct Surroundings {
    /// The folders above a file that are looked through, and how much in them. Whoever names a file in a folder
    /// of a thousand other things gets the hint without the folder.
    private static let levels = 3
    private static let mostEntries = 2_000
    private static let mostFiles = 300
    private static let mostBytes = 1 << 20
    private static let mostQuestions = 20

    /// Whether files were named, and whether what was read has no connector at all.
    private let namesFiles: Bool
    private let hasNoConnector: Bool
    private var questionsLeft = mostQuestions
    private var known: [String: [Part]] = [:]

    /// A document nearby.
    private struct Part {
        let kind: DocumentKind
        let id: String
        let path: String
    }

    /// - Parameter files: what was read.
    private init(_ files: [ConfigurationFile], _ model: Model) {
        (namesFiles, hasNoConnector) = (files.contains(where: \.isNamed), model.connectors.isEmpty)
    }

    /// `findings`, those about names that are unknown with a hint to the folder that holds what they name.
    static func explained(
        _ findings: [Diagnostic], _ files: [ConfigurationFile], _ model: Model
    ) -> [Diagnostic] {
        var surroundings = Surroundings(files, model)
        guard surroundings.namesFiles || surroundings.hasNoConnector else { return findings }
        return findings.map { surroundings.explained($0) }
    }

    private mutating func explained(_ finding: Diagnostic) -> Diagnostic {
        let isConnector = finding.code == .connectorUnknown
        guard isConnector || namesFiles && finding.code == .resellerUnknown, questionsLeft > 0
        else { return finding }
        questionsLeft -= 1
        let range = finding.span.range
        let text = finding.span.source.bytes[range.start..<range.end]
            .filter { $0 != ASCII.quote && $0 != UInt8(ascii: "'") }
        let id = String(decoding: text, as: UTF8.self)
        let path = finding.span.source.path
        let whole = folder(around: path, isConnector ? .connector : .installation, id)
        let part = namesFiles ? "the files that were named" : "this folder"
        let hint =
            whole.map {
                "it is in `\($0.file)`, which was not read: name the folder `\($0.folder)`"
            }
            ?? finding.hint
            ?? "only \(part) \(namesFiles ? "were" : "was") read: name the folder of the whole "
            + "configuration"
        return Diagnostic(
            finding.code, finding.message, at: finding.span, pointer: finding.pointer, hint: hint,
            notes: finding.notes)
    }

    /// The nearest folder around `path` that holds the document; of installations, any.
    private mutating func folder(
        around path: String, _ kind: DocumentKind, _ id: String
    ) -> (folder: String, file: String)? {
        var folder = PathText.parent(path)
        for _ in 0..<Self.levels {
            if let part = parts(in: folder).first(where: { part in
                part.kind == kind && (kind == .installation || ByteOrder.equal(part.id, id))
            }) {
                return (folder, part.path)
            }
            guard let above = Self.above(folder) else { return nil }
            folder = above
        }
        return nil
    }

    private mutating func parts(in folder: String) -> [Part] {
        if let known = known[folder] { return known }
        let found = Self.files(below: folder).flatMap(Self.parts)
        known[folder] = found
        return found
    }

    /// The folder that holds `folder`; nil above a repository, which is a whole of its own.
    private static func above(_ folder: String) -> String? {
        let isRepository = (try? Folder.hasEntry(PathText.join(folder, ".git"))) ?? false
        if isRepository || ByteOrder.equal(folder, "/") { return nil }
        if ByteOrder.equal(folder, ".") { return ".." }
        return ByteOrder.equal(PathText.name(folder), "..")
            ? PathText.join(folder, "..") : PathText.parent(folder)
    }

    /// YAML files below a folder; what cannot be read is passed over, since this is only for a hint.
    private static func files(below folder: String) -> [String] {
        var files: [String] = []
        var pending = [folder]
        var entriesLeft = mostEntries
        while let folder = pending.popLast(), files.count < mostFiles {
            for name in (try? Folder.names(in: folder))?.names ?? [] {
                entriesLeft -= 1
                guard entriesLeft > 0 else { return files }
                let path = PathText.join(folder, name)
                switch (try? Folder.entry(path))?.kind {
                case .folder where name.utf8.first != UInt8(ascii: "."): pending.append(path)
                case .file where PathText.hasExtension(name, "yaml", "yml"): files.append(path)
                default: continue
                }
            }
        }
        return files
    }

    private static func parts(of path: String) -> [Part] {
        guard let bytes = try? WholeFile.read(path, limitBytes: mostBytes) else { return [] }
        let source = SourceText(path: path, bytes: bytes, isWithheld: true)
        guard ScenarioDiscovery.mayHoldDocuments(source) else { return [] }
        return SourceFile.documents(in: source).documents.compactMap { document in
            guard case .ours(let kind) = DocumentHeader(of: document.root, .unknown) else {
                return nil
            }
            return Part(kind: kind, id: document.root["id"]?.string ?? "", path: path)
        }
    }
}
