/// The names of temporary files beside the files that they become: `.NAME.`, twelve random characters and
/// `.connectorctl`. A file with such a name is this program's and no one else's, so a later run may
/// remove it. Files with the same characters belong together.
enum TemporaryName {
    private static let suffix = ".connectorctl"
    /// 60 bits: no two names are ever the same.
    private static let randomCharacters = 12
    private static let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
    /// File systems allow names of 255 bytes; the rest of a long name is not needed.
    private static let mostBytesOfName = 200

    /// A name beside `path`, a new one unless the random characters are given.
    static func beside(_ path: String, _ characters: String = random()) -> String {
        PathText.join(
            PathText.parent(path), ".\(shortened(PathText.name(path))).\(characters)\(suffix)")
    }

    /// Characters that no other name ends with.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let characters = (0..<randomCharacters).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The random characters of a name that `beside` gives; nil for any other name.
    static func characters(of name: String) -> String? {
        let bytes = Array(name.utf8)
        guard bytes.first == dot, bytes.count > randomCharacters + suffix.utf8.count + 2,
            bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        else { return nil }
        let rest = bytes.dropLast(suffix.utf8.count)
        let characters = rest.suffix(randomCharacters)
        guard characters.allSatisfy(alphabet.contains),
            rest.dropLast(randomCharacters).last == dot
        else { return nil }
        return String(decoding: characters, as: UTF8.self)
    }

    private static func shortened(_ name: String) -> String {
        var short = name.unicodeScalars
        while String(short).utf8.count > mostBytesOfName { short.removeLast() }
        return String(short)
    }

    private static let dot = UInt8(ascii: ".")
}
