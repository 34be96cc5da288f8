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
        if code == .secretReferenceInvalid, let object = wrongReference(failure) {
            return Diagnostic(
                code, "\(subject(object)) does not say where a secret is", at: object,
                hint: subschema?["x-hint"]?.string)
        }
        let general = subschema?["x-hint"]?.string
        let isOnly = subschema?["x-hint-only"]?.boolean ?? false
        return failure.diagnostic(
            code, message(failure, code),
            hint: isOnly ? general : hint(failure, code, general))
    }

    /// The object whose keys are not those of a reference: one finding, however many are wrong.
    private static func wrongReference(_ failure: Failure) -> Node? {
        switch failure.keyword {
        case "required": failure.instance
        case "additionalProperties": failure.instance.parent
        default: nil
        }
    }

    /// - Parameter general: what would be right, as the format says it.
    private static func hint(
        _ failure: Failure, _ code: DiagnosticCode, _ general: String?
    ) -> String? {
        let node = failure.instance
        if isSettings(node), failure.keyword == "type" { return settingsHint(node) }
        if failure.keyword == "type", node.kind == .string, let key = fileKey(node) {
            return "for a file, write `\(key):` instead"
        }
        if code == .idInvalid, let id = node.string.flatMap(Identifier.suggested) {
            return Suggestion.question(id)
        }
        if code == .missingKey { return failure.hint ?? examples(of: failure) }
        if code == .currencyUnknown, failure.keyword == "enum" {
            return currencyHint(failure, general)
        }
        return failure.hint == nil || node.kind == .null ? general ?? failure.hint : nil
    }

    /// What missing keys may be, as the format's examples say.
    private static func examples(of failure: Failure) -> String? {
        let properties = failure.schema.parent?["properties"]
        let lines = failure.schema.elements.compactMap(\.string).compactMap { name -> String? in
            guard failure.instance[name] == nil,
                let example = properties?[name]?["examples"]?.elements.first(where: { _ in true })?
                    .string
            else { return nil }
            return "`\(name): \(example)`"
        }
        return lines.isEmpty ? nil : "for example " + Listing.and(lines)
    }

    /// The key that names the file which holds what should be the value of this one.
    private static func fileKey(_ node: Node) -> String? {
        let isJSONSchema = node.key?.hasText("jsonSchema") ?? false
        let isTop = node.parent?.parent == nil
        return isTop && isJSONSchema ? "jsonSchemaFile" : nil
    }

    /// Codes of three letters are all similar, so that only another case and a longer word are a misspelling.
    private static func currencyHint(_ failure: Failure, _ general: String?) -> String? {
        let text = failure.instance.string ?? ""
        let isLower = failure.schema.elements.contains { $0.hasText(text.uppercased()) }
        if isLower { return Suggestion.question(text.uppercased()) }
        return text.utf8.count > 3 ? failure.hint ?? general : general
    }

    private static func settingsHint(_ node: Node) -> String? {
        let name = node.key?.string ?? ""
        switch node.kind {
        case .null: return "indent the settings below it, or write `\(name): {}`"
        case .array: return "write the settings without `- `, each with its key"
        default:
            return node.key?.hasText("staticJson") ?? false
                ? "write each setting with its key, or `staticJsonFile:` for a file"
                : "write each setting with its key, indented below `settings:`"
        }
    }

    /// What the finding says: the validator's words, with the key that they are about.
    private static func message(_ failure: Failure, _ code: DiagnosticCode) -> String {
        let name = subject(failure.instance)
        switch failure.keyword {
        case "required", "additionalProperties": return failure.message
        case "not": return "\(name) is not allowed here"
        case "type" where isEmpty(failure.instance): return "\(name) has no value"
        default:
            // The value may be the secret itself, and is not shown.
            if code == .secretReferenceInvalid { return "\(name) does not say where a secret is" }
            if isSettings(failure.instance) { return "\(name) must be an object" }
            if code == .currencyUnknown, failure.keyword == "enum" {
                let found = failure.instance.string.map { ", not \"\($0)\"" } ?? ""
                return "\(name) must be the code of a currency with a minor unit" + found
            }
            if failure.keyword == "pattern", let text = text(code) {
                let found = failure.instance.string ?? ""
                return "\(name) must \(text)" + (code == .idInvalid ? ", not \"\(found)\"" : "")
            }
            return "\(name) \(failure.message)"
        }
    }

    /// What a pattern of a format asks for.
    private static func text(_ code: DiagnosticCode) -> String? {
        switch code {
        case .idInvalid: "be an identifier"
        case .nameInvalid: "not be blank"
        default: nil
        }
    }

    /// Whether nothing follows a key.
    static func isEmpty(_ node: Node) -> Bool {
        node.kind == .null && node.span.range.start == node.span.range.end
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
