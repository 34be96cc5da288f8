import SourceText

/// A note or warning on standard error from a command that succeeded.
struct Notice {
    let kind: Kind
    let message: String
    var hint: String?
    /// A line to be copied as it is.
    var line: String?

    enum Kind: String {
        case note, warning
    }

    init(_ kind: Kind, _ message: String, hint: String? = nil, line: String? = nil) {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.line = line
    }

    /// Says it.
    func report() throws {
        var text = "\(kind.rawValue): " + PrintableText.escaped(message) + "\n"
        if let hint { text += "  = hint: " + PrintableText.escaped(hint) + "\n" }
        if let line { text += "\n    " + PrintableText.escaped(line) + "\n\n" }
        try ByteOutput.write(text, to: .standardError)
    }
}
