import SourceText

/// An error of a library that the program reports as a `Failure`.
protocol Reported: Error {
    var failure: Failure { get }
}

/// Why a command could not do what it was asked to.
struct Failure: Error {
    let status: ExitStatus
    /// What `explain-code` knows it by, if it does.
    let code: DiagnosticCode?
    let message: String
    let hint: String?
    /// What another program said, to be shown as it is.
    let quotation: [String]

    init(
        _ status: ExitStatus, _ message: String, code: DiagnosticCode? = nil, hint: String? = nil,
        quoting quotation: [String] = []
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.quotation = quotation
    }

    /// The result of `body`, or its error as a failure.
    static func catching<Result, Problem: Reported>(
        _ body: () throws(Problem) -> Result
    ) throws(Failure) -> Result {
        do {
            return try body()
        } catch {
            throw error.failure
        }
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
        if !quotation.isEmpty { text += "\n" }
        for line in quotation {
            text += line.isEmpty ? "\n" : "    " + PrintableText.escaped(line) + "\n"
        }
        let output = ByteOutput(.standardError, .shown)
        output.write(text)
        output.flush()
    }
}
