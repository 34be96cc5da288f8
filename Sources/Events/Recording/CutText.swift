/// Texts of errors where they are repeated step after step: long ones are cut there, since a trace would
/// otherwise grow with the product of the steps and the text. The whole text is in `states.json`.
package enum CutText {
    /// What a text takes at most in a step's row, with the words that say how much is left out.
    package static let mostBytes = 1024
    /// Room for those words.
    private static let noteBytes = 48

    /// `text` cut between two characters; nil if it need not be cut.
    package static func cut(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count > mostBytes else { return nil }
        var count = mostBytes - noteBytes
        while count > 0, text[count] & 0xC0 == 0x80 { count -= 1 }
        return Array(text[..<count]) + Array("… (\(text.count - count) more bytes)".utf8)
    }

    static func cut(_ text: String) -> String {
        var text = text
        return text.withUTF8 { cut($0) }.map { String(decoding: $0, as: UTF8.self) } ?? text
    }
}

extension ErrorText {
    /// The error as the row of a step shows it.
    package var cut: ErrorText {
        ErrorText(code: code.map(CutText.cut), message: message.map(CutText.cut))
    }
}
