package import Documents
internal import SourceText

/// A settings form as the JSON Schema that means the same.
package struct FormSchema {
    package let root: Node
    /// For each node of the schema, the node of the form that says so.
    let sources: [Node]
    /// The schema of each field.
    let fields: [Node]

    /// The form as a schema whose nodes have the form's positions, so that what is found in the
    /// schema is found in the form; the form itself where it is faulty. Passwords are strings like
    /// any other.
    package static func schema(of form: Node) -> Node {
        var reader = FormReader()
        let fields = reader.read(form)
        guard reader.diagnostics.isEmpty else { return form }
        return FormSchema(fields, of: form, marksSecrets: false).root
    }

    /// - Parameter marksSecrets: whether the schema says which fields are passwords.
    init(_ fields: [FormField], of form: Node, marksSecrets: Bool) {
        var writer = Writer(form, marksSecrets: marksSecrets)
        let indices = writer.write(fields)
        let document = writer.builder.finish()
        root = document.root
        sources = writer.sources
        self.fields = indices.map { Node(document: document, index: $0) }
    }

    private struct Writer {
        var builder: DocumentBuilder
        var sources: [Node] = []
        let form: Node
        let marksSecrets: Bool

        init(_ form: Node, marksSecrets: Bool) {
            self.form = form
            self.marksSecrets = marksSecrets
            builder = DocumentBuilder(source: form.document.source)
        }

        /// Returns the index of each field's schema.
        mutating func write(_ fields: [FormField]) -> [Int] {
            begin(.object, form)
            text("type", form)
            text("object", form)
            text("additionalProperties", form)
            boolean(false, form)
            text("required", form)
            begin(.array, form)
            for field in fields where field.isRequired { text(field.key.string ?? "", field.key) }
            end(form)
            text("properties", form)
            begin(.object, form)
            let indices = fields.map { field in
                text(field.key.string ?? "", field.key)
                defer { write(field) }
                return builder.nodeCount
            }
            end(form)
            end(form)
            return indices
        }

        private mutating func write(_ field: FormField) {
            let node = field.typeNode
            begin(.object, node)
            text("type", node)
            if field.type == .checkbox {
                text("array", node)
                text("uniqueItems", node)
                boolean(true, node)
                text("items", node)
                begin(.object, field.options ?? node)
                text("type", node)
                text("string", node)
                writeOptions(field)
                end(node)
            } else {
                text("string", node)
                writeOptions(field)
            }
            if marksSecrets, field.type == .password {
                text("writeOnly", node)
                boolean(true, node)
            }
            copy(field.minLength, "minLength")
            copy(field.maxLength, "maxLength")
            copy(field.pattern, "pattern")
            end(node)
        }

        private mutating func writeOptions(_ field: FormField) {
            guard let options = field.options else { return }
            text("enum", options)
            begin(.array, options)
            for value in field.values { text(value.string ?? "", value) }
            end(options)
        }

        private mutating func copy(_ value: Node?, _ name: String) {
            guard let value, value.kind == .string || value.kind == .number else { return }
            text(name, value)
            sources.append(value)
            builder.append(value.kind, text: value.withText(Array.init), value.span.range)
        }

        private mutating func text(_ text: String, _ node: Node) {
            sources.append(node)
            builder.append(.string, text: text.utf8, node.span.range)
        }

        private mutating func boolean(_ value: Bool, _ node: Node) {
            sources.append(node)
            builder.append(value, node.span.range)
        }

        private mutating func begin(_ kind: Node.Kind, _ node: Node) {
            sources.append(node)
            builder.begin(kind, at: node.span.range.start)
        }

        private mutating func end(_ node: Node) {
            builder.endContainer(at: node.span.range.end)
        }
    }
}

extension SchemaProgram {
    /// Lets everything come from the form instead of the schema that was made of it.
    mutating func relocate(to sources: [Node]) {
        isForm = true
        resourceOrigins = []
        for index in origins.indices {
            origins[index].schema = sources[origins[index].schema.index]
        }
        for index in blockOrigins.indices {
            let origin = blockOrigins[index]
            blockOrigins[index].schema = sources[origin.schema.index]
            blockOrigins[index].type = origin.type.map { sources[$0.index] }
        }
        for index in objectOrigins.indices {
            let origin = objectOrigins[index]
            objectOrigins[index].required = origin.required.map { sources[$0.index] }
            objectOrigins[index].additional = origin.additional.map { sources[$0.index] }
        }
        for index in itemsOrigins.indices {
            if let rest = itemsOrigins[index].rest {
                itemsOrigins[index].rest?.schema = sources[rest.schema.index]
            }
        }
    }
}
