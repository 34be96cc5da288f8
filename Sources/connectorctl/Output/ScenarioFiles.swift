import Files

/// Writes scenarios as files.
enum ScenarioFiles {
    /// Writes each text under its name in `folder`, which is there. What is there already and says
    /// something else is not replaced.
    ///
    /// - Throws: `FileError` or `Failure` before anything is written if a file is in the way.
    static func write(_ files: [(name: String, text: String)], to folder: String) throws {
        var missing: [(path: String, text: String)] = []
        for file in files {
            let path = PathText.join(folder, file.name)
            guard try Folder.kind(of: path) != nil else {
                missing.append((path, file.text))
                continue
            }
            let known = try WholeFile.read(path, limitBytes: 1 << 30)
            guard known.elementsEqual(file.text.utf8) else {
                throw Failure(
                    .couldNotRun, "`\(path)` is there already, with other content",
                    hint: "move it away, or write to another folder")
            }
        }
        for file in missing { try CompleteFile.write(Array(file.text.utf8), to: file.path) }
    }
}
