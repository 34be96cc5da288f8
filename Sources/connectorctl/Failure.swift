import SourceText

/// Why a command could not do what it was asked to.
struct Failure: Error {
    let status: ExitStatus
    /// Without control characters, on one line.
    let message: String
    let hint: String?

    init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    /// Says what happened on standard error and ends the program.
    static func end(_ status: ExitStatus, _ message: String, hint: String? = nil) -> Never {
        var text = "error: " + PrintableText.escaped(message) + "\n"
        if let hint { text += "  = hint: " + PrintableText.escaped(hint) + "\n" }
        let output = ByteOutput(.standardError)
        output.write(text)
        output.flush()
        Terminal.exit(status)
    }
}
