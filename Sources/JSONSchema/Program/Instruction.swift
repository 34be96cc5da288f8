/// A compiled schema: the index of its block.
typealias BlockID = Int32

extension BlockID {
    /// No schema: nothing is required.
    static let none: BlockID = -1
}

/// A run of entries in one of the program's flat arrays.
struct FlatRange: Sendable, BitwiseCopyable {
    var start: Int32
    var count: Int32

    static let empty = FlatRange(start: 0, count: 0)

    var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// One check of one value. It is only ever executed for values of the kind it is meant for.
///
/// Numbers in the payloads are indices into the arrays of `Program`.
enum Instruction: Sendable, BitwiseCopyable {
    /// Nothing of this kind is accepted.
    case fail

    case minLength(Int)
    case maxLength(Int)
    case pattern(Int32)
    case format(Format)

    case minimum(Int32)
    case exclusiveMinimum(Int32)
    case maximum(Int32)
    case exclusiveMaximum(Int32)
    case multipleOf(Int32)

    /// The boolean that is accepted.
    case boolean(Bool)
    /// A string is in a table of names.
    case oneOfNames(NameTable)
    /// A number, array or object equals one of the values.
    case oneOfValues(FlatRange)

    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    case items(Int32)
    case contains(Int32)
    case unevaluatedItems(BlockID)

    case minProperties(Int)
    case maxProperties(Int)
    case object(Int32)
    case propertyNames(BlockID)
    case dependentRequired(Int32)
    case dependentSchemas(Int32)
    case unevaluatedProperties(BlockID)

    /// Another schema for the same value.
    case apply(BlockID)
    /// Another schema for the same value, chosen by the schemas that led here.
    case applyDynamic(Int32)
    case allOf(FlatRange)
    case anyOf(FlatRange)
    case oneOf(FlatRange)
    case not(BlockID)
    case conditional(Int32)
    /// As those without `tracking`, but every branch is run, as something reads what they evaluate.
    case anyOfTracking(FlatRange)
    case oneOfTracking(FlatRange)
    case conditionalTracking(Int32)
}
