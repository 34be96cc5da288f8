public import Documents
import Files
public import SourceText

/// Reads the secrets to which a configuration refers, when it is deployed and not before.
public struct SecretResolver {
    private let roots: ConfigurationRoots
    private let environment: (String) -> [UInt8]?

    /// A secret, or why it cannot be read.
    public enum Outcome: Concealed {
        case secret(String)
        case finding(Diagnostic)
    }

    /// - Parameter environment: the bytes of environment variables; nil for those that are not set.
    public init(
        _ configuration: LoadedConfiguration, environment: @escaping (String) -> [UInt8]?
    ) {
        roots = configuration.roots
        self.environment = environment
    }

    /// The secret that the reference at `node`, an opaque string, names.
    public func secret(at node: Node) -> Outcome {
        guard let reference = SecretReference(opaque: node) else {
            preconditionFailure("opaque strings of a configuration are references")
        }
        switch reference {
        case .environment(let name): return variable(name, node)
        case .file(let path): return file(path, node)
        }
    }

    private func variable(_ name: String, _ node: Node) -> Outcome {
        guard let bytes = environment(name), !bytes.isEmpty else {
            return .finding(
                Diagnostic(
                    .secretUnset, "the environment variable `\(name)` is not set or is empty",
                    at: node, hint: "set it where the command runs"))
        }
        return text(bytes, "the environment variable `\(name)`", node)
    }

    private func file(_ path: String, _ node: Node) -> Outcome {
        do throws(FileError) {
            switch FileLookup(path, from: node.document.source.path, roots: roots) {
            case .outside: return .finding(.outside(path, at: node))
            case .notFound: return .finding(.notFound(path, at: node))
            case .folder: return .finding(.folder(path, at: node))
            case .unreadable(let error): throw error
            case .irregular(let shown): throw FileError(.read, shown, .isNotRegular)
            case .file(_, let file):
                let bytes = try file.read(limitBytes: ConfigurationLimits.standard.secretBytes)
                return text(Self.withoutLineEnd(bytes), "`\(path)`", node)
            }
        } catch {
            return .finding(unreadable(error.message, node))
        }
    }

    private func text(_ bytes: [UInt8], _ origin: String, _ node: Node) -> Outcome {
        if bytes.isEmpty { return .finding(unreadable("\(origin) is empty", node)) }
        guard UTF8Bytes.firstInvalidOffset(in: bytes) == nil else {
            return .finding(unreadable("\(origin) is not UTF-8", node))
        }
        return .secret(String(decoding: bytes, as: UTF8.self))
    }

    private func unreadable(_ message: String, _ node: Node) -> Diagnostic {
        Diagnostic(.secretUnreadable, message, at: node)
    }

    /// The warning about a secret in the environment that ends in a line end; nil for any other.
    public func warning(at node: Node) -> Diagnostic? {
        guard case .environment(let name)? = SecretReference(opaque: node),
            environment(name)?.last == ASCII.lineFeed
        else { return nil }
        return Diagnostic(
            .secretLineEnd,
            "the environment variable `\(name)` ends in a line end, which is part of the secret",
            at: node, hint: "set it without one; `$file` leaves one out")
    }

    /// Editors and `echo` add a line end that does not belong to the secret; a second one does.
    private static func withoutLineEnd(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.last == ASCII.lineFeed else { return bytes }
        let text = bytes.dropLast()
        return Array(text.last == ASCII.carriageReturn ? text.dropLast() : text)
    }
}
