internal import Configuration
internal import Exploration
public import Files
internal import Payments
internal import Stories

/// A scenario to be written to a file.
public struct WrittenScenario: Sendable {
    /// The name of the file.
    public let name: String
    public let yaml: String
}

extension Reach {
    /// A scenario for each of `gaps`, to be written to `folder`; for those that nothing can close,
    /// none.
    ///
    /// - Throws: `FileError` if the system does not say where the folder is.
    public func scenarios(
        closing gaps: [Coverage.Gap], in folder: String
    ) throws(FileError) -> [WrittenScenario] {
        let home = try Folder.resolved(folder)
        var written: [WrittenScenario] = []
        for gap in gaps {
            guard let (witness, world) = way(to: gap) else { continue }
            let config = PathScope.relative(try Folder.resolved(world.path), from: home)
            let id = gap.scenarioID(config)
            let draft = ScenarioDraft(
                id: id, title: gap.title(config), config: config, events: witness.events,
                until: witness.end)
            written.append(WrittenScenario(name: id + ".yaml", yaml: draft.yaml(in: world.world)))
        }
        return written
    }
}
