internal import SourceText

/// Recognises texts in other encodings than UTF-8, for both readers.
enum ForeignEncoding {
    /// The byte-order mark as UTF-8.
    static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The encoding that the first bytes give away: by a byte-order mark, or by the zero bytes
    /// around the first character, which is an ASCII one in both JSON and YAML.
    static func name(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.count > 1 else { return nil }
        let third = text.count > 2 ? text[2] : 0xFF
        let fourth = text.count > 3 ? text[3] : 0xFF
        switch (text[0], text[1], third, fourth) {
        case (0xFF, 0xFE, 0, 0), (1...0x7F, 0, 0, 0): return "UTF-32 (little-endian)"
        case (0, 0, 0xFE, 0xFF), (0, 0, 0, 1...0x7F): return "UTF-32 (big-endian)"
        case (0xFF, 0xFE, _, _), (1...0x7F, 0, 1...0x7F, 0): return "UTF-16 (little-endian)"
        case (0xFE, 0xFF, _, _), (0, 1...0x7F, 0, 1...0x7F): return "UTF-16 (big-endian)"
        default: return nil
        }
    }

    /// What to say about a byte that is not part of valid UTF-8.
    static func invalidByte(_ byte: UInt8) -> String {
        "the byte 0x\(Hexadecimal.pair(byte)) is not part of a valid UTF-8 character"
    }
}
