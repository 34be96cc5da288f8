/// A new file that is there on trial: unless it is kept, it goes with this value, and when a signal ends
/// the program.
public final class TrialFile {
    private let path: String
    private var place: Int?
    private var isKept = false

    /// Makes the file.
    ///
    /// - Throws: `FileError` if there is something at `path`, or it cannot be written.
    public init(path: String, _ bytes: [UInt8]) throws(FileError) {
        try POSIX.writeNew(path, bytes[...], isPrivate: false)
        // Only now: a file that was there is somebody else's, and must not go.
        place = TemporaryNames.shared.add(path)
        self.path = path
    }

    deinit {
        if !isKept { POSIX.remove(path) }
        TemporaryNames.shared.forget(place)
    }

    /// Lets the file stay.
    public func keep() {
        isKept = true
        TemporaryNames.shared.forget(place)
        place = nil
    }
}
