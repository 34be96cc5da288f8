public import Documents
internal import HashKeys
internal import SourceText

/// A JSON value in one spelling: members in the byte order of their keys, numbers by value, no white
/// space. Equal values have equal texts.
///
/// Secrets do not stand in it. A reference to one stands as it is written, `{"$env":"NAME"}`; one
/// that the configuration holds in plain text is replaced by `{"$secret":"…"}`, a digest that tells
/// whether it changed, and nothing else without the salt in the key file.
public struct CanonicalJSON: Sendable, Hashable {
    public let text: String

    init(text: String) {
        self.text = text
    }

    /// The value at `node`.
    ///
    /// - Parameter secrets: what must not stand in the text.
    public init(_ node: Node, hiding secrets: SecretDigests = .none) {
        var output: [UInt8] = []
        CanonicalWriter.append(node, hiding: secrets, to: &output)
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
    init(members: [ExactText: Node]) {
        var object = JSONObjectWriter()
        for (name, node) in members.sorted(by: { ByteOrder.precedes($0.key.text, $1.key.text) }) {
            object.value(name.text, CanonicalJSON(node).text)
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

/// Which places of a configuration are secrets in plain text, and what stands for them.
public struct SecretDigests: Sendable {
    private let places: [ObjectIdentifier: Set<SourceRange>]
    private let salt: HashKey?
    private var owner = ""

    /// Nothing is hidden.
    public static let none = SecretDigests([], salt: nil)

    /// The key of the member that stands for a secret.
    static let key = "$secret"

    /// - Parameter salt: keys the digests; without it all secrets look the same.
    init(_ spans: [SourceSpan], salt: HashKey?) {
        places = Dictionary(grouping: spans) { ObjectIdentifier($0.source) }
            .mapValues { Set($0.map(\.range)) }
        self.salt = salt
    }

    func hides(_ node: Node) -> Bool {
        places[ObjectIdentifier(node.document.source)]?.contains(node.span.range) ?? false
    }

    /// The same places, in what belongs to `owner`: equal secrets of two owners look different.
    func of(_ owner: String) -> SecretDigests {
        var digests = self
        digests.owner = owner
        return digests
    }

    /// What stands for the secret at `node`.
    func digest(_ node: Node) -> [UInt8] {
        var value = Array("\(owner)\(node.pointer)\n".utf8)
        JSONWriter.append(node, to: &value)
        var object = JSONObjectWriter()
        object.text(Self.key, salt.map { String($0.signature(of: value).prefix(32)) } ?? "unknown")
        return object.end()
    }
}

/// Writes values. Documents are not nested deeper than their reader allows, which a call each stands.
private enum CanonicalWriter {
    static func append(_ node: Node, hiding secrets: SecretDigests, to output: inout [UInt8]) {
        switch node.kind {
        case .object:
            var object = JSONObjectWriter()
            for member in node.members.sorted(by: { ByteOrder.precedes($0.name, $1.name) }) {
                var value: [UInt8] = []
                append(member.value, hiding: secrets, to: &value)
                object.value(member.name, value)
            }
            output += object.end()
        case .array:
            JSONWriter.appendList(node.elements, to: &output) {
                append($0, hiding: secrets, to: &$1)
            }
        case _ where node.isOpaque: output += node.opaqueText ?? []
        case _ where secrets.hides(node): output += secrets.digest(node)
        case .number: output += Array((node.number?.description ?? "0").utf8)
        case .null, .boolean, .string: JSONWriter.append(node, to: &output)
        }
    }
}
