/// A key that is compared and hashed by bytes; `String` would also equate NFC with NFD.
public struct ExactText: Hashable, Sendable {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public static func == (left: ExactText, right: ExactText) -> Bool {
        ByteOrder.equal(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(UInt8(0xFF))
    }
}

extension Sequence {
    /// The elements by the text that `key` gives, which is compared by bytes; of equal ones the first.
    package func byExactText<Value>(
        _ key: (Element) -> String, _ value: (Element) -> Value
    ) -> [ExactText: Value] {
        Dictionary(map { (ExactText(key($0)), value($0)) }) { first, _ in first }
    }

    /// The elements by the text that `key` gives, which is compared by bytes; of equal ones the first.
    package func byExactText(_ key: (Element) -> String) -> [ExactText: Element] {
        byExactText(key) { $0 }
    }
}
