import SourceText

/// `uuid` as RFC 4122 writes it (section 3), whatever its version.
enum UUIDSyntax {
    static func isUUID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        for (index, byte) in text.enumerated() {
            switch index {
            case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return false }
            default: if !Hexadecimal.isDigit(byte) { return false }
            }
        }
        return true
    }
}
