/// The limits of this floor, each with its reason.
public enum FileLimits {
    /// How long a named pipe is waited for that nobody has opened to write. A shell opens both ends at
    /// once; a person who starts the other program by hand is told what is missing.
    public static let pipeWaitSeconds = 5
}
