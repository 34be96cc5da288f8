import Documents
import SourceText

/// What can be guessed of documents that could not be read: enough to keep one fault from causing
/// further findings.
struct Salvage {
    /// The identifiers that they seem to have, as identifiers are written.
    private var spellings: Set<ExactText> = []
    /// Whether the installation seems to be among them.
    private(set) var holdsInstallation = false

    private static let resellers = Array("resellers:".utf8)
    private static let installation = Array(DocumentKind.installation.rawValue.utf8)

    init() {}

    /// Whether something may have this identifier, once its own is written as identifiers are.
    func mayHold(_ id: String) -> Bool { spellings.contains(Self.spelling(id)) }

    private mutating func insert(_ id: String) { spellings.insert(Self.spelling(id)) }

    /// `Acme_EU` becomes `acme-eu`.
    private static func spelling(_ id: String) -> ExactText {
        ExactText(Identifier.suggested(for: id) ?? id)
    }

    /// Adds a document whose head is wrong, or whose keys are not certain.
    mutating func add(_ root: Node) {
        for member in root.members {
            switch member.name.lowercased() {
            case "id": identifier(at: member.value).map { insert($0) }
            case "resellers": holdsInstallation = true
            case "kind":
                let name = member.value.string ?? ""
                if DocumentShape.nearestKind(to: name) == .installation { holdsInstallation = true }
            default: continue
            }
        }
    }

    private func identifier(at node: Node) -> String? { node.string ?? node.numberLiteral }

    /// Adds text that YAML cannot read.
    mutating func add(_ source: SourceText, from offset: Int) {
        let text = source.bytes[offset...]
        for line in Self.lines(text) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = Self.word(line[..<colon])
            let value = line[(colon + 1)...]
            if key.elementsEqual("id".utf8), key.startIndex == line.startIndex {
                insert(String(decoding: Self.word(value), as: UTF8.self))
            }
        }
        holdsInstallation =
            holdsInstallation
            || Self.lines(text).contains { line in
                line.starts(with: Self.resellers)
                    || line.starts(with: "kind".utf8) && ByteSearch.holds(line, Self.installation)
            }
    }

    mutating func add(_ other: Salvage) {
        spellings.formUnion(other.spellings)
        holdsInstallation = holdsInstallation || other.holdsInstallation
    }

    /// Whether a line of `text` is an `apiVersion` of ours, misspelt or not.
    static func holdsClaim(_ text: ArraySlice<UInt8>) -> Bool {
        lines(text).contains { line in
            guard line.count < 200, let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                return false
            }
            let value = line[(colon + 1)...].split(separator: UInt8(ascii: "#")).first ?? []
            return isVersionKey(line[..<colon]) && isVersion(value)
        }
    }

    private static func isVersionKey(_ key: ArraySlice<UInt8>) -> Bool {
        key.count < 32 && VersionText.isNearKey(String(decoding: key, as: UTF8.self))
    }

    private static func isVersion(_ value: ArraySlice<UInt8>) -> Bool {
        let text = value.filter { $0 > ASCII.space && $0 != ASCII.quote && $0 != 0x27 }
        return VersionText.isMeant(by: String(decoding: text, as: UTF8.self))
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
