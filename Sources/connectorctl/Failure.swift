import SourceText

/// Why a command could not do what it was asked to.
struct Failure: Error {
    let status: ExitStatus
    /// What `explain-code` knows it by, if it does.
    let code: DiagnosticCode?
    let message: String
    let hint: String?

    init(
        _ status: ExitStatus, _ message: String, code: DiagnosticCode? = nil, hint: String? = nil
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Says what happened on standard error and ends the program.
    func end() -> Never {
        report()
        Terminal.exit(status)
    }

    /// Says what happened on standard error.
    func report() {
        let title = code.map { "error[\($0.name)]: " } ?? "error: "
        var text = title + PrintableText.escaped(message) + "\n"
        if let hint { text += "  = hint: " + PrintableText.escaped(hint) + "\n" }
        let output = ByteOutput(.standardError)
        output.write(text)
        output.flush()
    }
}
