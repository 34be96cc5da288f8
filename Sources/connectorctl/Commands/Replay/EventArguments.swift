public import ArgumentParser
import Files
import Payments
public import Replay

extension InvalidEventPolicy: ExpressibleByArgument {}

/// The rules for the files of events that are named on the command line.
enum EventArguments {
    /// - Throws: `Failure` if what they are shows that they cannot be read.
    static func check(_ paths: [String]) throws(Failure) {
        for path in paths {
            if path != "-", (try? Folder.kind(of: path)) == .folder { throw folder(path) }
            if EventInput.Format(path: path) == nil { throw unknownFormat(path) }
        }
        try Input.checkStandardInput(paths)
    }

    /// The files, opened.
    static func inputs(_ paths: [String]) throws -> [EventInput] {
        try paths.map { path in
            guard let format = EventInput.Format(path: path) else { throw unknownFormat(path) }
            let input = try EventInput(
                path: path, format: format, temporaryFolder: Terminal.temporaryFolder)
            if let compression = input.compression {
                throw compressed(path, by: compression, .couldNotRun)
            }
            return input
        }
    }

    private static func folder(_ path: String) -> Failure {
        Failure(
            .couldNotRun, "`\(path)` is a folder, not a file of events",
            hint: "name its files, as in `\(PathText.join(path, "*.ndjson"))`")
    }

    private static func compressed(
        _ path: String, by compression: Compression, _ status: ExitStatus
    ) -> Failure {
        let file = path == "-" ? "FILE" : ShellText.quoted(path)
        return Failure(
            status, "`\(path)` is compressed (\(compression.name))",
            hint: "decompress it: `\(compression.command) \(file) | connectorctl … -`")
    }

    private static func unknownFormat(_ path: String) -> Failure {
        if let compression = Compression(path: path) {
            return compressed(path, by: compression, .usage)
        }
        return Failure(
            .usage, "`\(path)` has no event-file extension (.ndjson, .jsonl, .json)",
            hint: "rename the file, or give - for standard input")
    }
}

/// Instants on the command line.
enum InstantArgument {
    /// - Throws: `ValidationError` if `text` is not RFC 3339, or out of range.
    static func parse(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(text: text) else {
            throw ValidationError(
                "'\(text)' is not an RFC 3339 time from 1678 to 2260; write it like "
                    + "2026-01-05T10:00:00Z.")
        }
        return instant
    }
}
