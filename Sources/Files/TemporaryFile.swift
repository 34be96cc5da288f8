/// A new file that only its owner can read, under a name that nothing else has.
///
/// The name stands in `TemporaryNames` before the file is there, and until it is gone: at no moment
/// could a signal leave it behind. (The random part has 60 bits, so that the name is never that of
/// somebody else's file; what one thread makes while another is dying of a signal may stay.)
struct TemporaryFile {
    let path: String
    let descriptor: Int32
    private let place: Int?

    /// So many names are never all taken by chance.
    private static let mostTries = 16
    private static let randomCharacters = 12
    private static let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)

    /// Makes the file; its name is `prefix` with random characters behind it. A failure is reported
    /// as one of `operation` on `reportedPath`.
    init(
        prefix: String, for operation: FileError.Operation, _ reportedPath: String
    ) throws(FileError) {
        for _ in 0..<Self.mostTries {
            if let file = try Self.make(prefix + Self.ending(), operation, reportedPath) {
                self = file
                return
            }
        }
        throw FileError(operation, reportedPath, .system(POSIX.fileExists))
    }

    private init(path: String, descriptor: Int32, place: Int?) {
        self.path = path
        self.descriptor = descriptor
        self.place = place
    }

    /// Nil if there is a file of this name.
    private static func make(
        _ path: String, _ operation: FileError.Operation, _ reportedPath: String
    ) throws(FileError) -> TemporaryFile? {
        let place = TemporaryNames.shared.add(path)
        do {
            let descriptor = try POSIX.createNew(path, for: operation, reportedPath)
            return TemporaryFile(path: path, descriptor: descriptor, place: place)
        } catch {
            TemporaryNames.shared.forget(place)
            if error.cause == .system(POSIX.fileExists) { return nil }
            throw error
        }
    }

    /// Characters that no other name ends with.
    static func ending() -> String {
        var generator = SystemRandomNumberGenerator()
        let characters = (0..<randomCharacters).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Removes the name; what has the file open keeps it.
    func remove() {
        POSIX.remove(path)
        TemporaryNames.shared.forget(place)
    }

    /// Gives the file its final name.
    func rename(to final: String) throws(FileError) {
        try POSIX.rename(path, to: final)
        TemporaryNames.shared.forget(place)
    }
}
