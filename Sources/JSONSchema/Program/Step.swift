import Documents

/// One check as the hot loop runs it: several instructions fused, for values of one kind.
///
/// Steps serve verdicts only. Explanations follow the instructions that the steps were made from.
enum Step: Sendable, BitwiseCopyable {
    /// Nothing of this kind is accepted.
    case fail
    /// The value has one of the types; made where a kind alone does not decide, as for integers.
    case type(TypeSet)
    case boolean(Bool)

    /// A string's length in code points.
    case length(Bounds)
    case text(TextRange)
    case names(NameTable)
    case pattern(Int32)

    /// Bounds of a number, or one it is a multiple of: an index into `numbers`.
    case number(Int32)
    /// A number is one of these integers.
    case integers(FlatRange)

    /// The number of elements or members.
    case count(Bounds)
    /// The types that elements may have.
    case elementTypes(TypeSet)
    /// A schema for every element.
    case elements(BlockID)
    case object(Int32)
    /// An object plan that knows so few names that they are looked for one by one.
    case fewNames(Int32)

    case apply(BlockID)
    case anyOf(FlatRange)
    case oneOf(FlatRange)
    case conditional(Int32)
    /// What is not worth a step of its own: the instruction at this position.
    case instruction(Int32)

    /// From `minimum` to `maximum`.
    struct Bounds: Sendable, BitwiseCopyable {
        var minimum: UInt32 = 0
        var maximum = UInt32.max
    }

    /// Whether the step applies no other schema.
    var isLeaf: Bool {
        switch self {
        case .elements, .object, .fewNames, .apply, .anyOf, .oneOf, .conditional, .instruction:
            false
        default: true
        }
    }
}

/// What the hot loop needs to know of a block, in one word.
struct BlockHead: Sendable, BitwiseCopyable {
    var types: TypeSet
    /// The kinds for which there are steps.
    var checked: TypeSet = []
    /// The kinds whose steps are all leaves.
    var leaves: TypeSet = []
    var flags: Block.Flags
    var resource: Int32

    init(_ block: Block) {
        types = block.types
        flags = block.flags
        resource = block.resource
    }
}

/// Checks of a number that need its literal read only once.
struct NumberStep: Sendable, BitwiseCopyable {
    var minimum = Decimal.zero
    var maximum = Decimal.zero
    var divisor = Decimal.zero
    var parts: Parts = []
    /// What to execute where the number does not fit into a `Decimal`.
    var instructions = FlatRange.empty

    struct Parts: OptionSet, Sendable, BitwiseCopyable {
        let rawValue: UInt8

        static let minimum = Parts(rawValue: 1)
        static let maximum = Parts(rawValue: 2)
        static let divisor = Parts(rawValue: 4)
        /// The bounds themselves are not accepted.
        static let excludesMinimum = Parts(rawValue: 8)
        static let excludesMaximum = Parts(rawValue: 16)
    }
}
