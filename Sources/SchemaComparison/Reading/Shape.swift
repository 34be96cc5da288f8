import Documents
import JSONSchema
import SourceText

/// The position of a schema of either side in the table of all.
typealias SubschemaID = Int

/// What one schema says, whatever the dialect it says it in.
struct Shape {
    var isNever = false
    var types: TypeSet = .all
    var type: Node?
    var enums: [ValueList] = []
    var lower: [NumberBound] = []
    var upper: [NumberBound] = []
    var multiples: [Divisor] = []
    var minLength: Count?
    var maxLength: Count?
    var patterns: [Text] = []
    var formats: [Text] = []
    var minItems: Count?
    var maxItems: Count?
    var uniqueItems: Node?
    var array: ArrayShape?
    var contains: ContainsShape?
    var minProperties: Count?
    var maxProperties: Count?
    var required: [Text] = []
    var dependentRequired: [Dependency] = []
    var dependentSchemas: [(name: String, subschema: SubschemaID, node: Node)] = []
    var object: ObjectShape?
    var propertyNames: SubschemaID?
    /// Schemas that all apply to the same value, by reference or `allOf`.
    var all: [SubschemaID] = []
    var anyOf: Alternatives?
    var oneOf: Alternatives?
    var not: (subschema: SubschemaID, node: Node)?
    var conditional: Conditional?
    /// Keywords that are not understood here.
    var opaque: [(keyword: String, node: Node)] = []

    /// `enum` or `const`.
    struct ValueList {
        let keyword: Keyword
        let node: Node
        let values: [Node]
    }

    struct Divisor {
        let number: Number
        let node: Node
    }

    struct Count {
        let value: Int
        let node: Node
    }

    /// A text, with the keyword's value that contains it.
    struct Text {
        let text: ExactText
        let node: Node
    }

    struct Dependency {
        let name: ExactText
        let others: [ExactText]
        let node: Node
    }

    struct Alternatives {
        let subschemas: [SubschemaID]
        /// The same as lists; made once, as the facts of many conjunctions share them.
        let branches: [[SubschemaID]]
        let node: Node

        init(_ subschemas: [SubschemaID], _ node: Node) {
            self.subschemas = subschemas
            branches = subschemas.map { [$0] }
            self.node = node
        }
    }

    struct Conditional {
        let condition: SubschemaID
        let consequence: SubschemaID?
        let alternative: SubschemaID?
        let node: Node
    }
}

/// `properties`, `patternProperties` and `additionalProperties` of one schema.
struct ObjectShape {
    var properties: [ExactText: SubschemaID] = [:]
    /// The declared names in order.
    var names: [ExactText] = []
    var patterns: [(source: ExactText, subschema: SubschemaID)] = []
    var additional: SubschemaID?
}

/// What one schema says of the elements of an array.
struct ArrayShape {
    var prefix: [SubschemaID] = []
    var rest: SubschemaID?

    /// The schema of the element at `index`.
    subscript(index: Int) -> SubschemaID? {
        index < prefix.count ? prefix[index] : rest
    }
}

/// `contains` with its bounds.
struct ContainsShape {
    let subschema: SubschemaID
    let minimum: Int
    let maximum: Int
    let node: Node
    let minimumNode: Node?
    let maximumNode: Node?
}
