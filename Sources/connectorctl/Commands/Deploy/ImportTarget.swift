import ArgumentParser
import Configuration
import Documents
import Files
import SourceText

/// What an imported connector is called, and where it goes.
struct ImportTarget {
    let id: String
    /// The path of its file, inside the configuration.
    let path: String

    /// - Throws: `Failure` if there is no identifier, or the file would not be read as part of the
    ///   configuration.
    init(_ connector: ExportedConnector, id: String?, out: String?, folder: String) throws {
        guard let id = id ?? connector.id ?? connector.suggestedID else {
            throw Failure(
                .couldNotRun, "no identifier can be made from the name `\(connector.name)`",
                hint: "give one with --id")
        }
        guard Identifier.isValid(id) else {
            throw Failure(
                .usage, "`\(id)` is not an identifier",
                hint: "1 to 63 of the characters a-z, 0-9 and -, with no - at either end")
        }
        self.id = id
        path = out ?? PathText.join(folder, id + ".yaml")
        guard PathText.hasExtension(path, "yaml", "yml") else {
            throw Failure(
                .usage, "`\(path)` is not read as part of a configuration",
                hint: "the name must end in .yaml or .yml")
        }
        let root = try Folder.resolved(folder)
        let parent = try Folder.resolved(PathText.parent(path))
        guard try Folder.kind(of: folder) == .folder, PathScope.contains(parent, in: root) else {
            throw Failure(
                .usage, "`\(path)` is outside the configuration in `\(folder)`",
                hint: "--config names a folder, and --out a file in it")
        }
    }

    /// - Throws: `Failure` if there is such a connector, or such a file.
    func checkIsFree(in configuration: LoadedConfiguration) throws {
        if let known = configuration.connector(id) {
            throw taken("in `\(known.node.document.source.path)`")
        }
        if try Folder.kind(of: path) != nil {
            throw Failure(
                .couldNotRun, "`\(path)` already exists",
                hint: "name another file with --out")
        }
    }

    /// There is such a connector already, where `location` says.
    func taken(_ location: String) -> Failure {
        Failure(
            .couldNotRun, "there is already a connector `\(id)` \(location)",
            hint: "give the imported one another identifier with --id")
    }
}

extension ExportedConnector {
    /// The connector in the file at `path`. Reports what is wrong with it, and ends the command.
    init(readingFrom path: String) throws {
        let reading = ExportedConnector.read(try Input.read(path))
        guard let connector = reading.connector else {
            throw try Findings(reading.diagnostics, files: 1, documents: 1).refusal()
        }
        self = connector
    }
}
