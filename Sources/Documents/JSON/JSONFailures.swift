import SourceText

/// Where the scanner cannot go on, and what it says there.
extension JSONScanner {
    /// Ends the scan with a finding at the character at `offset`, or at the end of the text.
    mutating func fail(
        _ code: DiagnosticCode, _ message: String, at offset: Int, hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        let width = offset < end ? CharacterBytes.width(bytes[offset]) : 0
        let range = SourceRange(start: offset, end: min(offset + width, end))
        diagnostics.append(
            Diagnostic(code, message, at: source.span(range), hint: hint, notes: notes))
        isBroken = true
        isStopped = true
    }

    /// Ends the scan at `position`, where what `expected` names does not stand.
    mutating func failExpecting(_ expected: String, hint: String? = nil) {
        guard position < end else {
            let message = "the text ends where \(expected) must follow"
            return fail(.jsonTruncated, message, at: end, notes: notesOnOpenContainer)
        }
        if let message = JSONMessages.control(bytes[position]) {
            return fail(.jsonControlCharacter, message, at: position)
        }
        fail(.jsonSyntax, "expected \(expected), found \(foundHere)", at: position, hint: hint)
    }

    /// Ends the scan at the end of the text, where `expectation` is not met.
    mutating func failTruncated(_ expectation: Expectation) {
        let inObject = isInObject
        switch expectation {
        case .firstElement: failExpecting("an array element or `]`")
        case .firstKey: failExpecting("a key or `}`")
        case .key: failExpecting("a key in double quotes")
        case .afterValue: failExpecting(inObject ? "`,` or `}`" : "`,` or `]`")
        case .value, .done: failExpecting(inObject ? "a value" : "an array element")
        }
    }

    mutating func failAtValue() {
        failExpecting(builder.openContainer == nil ? "a JSON value" : "a value", hint: hintAtValue)
    }

    mutating func failAtKey() {
        failExpecting("a key in double quotes", hint: hintAtKey)
    }

    mutating func failAfterValue() {
        let expected =
            isInObject ? "`,` or `}` after a member" : "`,` or `]` after an array element"
        failExpecting(expected, hint: hintAfterValue)
    }

    mutating func failTrailing() {
        if let message = JSONMessages.control(bytes[position]) {
            return fail(.jsonControlCharacter, message, at: position)
        }
        let message = "the text must end after its value, but \(foundHere) follows"
        fail(.jsonTrailingContent, message, at: position)
    }

    mutating func failDepth() {
        let message =
            "arrays and objects are nested more than \(limits.jsonDepth) deep, which is "
            + "the limit"
        fail(.jsonDepthLimit, message, at: position)
    }

    /// Ends the scan inside the string that begins at `start`: at the end of the text or at a
    /// control character.
    mutating func failInString(_ start: Int) {
        guard position < end else {
            let quote = source.span(SourceRange(start: start, end: start + 1))
            return fail(
                .jsonTruncated, JSONMessages.endInString, at: end,
                notes: [Diagnostic.Note("the string begins here", at: quote)])
        }
        fail(
            .jsonControlCharacter, JSONMessages.controlInString(bytes[position]), at: position,
            hint: JSONMessages.hint(forControlInString: bytes[position]))
    }

    /// Ends the scan at the character after a backslash at `position`.
    mutating func failAtEscape() {
        position += 1
        failExpecting(
            "one of \" \\ / b f n r t u after the backslash", hint: "write \\\\ for a backslash")
    }

    /// Ends the scan at the first character after `\u` at `position` that is no hexadecimal digit.
    mutating func failAtUnicodeEscape(_ start: Int) {
        position += 2
        while position < end, HexDigit.value(bytes[position]) != nil { position += 1 }
        if position == end { return failInString(start) }
        failExpecting("four hexadecimal digits after \\u", hint: "write, for example, \\u00e9")
    }

    /// Reports half a character; the scan goes on, but the text has no certain meaning.
    mutating func reportLoneSurrogate(_ unit: UInt16) {
        let half = unit < 0xDC00 ? "first" : "second"
        let range = SourceRange(start: position, end: position + 6)
        diagnostics.append(
            Diagnostic(
                .jsonLoneSurrogate,
                "\\u\(String(unit, radix: 16)) is only the \(half) half of a character; the other "
                    + "half is missing",
                at: source.span(range)))
        isBroken = true
    }

    mutating func reportRepeatedKeys() {
        guard let object = builder.openContainer, builder.records[object].length > 1 else { return }
        diagnostics += builder.findings(
            ofRepeatedKeysIn: object, code: .jsonDuplicateKey, kind: "object")
    }

    private var notesOnOpenContainer: [Diagnostic.Note] {
        guard let container = builder.openContainer else { return [] }
        let start = Int(builder.records[container].start)
        let span = source.span(SourceRange(start: start, end: start + 1))
        let kind = isInObject ? "object" : "array"
        return [Diagnostic.Note("this \(kind) is not closed", at: span)]
    }
}
