/// What a program was fused into: the arrays of the hot loop.
struct FusedProgram: Sendable {
    /// For each block of the program.
    var heads: [BlockHead] = []
    /// For each block, the steps for each kind, at the kind's number; 8 entries a block.
    var lists: [FlatRange] = []
    var steps: [Step] = []
    /// The program's, and those that fusing made.
    var blockLists: [BlockID] = []
    var numbers: [NumberStep] = []
    var integers: [Int64] = []
    var patterns: [FlatPattern] = []
    /// The program's, those of short texts with their words.
    var patternEntries: [PatternEntry] = []
    /// The tables of the matchers, which `patterns` refer to.
    var tables: [UInt32] = []
    /// The program's texts, and those of literal patterns.
    var bytes: [UInt8] = []
    /// The program's; those that are not declared have the schema of additional properties.
    var properties: [PropertyEntry] = []
    /// Their names.
    var propertyNames: [NameSlot] = []
}
