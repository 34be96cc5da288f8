import Documents
import JSONSchema
import SchemaLint
import SourceText

/// Turns what the validator says about a document into a finding.
///
/// The subschema that holds the failing keyword may carry the annotations `x-code`, the code of the
/// finding, and `x-hint`, which says what would be right. Without them the code is generic. `x-hint-only`
/// says that the validator's own hint, such as quotes around a number, would not help.
enum FormatFailure {
    static func diagnostic(_ failure: Failure) -> Diagnostic {
        let subschema = failure.schema.parent
        let code = subschema?["x-code"]?.string.flatMap(code) ?? generic(failure.keyword)
        let isOnly = subschema?["x-hint-only"]?.boolean ?? false
        return failure.diagnostic(
            code, message(failure, code),
            hint: failure.hint == nil || isOnly ? subschema?["x-hint"]?.string : nil)
    }

    /// What the finding says: the validator's words, with the key that they are about.
    private static func message(_ failure: Failure, _ code: DiagnosticCode) -> String {
        let name = subject(failure.instance)
        switch failure.keyword {
        case "required", "additionalProperties": return failure.message
        case "not": return "\(name) is not allowed here"
        default:
            // The value may be the secret itself, and is not shown.
            if code == .secretReferenceInvalid { return "\(name) does not say where a secret is" }
            if isSettings(failure.instance) { return "\(name) must be an object" }
            return "\(name) \(failure.message)"
        }
    }

    private static func isSettings(_ node: Node) -> Bool {
        node.key.map { $0.hasText("settings") || $0.hasText("staticJson") } ?? false
    }

    /// What the value at `node` is called: its key, or that of the list that it is in.
    static func subject(_ node: Node) -> String {
        if let key = node.key?.string { return "`\(key)`" }
        guard let parent = node.parent else { return "the document" }
        if let name = node.string, node.record.flags.contains(.key) { return "the key `\(name)`" }
        return "element \(node.record.position + 1) of \(subject(parent))"
    }

    private static func generic(_ keyword: String) -> DiagnosticCode {
        switch keyword {
        case "additionalProperties", "unevaluatedProperties": .unknownKey
        case "required", "dependentRequired": .missingKey
        case "type": .wrongType
        default: .invalidValue
        }
    }

    private static func code(_ name: String) -> DiagnosticCode? {
        codes.first { ByteOrder.equal($0.name, name) }
    }

    private static let codes = ConfigurationCodes.all + SchemaCodes.all + SchemaLintCodes.all
}
