internal import Crypto
public import SourceText

/// A connector's hash key: what a gateway and the platform share to sign results.
///
/// It is a secret. Nothing prints it, and only the key file asks for its digits.
public struct HashKey: Sendable, Equatable, Concealed {
    private let key: SymmetricKey
    /// The state of an HMAC that has taken the key: each signature goes on from a copy of it.
    private let prepared: HMAC<SHA256>

    /// The bytes of a generated key.
    public static let generatedBytes = 32

    /// A new key of 32 bytes from the system's secure random source.
    public static func random() -> HashKey { HashKey(SymmetricKey(size: .bits256)) }

    /// The generated key that 64 hexadecimal digits in lower case spell; nil for anything else.
    public init?(hex: String) {
        guard let bytes = HexText.bytes(hex), bytes.count == Self.generatedBytes else { return nil }
        self.init(SymmetricKey(data: bytes))
    }

    /// A key that somebody else made: the UTF-8 bytes of `text`. Nil if that is empty.
    public init?(shared text: String) {
        guard !text.isEmpty else { return nil }
        self.init(SymmetricKey(data: Array(text.utf8)))
    }

    private init(_ key: SymmetricKey) {
        self.key = key
        prepared = HMAC(key: key)
    }

    /// The digits, as the key file has them and nothing else.
    package var hex: String { HexText.text(key.withUnsafeBytes { Array($0) }) }

    /// What tells generated keys apart without giving them away: the first 16 hexadecimal digits of the
    /// key's SHA-256. A key that somebody chose could be guessed from it; use `KeyRing.fingerprint` for
    /// any key.
    package var plainFingerprint: String {
        var hash = SHA256()
        key.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return String(HexText.text(Array(hash.finalize())).prefix(16))
    }

    /// HMAC-SHA256 of `message` with this key, in lower-case hexadecimal digits.
    public func signature(of message: [UInt8]) -> String {
        HexText.text(Array(code(of: message)))
    }

    /// Whether `signature`, hexadecimal digits in lower case, is that of `message`. The time that it takes
    /// does not depend on where it differs.
    public func verifies(_ signature: some Collection<UInt8>, of message: [UInt8]) -> Bool {
        guard let given = HexText.bytes(signature) else { return false }
        // The comparison of a code with bytes takes constant time.
        return code(of: message) == given
    }

    private func code(of message: [UInt8]) -> HMAC<SHA256>.MAC {
        var hmac = prepared
        hmac.update(data: message)
        return hmac.finalize()
    }

    /// Whether both are the same key; in constant time.
    public static func == (left: HashKey, right: HashKey) -> Bool { left.key == right.key }
}
