internal import Crypto

/// SHA-256, in lower-case hexadecimal digits.
package enum SHA256Text {
    package static func digest(of bytes: [UInt8]) -> String {
        HexText.text(Array(SHA256.hash(data: bytes)))
    }
}
