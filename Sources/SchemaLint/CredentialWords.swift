/// Which names look like those of credentials: `clientSecret`, `API_KEY`, `auth-token`; not
/// `tokenUrl` or `passwordLength`, which only say something about one.
package enum CredentialWords {
    private static let nouns: Set<String> = [
        "secret", "password", "passwd", "passphrase", "passcode", "pwd", "token", "credential",
        "credentials", "apikey", "secretkey", "privatekey", "accesskey",
    ]
    private static let keys: Set<String> = [
        "api", "secret", "private", "access", "signing", "signature", "encryption", "hash",
        "hmac", "shared", "auth", "master",
    ]
    private static let longest = 128

    /// Whether the name describes a credential.
    package static func describe(_ name: String) -> Bool {
        guard name.utf8.count <= longest else { return false }
        let words = words(of: name)
        guard let last = words.last else { return false }
        if nouns.contains(last) { return true }
        return last == "key" && words.dropLast().last.map(keys.contains) ?? false
    }

    /// The words of a name in ASCII letters and digits, in lower case.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        let scalars = Array(name.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isWord = isLetter(scalar) || ("0"..."9").contains(scalar)
            let startsWord =
                isUpper(scalar)
                && (index > 0 && !isUpper(scalars[index - 1])
                    || index + 1 < scalars.count && isLower(scalars[index + 1]))
            if !isWord || startsWord {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isWord { word += String(scalar).lowercased() }
        }
        return word.isEmpty ? words : words + [word]
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        isUpper(scalar) || isLower(scalar)
    }

    private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

    private static func isLower(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
}
