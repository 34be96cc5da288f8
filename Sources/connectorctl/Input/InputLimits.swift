/// The limits of files named on the command line, each with its reason.
enum InputLimits {
    /// The largest file that is read into memory, in bytes: more than any reader accepts, so that it says
    /// itself what is too large.
    static let fileBytes = 1 << 30
    /// The most bytes of a pipe or of standard input that are read into memory: what the largest document
    /// may have.
    static let streamBytes = 256 << 20
    /// The longest line of a file that is read line by line, in bytes: no reader accepts a longer document.
    static let lineBytes = 256 << 20
    /// The most bytes that another program, such as git, may print: twice what is read of a repository.
    static let childOutputBytes = 512 << 20
}
