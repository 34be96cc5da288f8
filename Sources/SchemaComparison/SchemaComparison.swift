public import Documents
public import JSONSchema

/// Whether every instance that is valid under one schema stays valid under another.
///
/// There are three answers, and none is a guess. `safe` is proved; `breaking` is shown by an
/// instance that the validator accepts under the old schema and refuses under the new one; all else
/// is `unknown`, with the rules that could not be decided.
public struct SchemaComparison: Sendable {
    /// The three answers.
    public enum Verdict: String, Sendable, CaseIterable {
        case safe, breaking, unknown
    }

    /// A rule of the new schema that refuses what the old schema accepts.
    public struct Breaking: Sendable {
        /// The keyword of the new schema.
        public let keyword: String
        /// Where it is in the new schema.
        public let schema: Node
        /// What it says of the example.
        public let message: String
        /// A value that is valid under the old schema and not under the new one, as JSON.
        public let example: String
        /// The JSON Pointer of the part of the example that is refused.
        public let pointer: String
    }

    /// A rule of the new schema that may or may not refuse something that the old schema
    /// accepts.
    public struct Undecided: Sendable {
        /// The keyword of the new schema.
        public let keyword: String
        /// Where it is in the new schema.
        public let schema: Node
        /// Why it is not known.
        public let message: String
    }

    /// What breaks, in the order of the new schema.
    public let breaking: [Breaking]
    /// What is not known, in the order of the new schema.
    public let undecided: [Undecided]

    /// The answer as a whole: one thing that breaks is enough.
    public var verdict: Verdict {
        breaking.isEmpty ? (undecided.isEmpty ? .safe : .unknown) : .breaking
    }
}

/// A schema that is to be compared, and how it is to be read.
public struct ComparedSchema {
    let root: Node
    let baseURI: String
    let dialect: Dialect
    let assertsFormats: Bool
    let load: (String) -> Node?

    /// - Parameters:
    ///   - root: a JSON Schema or a settings form.
    ///   - baseURI: where it was found; its references are resolved against it.
    ///   - dialect: the dialect of a document without `$schema`.
    ///   - assertsFormats: whether `format` is checked, not only noted.
    ///   - load: finds the document with an absolute URI (without fragment).
    public init(
        _ root: Node, baseURI: String, dialect: Dialect = .draft2020,
        assertsFormats: Bool = false, load: @escaping (String) -> Node? = { _ in nil }
    ) {
        self.root = root.kind == .array ? FormSchema.schema(of: root) : root
        self.baseURI = baseURI
        self.dialect = root.kind == .array ? .draft2020 : dialect
        self.assertsFormats = assertsFormats
        self.load = load
    }
}
