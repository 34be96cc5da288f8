public import Documents
internal import SourceText

/// A JSON value in one spelling: members in the byte order of their keys, numbers by value, no white
/// space. Equal values have equal texts.
///
/// What must not be shown is not in it. A reference to a secret is as it is written, `{"$env":"NAME"}`; a
/// value that is hidden, with all below it, is replaced by `{"$secret":"…"}`, a digest that tells whether
/// it changed, and nothing else without the salt in the key file.
public struct CanonicalJSON: Sendable, Hashable {
    public let text: String

    init(text: String) {
        self.text = text
    }

    /// The value at `node`.
    ///
    /// - Parameter digests: what is written instead of hidden values.
    init(_ node: Node, hiding digests: SecretDigests = .none) {
        var output: [UInt8] = []
        CanonicalWriter.append(node, hiding: digests, in: node, to: &output)
        text = String(decoding: output, as: UTF8.self)
    }

    public static func == (left: CanonicalJSON, right: CanonicalJSON) -> Bool {
        ByteOrder.equal(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ExactText(text))
    }

    /// The value as a document.
    public var document: Document {
        let source = SourceText(path: "state", bytes: Array(text.utf8))
        guard let document = JSONReader.read(source).document else {
            preconditionFailure("canonical JSON is JSON")
        }
        return document
    }

    /// An object of these members.
    init(members: [ExactText: Node], hiding digests: SecretDigests = .none) {
        var object = JSONObjectWriter()
        for (name, node) in members.sorted(by: { ByteOrder.precedes($0.key.text, $1.key.text) }) {
            object.value(name.text, CanonicalJSON(node, hiding: digests.inFile(name.text)).text)
        }
        text = String(decoding: object.end(), as: UTF8.self)
    }

    static func string(_ text: String) -> CanonicalJSON {
        var bytes: [UInt8] = []
        JSONWriter.append(text, to: &bytes)
        return CanonicalJSON(text: String(decoding: bytes, as: UTF8.self))
    }

    static func number(_ number: Int) -> CanonicalJSON { CanonicalJSON(text: String(number)) }

    static func boolean(_ truth: Bool) -> CanonicalJSON {
        CanonicalJSON(text: truth ? "true" : "false")
    }
}

/// Writes values. Recursion is safe: the reader limits how deep a document nests.
enum CanonicalWriter {
    /// Appends a value in full.
    static func append(_ node: Node, to output: inout [UInt8]) {
        append(node, to: &output, renaming: { _ in nil }, replacing: { _ in nil })
    }

    /// Appends a value with the digests of what is hidden in it; pointers are relative to `root`.
    static func append(
        _ node: Node, hiding digests: SecretDigests, in root: Node, to output: inout [UInt8]
    ) {
        append(
            node, to: &output, renaming: { digests.key(replacing: $0, in: root) },
            replacing: { digests.text(replacing: $0, in: root) })
    }

    /// Appends a value with some of its keys and values replaced.
    ///
    /// - Parameters:
    ///   - name: what is written instead of a key; nil keeps it.
    ///   - replacement: what is written instead of a value; nil keeps it.
    static func append(
        _ node: Node, to output: inout [UInt8], renaming name: (Node) -> String? = { _ in nil },
        replacing replacement: (Node) -> [UInt8]?
    ) {
        if let text = replacement(node) {
            output += text
            return
        }
        switch node.kind {
        case .object:
            var object = JSONObjectWriter()
            for member in node.members.sorted(by: { ByteOrder.precedes($0.name, $1.name) }) {
                var value: [UInt8] = []
                append(member.value, to: &value, renaming: name, replacing: replacement)
                object.value(name(member.key) ?? member.name, value)
            }
            output += object.end()
        case .array:
            JSONWriter.appendList(node.elements, to: &output) {
                append($0, to: &$1, renaming: name, replacing: replacement)
            }
        case _ where node.isOpaque: output += node.opaqueText ?? []
        case .number: output += Array((node.number?.description ?? "0").utf8)
        case .null, .boolean, .string: JSONWriter.append(node, to: &output)
        }
    }
}
