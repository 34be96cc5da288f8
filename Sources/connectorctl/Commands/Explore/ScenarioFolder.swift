import Configuration
import Files
import Scenarios
import Stories

/// The folder that scenarios are to be written to, if there is one.
struct ScenarioFolder {
    let path: String?
    /// The folder of the configuration; nil: there is none.
    let configuration: String?

    /// Makes the folder, before anything else is done: what would be lost if it could not be made may
    /// have taken long.
    func prepare() throws {
        guard let path else { return }
        let kind = try Folder.kind(of: path)
        guard kind == nil || kind == .folder else {
            throw Failure(.couldNotRun, "`\(path)` is no folder")
        }
        try Folder.make(path)
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
        _ drafts: [ScenarioDraft], in world: World, beside files: [(name: String, text: String)]
    ) throws -> [String] {
        let texts = drafts.map { $0.yaml(in: world) }
        guard let path, !drafts.isEmpty else { return texts }
        let scenarios = zip(drafts, texts).map { ($0.id + ".yaml", $1) }
        try ScenarioFiles.write(files + scenarios, to: path)
        let output = ByteOutput(.standardError)
        let word = drafts.count == 1 ? "scenario" : "scenarios"
        output.write("wrote \(drafts.count) \(word) to \(path)\n")
        try output.finish()
        return texts
    }
}
