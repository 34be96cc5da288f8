import Documents
import JSONSchema
import SourceText

/// Checks each document against the published format of its kind.
enum StructuralValidation {
    static func check(
        _ documents: [OwnDocument], _ formats: inout FormatSchemas
    ) -> ([OwnDocument], [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let checked = documents.map { document in
            guard document.isReadable else { return document }
            var document = document
            let failures = failures(in: document, &formats)
            document.faults = Set(failures.map(\.instance.index))
            diagnostics += FollowingFailures.removed(from: failures, of: document.root)
                .map(FormatFailure.diagnostic)
            return document
        }
        return (checked, diagnostics)
    }

    private static func failures(
        in document: OwnDocument, _ formats: inout FormatSchemas
    ) -> [Failure] {
        let failures = formats.schema(of: document.kind).failures(of: document.root)
        // A settings form is compiled later, which says all this and more.
        return failures.filter { !isInSettingsForm($0.instance, of: document) }
    }

    private static func isInSettingsForm(_ node: Node, of document: OwnDocument) -> Bool {
        guard document.kind == .connector, let form = document.root["jsonSchema"],
            form.kind == .array
        else { return false }
        return (form.index..<Int(form.record.next)).contains(node.index)
    }
}
