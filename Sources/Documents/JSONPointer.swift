import SourceText

extension Node {
    /// The JSON Pointer (RFC 6901) of this node from its document's root; a key has its value's.
    ///
    /// - Complexity: O(*depth*).
    public var pointer: String {
        var tokens: [String] = []
        var node = record.flags.contains(.key) ? Node(document: document, index: index + 1) : self
        while let parent = node.parent {
            if let key = node.key?.string {
                tokens.append(JSONPointer.escaped(key))
            } else {
                tokens.append(String(node.record.position))
            }
            node = parent
        }
        return tokens.reversed().map { "/" + $0 }.joined()
    }

    /// The node that `pointer` (RFC 6901, without percent-encoding) names, starting here.
    public func resolve(pointer: String) -> Node? {
        guard !pointer.isEmpty else { return self }
        guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
        var node = self
        let tokens = pointer.utf8.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for token in tokens {
            guard let text = JSONPointer.unescaped(token), let child = node.child(text) else {
                return nil
            }
            node = child
        }
        return node
    }

    private func child(_ token: String) -> Node? {
        if kind == .object { return self[token] }
        let digits = token.utf8
        guard kind == .array, let first = digits.first, digits.allSatisfy(ASCII.isDigit),
            first != UInt8(ascii: "0") || digits.count == 1, let wanted = Int(token)
        else { return nil }
        var position = 0
        for element in elements {
            if position == wanted { return element }
            position += 1
        }
        return nil
    }
}

/// The escapes of RFC 6901, section 3.
public enum JSONPointer {
    /// `token` as it is between two slashes.
    public static func escaped(_ token: String) -> String {
        var result: [UInt8] = []
        for byte in token.utf8 {
            switch byte {
            case UInt8(ascii: "~"): result += [byte, UInt8(ascii: "0")]
            case UInt8(ascii: "/"): result += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text that `token` spells; nil if a `~` is not followed by 0 or 1.
    package static func unescaped(_ token: Substring.UTF8View) -> String? {
        var result: [UInt8] = []
        var bytes = token.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "~") else {
                result.append(byte)
                continue
            }
            switch bytes.next() {
            case UInt8(ascii: "0"): result.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): result.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
