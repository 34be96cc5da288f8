import ArgumentParser
import Configuration
import Files
import SourceText

/// The configuration of another revision, in a temporary folder.
struct GitConfiguration {
    /// Nil if the folder holds no configuration there.
    let loaded: LoadedConfiguration?
    /// Names the files in it as they are called at the revision.
    private let sources: RenamedSources
    private let tree: TemporaryTree?

    /// Reads what is below `folder` at `revision`.
    init(_ revision: String, below folder: String) throws {
        let repository = try GitRepository(holding: folder)
        let listing = try GitListing(try repository.commit(revision), in: repository)
        let shown = revision + ":" + PathText.join(folder, "")
        guard !listing.entries.isEmpty else {
            (loaded, tree, sources) = (nil, nil, RenamedSources("", shown))
            return
        }
        let temporary = try Folder.resolved(Terminal.temporaryFolder)
        let tree = try TemporaryTree(in: temporary, listing.contents(in: repository))
        self.tree = tree
        sources = RenamedSources(tree.path + "/", shown)
        let loaded = try Configuration.load(paths: [tree.path])
        let errors = loaded.diagnostics.filter { $0.severity == .error }
        let isEmpty = errors.allSatisfy { $0.code == .configurationEmpty } && !errors.isEmpty
        self.loaded = isEmpty ? nil : loaded
        if !errors.isEmpty, !isEmpty { try refuse(errors, loaded) }
    }

    /// Says what is wrong with the configuration, and ends the command.
    private func refuse(_ errors: [Diagnostic], _ loaded: LoadedConfiguration) throws {
        var sources = sources
        throw try Findings(
            errors.map { sources.renamed($0) }, files: loaded.fileCount,
            documents: loaded.documentCount
        ).refusal()
    }
}

/// Findings about copies of files: their paths become those of the originals.
struct RenamedSources {
    private let prefix: String
    private let shown: String
    private var sources: [ObjectIdentifier: SourceText] = [:]

    /// - Parameters:
    ///   - prefix: how the paths begin.
    ///   - shown: what replaces that.
    init(_ prefix: String, _ shown: String) {
        self.prefix = prefix
        self.shown = shown
    }

    mutating func renamed(_ finding: Diagnostic) -> Diagnostic {
        Diagnostic(
            finding.code, text(finding.message), at: renamed(finding.span),
            pointer: finding.pointer, hint: finding.hint.map(text),
            notes: finding.notes.map { note in
                Diagnostic.Note(text(note.message), at: note.span.map { renamed($0) })
            })
    }

    mutating func renamed(_ span: SourceSpan) -> SourceSpan {
        let old = span.source
        let new =
            sources[ObjectIdentifier(old)]
            ?? old.renamed(text(old.path))
        sources[ObjectIdentifier(old)] = new
        return new.span(span.range)
    }

    private func text(_ text: String) -> String {
        prefix.isEmpty ? text : text.replacing(prefix, with: shown)
    }
}
