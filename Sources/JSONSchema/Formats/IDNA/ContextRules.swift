/// The rules for code points that are allowed in some contexts only: RFC 5892, appendix A.
enum ContextRules {
    static func accept(_ label: [UInt32], at index: Int) -> Bool {
        let before = index > 0 ? label[index - 1] : nil
        let after = index + 1 < label.count ? label[index + 1] : nil
        switch label[index] {
        case 0x200C: return isVirama(before) || JoiningType.isJoin(label, at: index)
        case 0x200D: return isVirama(before)
        case 0xB7: return before == 0x6C && after == 0x6C
        case 0x375: return IDNScript.greek.contains(after)
        case 0x5F3, 0x5F4: return IDNScript.hebrew.contains(before)
        case 0x30FB: return label.contains { IDNScript.japanese.contains($0) }
        case 0x660...0x669: return !label.contains { 0x6F0...0x6F9 ~= $0 }
        case 0x6F0...0x6F9: return !label.contains { 0x660...0x669 ~= $0 }
        default: return false
        }
    }

    private static func isVirama(_ scalar: UInt32?) -> Bool {
        scalar.flatMap(Unicode.Scalar.init)?.properties.canonicalCombiningClass == .virama
    }
}

/// The scripts that the rules ask for.
enum IDNScript {
    case greek, hebrew
    /// Hiragana, Katakana or Han.
    case japanese

    func contains(_ scalar: UInt32?) -> Bool {
        guard let scalar = scalar.flatMap(Unicode.Scalar.init) else { return false }
        var text = String(scalar)
        return text.withUTF8 { text in (try? pattern?.matches(text)) ?? false }
    }

    private var pattern: SchemaPattern? {
        switch self {
        case .greek: IDNScript.greekPattern
        case .hebrew: IDNScript.hebrewPattern
        case .japanese: IDNScript.japanesePattern
        }
    }

    private static let greekPattern = try? SchemaPattern("\\p{Script=Greek}")
    private static let hebrewPattern = try? SchemaPattern("\\p{Script=Hebrew}")
    private static let japanesePattern = try? SchemaPattern(
        "[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]")
}
