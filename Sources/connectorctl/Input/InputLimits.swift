import Documents

/// The limits of files named on the command line, each with its reason.
enum InputLimits {
    /// The largest file that is read into memory, in bytes: more than any reader accepts, so that it says
    /// itself what is too large.
    static let fileBytes = 1 << 30
    /// The longest line of a file that is read line by line, in bytes: no reader accepts a longer document.
    static let lineBytes = DocumentLimits.standard.jsonBytes
}
