import SourceText

/// What can be guessed of text that YAML cannot read: enough to keep one fault from causing
/// further findings.
struct Salvage {
    /// The values of `id:` at the start of a line.
    private(set) var identifiers: Set<String> = []

    private static let version = Array("apiVersion".utf8)
    private static let prefix = Array("connectorctl/".utf8)

    init() {}

    init(_ source: SourceText, from offset: Int) {
        for line in Self.lines(source.bytes[offset...]) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = Self.word(line[..<colon])
            let value = line[(colon + 1)...]
            if key.elementsEqual("id".utf8), key.startIndex == line.startIndex {
                identifiers.insert(String(decoding: Self.word(value), as: UTF8.self))
            }
        }
    }

    /// Whether a line of `text` has both `apiVersion` and `connectorctl/`.
    static func holdsClaim(_ text: ArraySlice<UInt8>) -> Bool {
        lines(text).contains { line in
            line.count < 200 && ByteSearch.holds(line, version)
                && ByteSearch.holds(line, prefix)
        }
    }

    /// Where the first line of `text` begins that starts with `---`.
    static func nextDocument(in text: ArraySlice<UInt8>) -> Int? {
        lines(text).first { $0.starts(with: "---".utf8) }?.startIndex
    }

    private static func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        text.split(whereSeparator: ASCII.isLineEnd)
    }

    /// The first run of characters that an identifier may have.
    private static func word(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.drop { $0 == ASCII.space || $0 == ASCII.quote || $0 == 0x27 }
        return start.prefix { ASCII.isDigit($0) || $0 == 0x2D || ASCII.isLetter($0) }
    }
}
