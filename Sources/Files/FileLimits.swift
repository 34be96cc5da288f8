/// The limits of this floor, each with its reason.
public enum FileLimits {
    /// How long to wait for a program that opens a named pipe to write. A shell opens both ends at once; a
    /// person who starts the other program by hand is told what is missing.
    public static let pipeWaitSeconds = 5
}
