import SourceText

/// Absolute paths as URIs, by which the references of schemas are resolved.
package enum FileURI {
    private static let prefix = "file://"

    /// The URI of the file at `path`, which is absolute.
    package static func uri(ofPath path: String) -> String {
        var result = prefix
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            if isPlain(byte) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "%" + Hexadecimal.pair(byte)
            }
        }
        return result
    }

    /// The path of the local file with this URI; nil for any other URI.
    package static func path(ofURI uri: String) -> String? {
        guard uri.utf8.starts(with: (prefix + "/").utf8) else { return nil }
        var rest = uri.utf8.dropFirst(prefix.utf8.count)
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            let digits = Substring(rest.prefix(2))
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2,
                let value = UInt8(digits, radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || "/-._~".utf8.contains(byte)
    }
}
