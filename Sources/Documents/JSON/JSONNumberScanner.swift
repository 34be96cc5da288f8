import SourceText

extension JSONScanner {
    /// Appends the number that begins here with a digit or a minus sign.
    mutating func scanNumber() {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        if position < end, bytes[position] == UInt8(ascii: "0") {
            position += 1
            if isDigitHere { return fail(.jsonSyntax, JSONMessages.leadingZero, at: start) }
        } else if !skipDigits() {
            return failExpecting(JSONMessages.digitAfterMinus, hint: hintInNumber)
        }
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            if !skipDigits() { return failExpecting(JSONMessages.digitAfterPoint) }
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < end,
                bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
            {
                position += 1
            }
            if !skipDigits() { return failExpecting(JSONMessages.digitInExponent) }
        }
        let range = SourceRange(start: start, end: position)
        builder.append(.number, sourceText: range, range)
    }

    private var hintInNumber: String? {
        position < end ? JSONMessages.hint(forWord: wordHere) : nil
    }

    private var isDigitHere: Bool {
        position < end && ASCII.isDigit(bytes[position])
    }

    /// Moves behind a run of digits; false if there is none.
    private mutating func skipDigits() -> Bool {
        let start = position
        while isDigitHere { position += 1 }
        return position > start
    }
}
