import Configuration
import Files
import Scenarios
import SourceText
import Stories

/// The folder that scenarios are to be written to, if there is one.
struct ScenarioFolder {
    let path: String?
    /// The folder of the configuration, if there is one.
    let configuration: String?

    /// Makes and locks the folder, before anything else is done: what would be lost if that could not be
    /// done may have taken long.
    func prepare() throws -> LockedFolder? {
        guard let path else { return nil }
        let kind = try Folder.kind(of: path)
        guard kind == nil || kind == .folder else {
            throw Failure(.couldNotRun, "`\(path)` is not a folder")
        }
        let folder = try OutputFolder.locked(path)
        folder.keep()
        return folder
    }

    /// The configuration as scenarios name it: from their folder, if they are in one.
    func namedConfiguration() throws(FileError) -> String? {
        guard let configuration, let path else { return configuration }
        return PathScope.relative(
            try Folder.resolved(configuration), from: try Folder.resolved(path))
    }

    /// Writes `drafts`, each to a file that is named like it, and further `files` beside them; gives
    /// their texts.
    func write(
        _ drafts: [ScenarioDraft], in world: World, beside files: [(name: String, text: String)],
        to folder: LockedFolder?
    ) throws -> [String] {
        let texts = drafts.map { $0.yaml(in: world) }
        guard let folder, !drafts.isEmpty else { return texts }
        let scenarios = zip(drafts, texts).map { ($0.id + ".yaml", $1) }
        try ScenarioFiles.write(files + scenarios, to: folder)
        let count = Listing.count(drafts.count, "scenario")
        try ByteOutput.write(
            "wrote \(count) to \(PrintableText.escaped(folder.path))\n", to: .standardError)
        return texts
    }
}
