import SourceText

/// Words as a shell reads them.
enum ShellText {
    /// `word`, in quotes if a shell would see more in it than a word.
    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                ASCII.isDigit(byte) || ASCII.isLetter(byte) || plainSigns.contains(byte)
            }
        // Scalar by scalar: a combining mark would hide a quote before it.
        let quoted = word.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined()
        return isPlain ? word : "'" + quoted + "'"
    }

    private static let plainSigns = Array("-_./:@%+,".utf8)
}
