import ArgumentParser

/// What the exit code of the program says.
enum ExitStatus: Int32 {
    /// All well; warnings alone too, unless they are to fail.
    case success = 0
    /// The input is not valid, or something differs.
    case findings = 1
    /// A file cannot be read or written, access is denied, a lock is held.
    case couldNotRun = 2
    /// There are changes, where the exit code was asked to say so.
    case changes = 3
    /// The command line is wrong (sysexits' EX_USAGE).
    case usage = 64
    /// A fault of the program itself (sysexits' EX_SOFTWARE).
    case internalError = 70

    /// Ends the command with this status: thrown where it is not success.
    func end() throws {
        if self != .success { throw ExitCode(rawValue) }
    }
}
