import Documents
import SourceText

/// A key that is compared and hashed by bytes; `String` would also equate NFC with NFD.
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ExactText, right: ExactText) -> Bool {
        ByteOrder.equal(left.text, right.text)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(UInt8(0xFF))
    }
}

/// Which node of which document.
struct NodeID: Hashable, Sendable {
    let document: ObjectIdentifier
    let index: Int

    init(_ node: Node) {
        document = ObjectIdentifier(node.document)
        index = node.index
    }
}
