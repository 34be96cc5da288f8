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
/// Numbers in the payloads are indices into the arrays of `SchemaProgram`.
enum Instruction: Sendable, BitwiseCopyable {
    /// Nothing of this kind is accepted.
    case fail

    /// Checks that apply no other schema, for values of one kind; each is in the file of its
    /// keyword.
    case number(NumberCheck)
    case string(StringCheck)
    case array(ArrayCheck)
    case object(ObjectCheck)

    /// The boolean that is accepted.
    case boolean(Bool)
    /// A string is in a table of names.
    case oneOfNames(NameTable)
    /// A number, array or object is in a set of values.
    case oneOfValues(Int32)

    /// Schemas for the elements of an array or the members of an object.
    case items(Int32)
    case contains(Int32)
    case unevaluatedItems(BlockID)
    case members(Int32)
    case propertyNames(BlockID)
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
    case dependentSchemas(Int32)
    /// As those without `tracking`, but every branch is run, as something reads what they evaluate.
    case anyOfTracking(FlatRange)
    case oneOfTracking(FlatRange)
    case conditionalTracking(Int32)

    /// Checks run in the order of what they cost.
    var cost: Int {
        switch self {
        case .fail: 0
        case .number(let check): check.cost
        case .string(let check): check.cost
        case .array(let check): check.cost
        case .object(let check): check.cost
        case .boolean: 1
        case .oneOfNames: 2
        case .oneOfValues: 5
        case .members: 10
        case .apply, .applyDynamic: 12
        case .allOf: 13
        case .items: 14
        case .not, .conditional, .conditionalTracking: 15
        case .propertyNames, .dependentSchemas: 16
        case .anyOf, .oneOf, .anyOfTracking, .oneOfTracking: 17
        case .contains: 20
        case .unevaluatedItems, .unevaluatedProperties: 100
        }
    }
}
