import Files

/// Writes scenarios as files.
enum ScenarioFiles {
    /// Writes each text under its name in `folder`, or none. What already exists and says something
    /// else is not replaced.
    ///
    /// - Throws: `FileError` or `Failure` before anything is written if a file is in the way.
    static func write(_ files: [(name: String, text: String)], to folder: LockedFolder) throws {
        var missing: [(path: String, text: String)] = []
        for file in files {
            let path = PathText.join(folder.path, file.name)
            guard try Folder.kind(of: path) != nil else {
                missing.append((path, file.text))
                continue
            }
            let known = try WholeFile.read(path, limitBytes: InputLimits.fileBytes)
            guard known.elementsEqual(file.text.utf8) else {
                throw Failure(
                    .couldNotRun, "`\(path)` already exists, with other content",
                    hint: "move it away, or write to another folder")
            }
        }
        Leftovers.remove(from: folder.path)
        var complete: [AtomicFile] = []
        for file in missing {
            complete.append(
                try AtomicFile(path: file.path, Array(file.text.utf8), before: complete.first))
        }
        try FileSet(complete.reversed()).publish()
    }
}
