internal import Configuration
internal import Documents
internal import HashKeys
internal import JSONText

/// Which values of a configuration are hidden, and the digests that are kept instead of them.
///
/// A digest is half of an HMAC-SHA256 over the resource, the field, the pointer in it and the value, so that
/// the same secret looks different in two fields (`spec/deployment.md`, "The state file").
public struct SecretDigests: Sendable {
    private let hidden: HiddenValues
    private let salt: HashKey?
    /// The resource and the field, as `method/card/settings`.
    private var path = ""

    /// Nothing is hidden.
    static let none = SecretDigests(.none, salt: nil)

    /// The key of the member that holds a digest.
    static let key = "$secret"

    /// - Parameter salt: keys the digests; without it all secrets look the same.
    init(_ hidden: HiddenValues, salt: HashKey?) {
        self.hidden = hidden
        self.salt = salt
    }

    /// The digests of the values in one field of a resource.
    func of(_ resource: String, _ field: String) -> SecretDigests {
        var digests = self
        digests.path = resource + "/" + field
        return digests
    }

    /// The digests of the values in a file that a field refers to.
    func inFile(_ name: String) -> SecretDigests {
        var digests = self
        digests.path += "/" + JSONPointer.escaped(name)
        return digests
    }

    /// What is written instead of the value at `node`, which is in `root`; nil if it is shown.
    func text(replacing node: Node, in root: Node) -> [UInt8]? {
        hidden.hides(node) ? digest(of: node, in: root) : nil
    }

    /// What is written instead of the key of a member; nil if it is shown.
    func key(replacing key: Node, in root: Node) -> String? {
        guard hidden.hides(key) else { return nil }
        return Self.key + ":" + hex(text(of: key, in: root))
    }

    /// What is written instead of a hidden value.
    func digest(of node: Node, in root: Node) -> [UInt8] {
        digest(text(of: node, in: root))
    }

    private func text(of node: Node, in root: Node) -> [UInt8] {
        let value = CanonicalJSON { CanonicalWriter.write(node, to: &$0) }
        let pointer = node.pointer.utf8.dropFirst(root.pointer.utf8.count)
        return Array("\(path)\(String(decoding: pointer, as: UTF8.self))\n\(value.text)".utf8)
    }

    private func digest(_ text: [UInt8]) -> [UInt8] {
        JSONWriter.object { $0.text(Self.key, hex(text)) }
    }

    /// The mask for a hidden value where no digest is needed.
    static let unknown = SecretDigests(.none, salt: nil).digest([])

    private func hex(_ text: [UInt8]) -> String {
        salt.map { String($0.signature(of: text).prefix(32)) } ?? "unknown"
    }

    /// The digest of a value in format 1 of the state: of a text or number, with its pointer in the document.
    ///
    /// - Parameter resource: as in `of`.
    func digestOfFormat1(_ node: Node, of resource: String) -> [UInt8] {
        digest(Array("\(resource)\(node.pointer)\n".utf8) + JSONWriter.bytes(of: node))
    }
}
