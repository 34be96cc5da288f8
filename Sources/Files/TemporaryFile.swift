/// A new file that only its owner can read, under a name that nothing else has.
///
/// The name is in `TemporaryNames` from before the file is made until it is gone: at no moment could a
/// signal leave it behind. While the file is open it is locked, so that other runs see that it was not
/// left by a killed run.
struct TemporaryFile {
    let path: String
    let descriptor: Int32
    private let slot: TemporaryNames.Slot?

    /// This many names are never all taken by chance.
    private static let mostTries = 16

    /// Makes the file that will become the one at `path`.
    ///
    /// - Parameter other: a file with another name that it belongs to.
    init(beside path: String, with other: TemporaryFile? = nil) throws(FileError) {
        let characters = other.flatMap { TemporaryName.characters(of: PathText.name($0.path)) }
        try self.init(for: .create, path) {
            TemporaryName.beside(path, characters ?? TemporaryName.random())
        }
    }

    /// Makes a file whose name is `prefix` with random characters after it. A failure is reported as one
    /// of creating something at `reportedPath`.
    init(prefix: String, _ reportedPath: String) throws(FileError) {
        try self.init(for: .create, reportedPath) { prefix + TemporaryName.random() }
    }

    private init(
        for operation: FileError.Operation, _ reportedPath: String, _ name: () -> String
    ) throws(FileError) {
        for _ in 0..<Self.mostTries {
            let path = name()
            // Nobody makes a file while another thread ends the process.
            let file = try SignalGate.shared.holding { () throws(FileError) in
                try Self.make(path, operation, reportedPath)
            }
            if let file {
                self = file
                return
            }
        }
        throw FileError(operation, reportedPath, .system(POSIX.fileExists))
    }

    private init(path: String, descriptor: Int32, slot: TemporaryNames.Slot?) {
        self.path = path
        self.descriptor = descriptor
        self.slot = slot
    }

    /// Nil if there is a file of this name, or another run has taken the new one for a leftover.
    private static func make(
        _ path: String, _ operation: FileError.Operation, _ reportedPath: String
    ) throws(FileError) -> TemporaryFile? {
        let slot = TemporaryNames.shared.add(path)
        let descriptor: Int32
        do throws(FileError) {
            descriptor = try POSIX.createNew(path, for: operation, reportedPath)
        } catch {
            TemporaryNames.shared.forget(slot)
            if error.cause == .system(POSIX.fileExists) { return nil }
            throw error
        }
        let file = TemporaryFile(path: path, descriptor: descriptor, slot: slot)
        do throws(FileError) {
            if try file.takesLock() { return file }
        } catch {
            file.abandon()
            throw error
        }
        file.abandon()
        return nil
    }

    private func takesLock() throws(FileError) -> Bool {
        let isTaken = try POSIX.lockIfPossible(descriptor, path) == .taken
        let isThere = try POSIX.isFile(descriptor, at: path)
        return isThere && !isTaken
    }

    private func abandon() {
        POSIX.close(descriptor)
        remove()
    }

    /// Removes the name; whoever has the file open keeps it.
    func remove() {
        POSIX.remove(path)
        forget()
    }

    /// Forgets the name: it is gone.
    func forget() {
        TemporaryNames.shared.forget(slot)
    }
}
