import Documents

/// The values that may be secrets: strings and numbers.
enum Literals {
    /// Those at `node` and below it, but the ones that say where a secret is.
    static func all(in node: Node, orNull: Bool = false) -> [Node] {
        (node.index..<Int(node.record.next)).map { Node(document: node.document, index: $0) }
            .filter { isLiteral($0) || orNull && $0.kind == .null }
    }

    private static func isLiteral(_ value: Node) -> Bool {
        guard value.kind == .string || value.kind == .number, !value.isOpaque,
            !value.record.flags.contains(.key), value.record.length > 0
        else { return false }
        return !(value.key.map(isSource) ?? false)
    }

    /// Those below keys that sound secret.
    static func suspicious(in node: Node, orNull: Bool) -> [Node] {
        (node.index..<Int(node.record.next)).flatMap { index -> [Node] in
            let key = Node(document: node.document, index: index)
            guard key.record.flags.contains(.key), SecretWords.areIn(key.withText(Array.init)[...])
            else { return [] }
            return all(in: Node(document: node.document, index: index + 1), orNull: orNull)
        }
    }

    private static func isSource(_ key: Node) -> Bool {
        key.hasText(SecretReference.environmentKey) || key.hasText(SecretReference.fileKey)
    }
}

/// Words in the names of secrets.
enum SecretWords {
    private static let all = [
        "secret", "password", "passwd", "passphrase", "token", "key", "credential", "private",
        "signature", "pin",
    ].map { Array($0.utf8) }

    /// Whether one of the words stands in `text`, however it is capitalised.
    static func areIn(_ text: ArraySlice<UInt8>) -> Bool {
        let lowered = text.prefix(4096).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }[...]
        return all.contains { ByteSearch.holds(lowered, $0) }
    }
}

/// Looks for bytes in bytes.
enum ByteSearch {
    static func holds(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        let last = text.endIndex - word.count
        return (text.startIndex...last).contains { index in
            text[index] == first && text[index..<index + word.count].elementsEqual(word)
        }
    }
}
