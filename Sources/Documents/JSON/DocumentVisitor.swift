internal import JSONText
internal import SourceText

/// Builds a document of what the scanner walks over.
struct DocumentVisitor: JSONVisitor {
    private let source: SourceText
    /// What to add to an address to get the offset in the source.
    private let shift: Int
    private(set) var builder: DocumentBuilder
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the text has no certain meaning.
    private(set) var isAmbiguous = false
    private let mostRepeatedKeys: Int

    /// - Parameters:
    ///   - start: where the byte at `offset` of `source` is.
    ///   - mostRepeatedKeys: how many of one object are described.
    init(
        _ source: SourceText, from offset: Int, at start: UnsafePointer<UInt8>, count: Int,
        mostRepeatedKeys: Int
    ) {
        self.source = source
        self.mostRepeatedKeys = mostRepeatedKeys
        shift = offset - Int(bitPattern: start)
        builder = DocumentBuilder(source: source, expectedNodes: min(count / 10 + 4, 1 << 22))
    }

    /// The offset in the source.
    func offset(_ position: UnsafePointer<UInt8>) -> Int { Int(bitPattern: position) + shift }

    private func range(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) -> SourceRange {
        SourceRange(start: offset(start), end: offset(end))
    }

    mutating func begin(isObject: Bool, at start: UnsafePointer<UInt8>) {
        builder.begin(isObject ? .object : .array, at: offset(start))
    }

    mutating func end(isObject: Bool, before end: UnsafePointer<UInt8>) {
        if isObject { reportRepeatedKeys() }
        builder.endContainer(at: offset(end))
    }

    private mutating func reportRepeatedKeys() {
        guard let object = builder.openContainer, builder.records[object].length > 1 else { return }
        diagnostics += builder.findings(
            ofRepeatedKeysIn: object, code: .jsonDuplicateKey, kind: "object",
            most: mostRepeatedKeys)
    }

    /// A string without escapes is left where it is.
    @inline(__always)
    mutating func string(_ token: StringToken) {
        let end = token.start + token.count
        let whole = range(token.start - 1, end + 1)
        if token.hasEscapes { return appendDecoded(token, whole) }
        builder.append(.string, sourceText: range(token.start, end), whole)
    }

    @inline(never)
    private mutating func appendDecoded(_ token: StringToken, _ whole: SourceRange) {
        var halves: [UnsafePointer<UInt8>] = []
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: token.count) { buffer in
            guard let base = buffer.baseAddress else { return }
            let count = JSONEscape.decode(token.start, token.count, to: base) {
                halves.append($0)
            }
            builder.append(.string, text: buffer[..<count], whole)
        }
        for escape in halves { reportLoneSurrogate(escape) }
    }

    /// Reports half of a character; the walk goes on, but the text has no certain meaning.
    private mutating func reportLoneSurrogate(_ escape: UnsafePointer<UInt8>) {
        isAmbiguous = true
        diagnostics.append(
            Diagnostic(
                .jsonLoneSurrogate, JSONScanner.loneSurrogate.message,
                at: source.span(range(escape, escape + 6)),
                hint: JSONScanner.loneSurrogate.hint))
    }

    mutating func number(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) {
        let range = range(start, end)
        builder.append(.number, sourceText: range, range)
    }

    mutating func boolean(_ isTrue: Bool, at start: UnsafePointer<UInt8>) {
        builder.append(isTrue, range(start, start + (isTrue ? 4 : 5)))
    }

    mutating func null(at start: UnsafePointer<UInt8>) {
        builder.appendNull(range(start, start + 4))
    }

    // MARK: Faults

    /// Adds the finding about what ended the walk.
    mutating func report(_ fault: JSONFault, of scanner: JSONScanner) {
        let text = scanner.text(of: fault, isQuoting: true)
        let end = offset(scanner.end)
        let start = min(offset(fault.position), end)
        let width = start < end ? UTF8Bytes.characterCount(startingWith: fault.position.pointee) : 0
        diagnostics.append(
            Diagnostic(
                text.category.code, text.message,
                at: source.span(SourceRange(start: start, end: min(start + width, end))),
                hint: text.hint, notes: text.category == .truncated ? notes(on: fault) : []))
    }

    /// What is open where the text ends.
    private func notes(on fault: JSONFault) -> [Diagnostic.Note] {
        if let opening = fault.opening {
            return [.init("the string begins here", at: source.span(range(opening, opening + 1)))]
        }
        guard let container = builder.openContainer else { return [] }
        let record = builder.records[container]
        let start = Int(record.start)
        let kind = record.kind == .object ? "object" : "array"
        return [
            .init(
                "this \(kind) is not closed",
                at: source.span(SourceRange(start: start, end: start + 1)))
        ]
    }
}

extension JSONFaultText.Category {
    fileprivate var code: DiagnosticCode {
        switch self {
        // A mark at the beginning is found before the walk.
        case .syntax, .byteOrderMark: .jsonSyntax
        case .truncated: .jsonTruncated
        case .trailingContent: .jsonTrailingContent
        case .controlCharacter: .jsonControlCharacter
        case .encoding: .jsonEncoding
        case .depth: .jsonDepthLimit
        }
    }
}
