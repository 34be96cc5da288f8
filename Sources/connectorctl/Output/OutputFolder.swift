import Files

/// Folders that a command writes several files to.
enum OutputFolder {
    /// Makes the folder where it is not there yet, and locks it.
    ///
    /// - Throws: `Failure` if another run has locked it.
    static func locked(_ path: String) throws -> LockedFolder {
        guard let folder = try LockedFolder(path) else {
            throw Failure(
                .couldNotRun, "another run is writing to `\(path)`",
                hint: "wait until it has ended, or name another folder")
        }
        return folder
    }
}
