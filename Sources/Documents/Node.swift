public import SourceText

/// A node of a document's tree: a value, or a key of an object.
public struct Node: Sendable {
    /// The document that the node is part of.
    public let document: Document
    package let index: Int

    package init(document: Document, index: Int) {
        self.document = document
        self.index = index
    }

    /// The types of JSON's data model.
    public enum Kind: UInt8, Sendable, CaseIterable {
        case null, boolean, number, string, array, object
    }

    package var record: NodeRecord { document.records[index] }

    /// The type of this value; a key is a string.
    public var kind: Kind { record.kind }

    /// Where the node is in the source text.
    public var span: SourceSpan {
        document.source.span(SourceRange(start: Int(record.start), end: Int(record.end)))
    }

    /// Whether this is a string whose content is known only when it is deployed: a secret
    /// reference. Its `string` is empty.
    public var isOpaque: Bool { record.flags.contains(.opaque) }

    /// The value that an opaque string replaces, as JSON; nil for any other node.
    public var opaqueText: [UInt8]? {
        guard isOpaque else { return nil }
        return Array(document.decoded[Int(record.text)...].prefix { $0 != ASCII.lineFeed })
    }

    /// The truth value, if this is a boolean.
    public var boolean: Bool? { kind == .boolean ? record.length != 0 : nil }

    /// The content, if this is a string.
    public var string: String? {
        kind == .string ? withText { String(decoding: $0, as: UTF8.self) } : nil
    }

    /// The exact value, if this is a number.
    public var number: Number? { kind == .number ? withText { Number(literal: $0) } : nil }

    /// The number as the source spells it in JSON's grammar, if this is a number.
    public var numberLiteral: String? {
        kind == .number ? withText { String(decoding: $0, as: UTF8.self) } : nil
    }

    /// Calls `body` with the UTF-8 bytes of a string, or of a number's literal (empty otherwise).
    public func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let record = self.record
        guard record.kind == .string || record.kind == .number else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        let base = record.flags.contains(.textInSource) ? document.source.bytes : document.decoded
        let start = Int(record.text)
        return base.withUnsafeBufferPointer { bytes in
            body(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(record.length)]))
        }
    }

    /// Whether this is a string with exactly the bytes of `text`.
    public func hasText(_ text: String) -> Bool {
        kind == .string && withText { $0.elementsEqual(text.utf8) }
    }
}

/// A key of an object with its value.
public struct Member: Sendable {
    /// A string node.
    public let key: Node
    public let value: Node

    /// The key's content.
    public var name: String { key.string ?? "" }
}
