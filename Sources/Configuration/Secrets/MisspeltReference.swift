import Documents
import SourceText

/// Recognises what was probably meant as `{$env: NAME}` or `{$file: path}`.
enum MisspeltReference {
    /// Whether an object has a single key that is like one of those of a reference: `{env: NAME}`.
    static func isObject(_ node: Node) -> Bool {
        guard node.kind == .object, node.count == 1 else { return false }
        return node.members.contains { member in
            let name = member.name
            let isRight =
                ByteOrder.equal(name, SecretReference.environmentKey)
                || ByteOrder.equal(name, SecretReference.fileKey)
            return !isRight && keys.contains(name.lowercased().filter { !"$!@_-".contains($0) })
        }
    }

    private static let keys: Set<String> = [
        "env", "environment", "envvar", "fromenv", "file", "filepath", "fromfile",
    ]

    /// Whether a text is what other tools replace by a variable: `${NAME}`, `$NAME`, `{{ name }}`, `env:NAME`.
    static func isText(_ text: String) -> Bool {
        guard text.utf8.count <= 256 else { return false }
        let isEnclosed = brackets.contains { text.hasPrefix($0) && text.hasSuffix($1) }
        let isPrefixed = prefixes.contains { text.hasPrefix($0) }
        return isEnclosed || isPrefixed
            || text.utf8.first == UInt8(ascii: "$") && isName(text.dropFirst())
    }

    private static let brackets = [("${", "}"), ("$(", ")"), ("{{", "}}")]
    private static let prefixes = ["$env:", "$file:", "env:"]

    /// A password may begin with a dollar sign, but rarely continues like the name of a variable.
    private static func isName(_ text: Substring) -> Bool {
        let name = String(text)
        return name.utf8.count > 1 && SecretReference.isEnvironmentName(name)
            && name.utf8.allSatisfy { !(0x61...0x7A).contains($0) }
    }
}
