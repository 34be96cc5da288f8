import SourceText

/// Turns what libyaml says, in the terms of its own parser, into a sentence for the author.
enum YAMLSyntax {
    static func diagnostic(_ failure: YAMLFailure, in source: SourceText) -> Diagnostic {
        if let fault = YAMLIndentation.fault(failure, in: source) {
            return Diagnostic(
                .yamlSyntax, fault.message, at: source.span(fault.range), hint: fault.hint,
                notes: fault.noticed.map { [.init("the next line is here", at: source.span($0))] }
                    ?? [])
        }
        let offset = min(offset(of: failure), source.bytes.count)
        let byte = offset < source.bytes.count ? source.bytes[offset] : nil
        let advice =
            follows(quoteBefore: offset, source.bytes)
            ? YAMLAdvice.afterQuote(failure) ?? YAMLAdvice.advice(failure, at: byte)
            : YAMLAdvice.advice(failure, at: byte)
        let width = byte.map(UTF8Bytes.characterCount) ?? 0
        return Diagnostic(
            .yamlSyntax, advice.message,
            at: source.span(SourceRange(start: offset, end: offset + width)), hint: advice.hint,
            notes: notes(failure, source))
    }

    /// Whether the last byte before `offset` that is not a space is a quote.
    private static func follows(quoteBefore offset: Int, _ bytes: [UInt8]) -> Bool {
        let byte = bytes[..<offset].last { $0 != ASCII.space }
        return byte == ASCII.quote || byte == UInt8(ascii: "'")
    }

    /// Where the mistake is: mostly where libyaml stopped, sometimes where it had begun.
    private static func offset(of failure: YAMLFailure) -> Int {
        switch failure.problem {
        case "could not find expected ':'", "found unknown directive name":
            failure.contextOffset ?? failure.offset
        default: failure.offset
        }
    }

    /// Where the construct begins that libyaml was reading.
    private static func notes(
        _ failure: YAMLFailure, _ source: SourceText
    ) -> [Diagnostic.Note] {
        guard let start = failure.contextOffset, start < offset(of: failure),
            let name = constructs[failure.context]
        else { return [] }
        let span = source.span(SourceRange(start: start, end: start + 1))
        return [Diagnostic.Note("the \(name) begins here", at: span)]
    }

    /// libyaml's contexts, and what they are to the author.
    private static let constructs = [
        "while scanning a quoted scalar": "quoted text",
        "while parsing a quoted scalar": "quoted text",
        "while scanning a block scalar": "block of text",
        "while scanning a plain scalar": "text",
        "while parsing a block mapping": "mapping",
        "while parsing a flow mapping": "mapping",
        "while parsing a block collection": "list",
        "while parsing a flow sequence": "list",
    ]
}
