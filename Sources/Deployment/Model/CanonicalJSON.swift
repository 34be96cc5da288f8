public import Documents
internal import JSONText
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
        self.init { CanonicalWriter.write(node, hiding: digests, in: node, to: &$0) }
    }

    /// The value that `body` writes.
    init(_ body: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        body(&json)
        text = String(decoding: json.bytes, as: UTF8.self)
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
        let members = members.sorted { ByteOrder.precedes($0.key.text, $1.key.text) }
        self.init { json in
            json.object { json in
                for (name, node) in members {
                    json.value(
                        name.text, CanonicalJSON(node, hiding: digests.inFile(name.text)).text)
                }
            }
        }
    }

    static func string(_ text: String) -> CanonicalJSON {
        CanonicalJSON { $0.text(text) }
    }

    static func number(_ number: Int) -> CanonicalJSON { CanonicalJSON(text: String(number)) }

    static func boolean(_ truth: Bool) -> CanonicalJSON {
        CanonicalJSON(text: truth ? "true" : "false")
    }
}

/// Writes values. Recursion is safe: the reader limits how deep a document nests.
enum CanonicalWriter {
    /// Writes a value with the digests of what is hidden in it; pointers are relative to `root`.
    static func write(
        _ node: Node, hiding digests: SecretDigests, in root: Node, to json: inout JSONWriter
    ) {
        write(
            node, to: &json, renaming: { digests.key(replacing: $0, in: root) },
            replacing: { digests.text(replacing: $0, in: root) })
    }

    /// Writes a value with some of its keys and values replaced.
    ///
    /// - Parameters:
    ///   - name: what is written instead of a key; nil keeps it.
    ///   - replacement: what is written instead of a value; nil keeps it.
    static func write(
        _ node: Node, to json: inout JSONWriter, renaming name: (Node) -> String? = { _ in nil },
        replacing replacement: (Node) -> [UInt8]? = { _ in nil }
    ) {
        if let text = replacement(node) { return json.value(text) }
        switch node.kind {
        case .object:
            let members = node.members.sorted { ByteOrder.precedes($0.name, $1.name) }
            json.object { json in
                for member in members {
                    json.key(name(member.key) ?? member.name)
                    write(member.value, to: &json, renaming: name, replacing: replacement)
                }
            }
        case .array:
            json.list(node.elements) {
                write($0, to: &$1, renaming: name, replacing: replacement)
            }
        case _ where node.isOpaque: json.value(node.opaqueText ?? [])
        case .number: json.value(node.number?.description ?? "0")
        case .null, .boolean, .string: json.node(node)
        }
    }
}
