public import Documents
import JSONText
import SourceText

/// A reference to a secret, `{$env: NAME}` or `{$file: path}`: a string that is read only when it
/// is deployed.
public enum SecretReference: Sendable, Hashable {
    case environment(String)
    case file(String)

    /// The keys that make an object a reference.
    static let environmentKey = "$env"
    static let fileKey = "$file"

    /// The reference at `node`; nil if it is not a valid one.
    init?(_ node: Node) {
        guard node.kind == .object, node.count == 1 else { return nil }
        if let name = node[Self.environmentKey]?.string, Self.isEnvironmentName(name) {
            self = .environment(name)
        } else if let path = node[Self.fileKey]?.string, !path.isEmpty {
            self = .file(path)
        } else {
            return nil
        }
    }

    /// The reference as JSON.
    public var json: [UInt8] {
        JSONWriter.object { json in
            switch self {
            case .environment(let name): json.text(Self.environmentKey, name)
            case .file(let path): json.text(Self.fileKey, path)
            }
        }
    }

    /// The reference that an opaque string replaces.
    public init?(opaque node: Node) {
        guard let text = node.opaqueText,
            let document = JSONReader.read(SourceText(path: "", bytes: text)).document
        else { return nil }
        self.init(document.root)
    }

    /// Letters, digits and `_`, but no digit first.
    package static func isEnvironmentName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !ASCII.isDigit(first) else { return false }
        return name.utf8.allSatisfy {
            $0 == 0x5F || ASCII.isDigit($0) || ASCII.isLetter($0)
        }
    }
}
