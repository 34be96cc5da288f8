/// What `properties`, `patternProperties`, `additionalProperties` and `required` ask of an object:
/// one pass over its members.
struct ObjectPlan: Sendable, BitwiseCopyable {
    /// The declared and the required names; values are indices into `properties`.
    var names = NameTable.empty
    var properties = FlatRange.empty
    var patterns = FlatRange.empty
    /// For members that no name and no pattern takes; `none` if they are free.
    var additional = BlockID.none
    var hasAdditional = false
    var requiredCount: Int32 = 0
    /// Whether the members it takes must be noted.
    var isTracking = false
}

/// A name that an object plan knows.
struct PropertyEntry: Sendable, BitwiseCopyable {
    var block = BlockID.none
    var isDeclared = false
    var isRequired = false
}

/// A pattern of `patternProperties`.
struct PatternEntry: Sendable, BitwiseCopyable {
    var pattern: Int32
    var block: BlockID
    /// For a pattern that is a short text at the start: which bits of a name's first word count, and their
    /// values. No bits for any other pattern.
    var mask: UInt64 = 0
    var word: UInt64 = 0
}

/// What `prefixItems` and `items` (`items` and `additionalItems`) ask of an array.
struct ItemsPlan: Sendable, BitwiseCopyable {
    var prefix = FlatRange.empty
    /// For the elements after the prefix; `none` if they are free.
    var rest = BlockID.none
    var hasRest = false
    var isTracking = false
}

/// What `contains` asks of an array.
struct ContainsPlan: Sendable, BitwiseCopyable {
    var block: BlockID
    var minimum: Int
    var maximum: Int
    var isTracking: Bool
}

/// `if`, `then` and `else`.
struct ConditionalPlan: Sendable, BitwiseCopyable {
    var condition: BlockID
    var consequence: BlockID
    var alternative: BlockID
}

/// `dependentRequired`: members whose presence asks for other members.
struct DependentNamesPlan: Sendable, BitwiseCopyable {
    /// Every name on either side; values count from zero.
    var names = NameTable.empty
    /// For each name, the names that it asks for: entries of `nameLists`.
    var lists = FlatRange.empty
}

/// `dependentSchemas`: members whose presence asks for a schema.
struct DependentSchemasPlan: Sendable, BitwiseCopyable {
    /// Values are blocks.
    var names = NameTable.empty
}

/// The schemas that a dynamic reference may choose from.
struct DynamicPlan: Sendable, BitwiseCopyable {
    /// Entries of `dynamicTargets`, sorted by resource.
    var targets = FlatRange.empty
    /// A block that is never run, but leads to all targets: for searches that follow each of them.
    var union = BlockID.none
    /// The target where no enclosing resource offers one.
    var fallback = BlockID.none
}

/// What a dynamic reference means while `resource` is the outermost one that offers a target.
struct DynamicTarget: Sendable, BitwiseCopyable {
    var resource: Int32
    var block: BlockID
}
