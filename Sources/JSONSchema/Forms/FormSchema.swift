package import Documents
import SourceText

/// A settings form as the JSON Schema that it stands for. Each keyword stands where the form says
/// it, so that what is found in the schema is found in the form.
package enum FormSchema {
    package static func schema(of form: Node) -> Node {
        var reader = FormReader()
        let fields = reader.read(form)
        guard reader.diagnostics.isEmpty else { return form }
        var writer = Writer(form)
        writer.write(fields)
        return writer.builder.finish().root
    }

    private struct Writer {
        var builder: DocumentBuilder
        let form: Node

        init(_ form: Node) {
            self.form = form
            builder = DocumentBuilder(source: form.document.source)
        }

        mutating func write(_ fields: [FormField]) {
            begin(.object, form)
            key("type", form)
            text("object", form)
            key("additionalProperties", form)
            builder.append(false, form.span.range)
            key("required", form)
            begin(.array, form)
            for field in fields where field.isRequired { text(field.key.string ?? "", field.key) }
            end(form)
            key("properties", form)
            begin(.object, form)
            for field in fields {
                key(field.key.string ?? "", field.key)
                write(field)
            }
            end(form)
            end(form)
        }

        private mutating func write(_ field: FormField) {
            let node = field.typeNode
            begin(.object, node)
            key("type", node)
            if field.type == .checkbox {
                text("array", node)
                key("uniqueItems", node)
                builder.append(true, node.span.range)
                key("items", node)
                begin(.object, node)
                writeOptions(field)
                end(node)
            } else {
                text("string", node)
                writeOptions(field)
            }
            for (name, value) in [
                ("minLength", field.minLength), ("maxLength", field.maxLength),
                ("pattern", field.pattern),
            ] {
                if let value {
                    key(name, value)
                    copy(value)
                }
            }
            end(node)
        }

        private mutating func writeOptions(_ field: FormField) {
            guard let options = field.options else { return }
            key("enum", options)
            begin(.array, options)
            for value in field.values { text(value.string ?? "", value) }
            end(options)
        }

        private mutating func copy(_ node: Node) {
            let text = node.withText(Array.init)
            builder.append(node.kind, text: text, node.span.range)
        }

        private mutating func key(_ name: String, _ node: Node) { text(name, node) }

        private mutating func text(_ text: String, _ node: Node) {
            builder.append(.string, text: text.utf8, node.span.range)
        }

        private mutating func begin(_ kind: Node.Kind, _ node: Node) {
            builder.begin(kind, at: node.span.range.start)
        }

        private mutating func end(_ node: Node) {
            builder.endContainer(at: node.span.range.end)
        }
    }
}
