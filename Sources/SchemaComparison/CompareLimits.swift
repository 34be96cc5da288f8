/// The bounds on a comparison. What goes beyond them is not decided, and the answer says so.
struct CompareLimits: Sendable {
    /// The steps of the proof, and of the search for examples: each looks at one keyword or so.
    var steps = 400_000
    /// The pairs of schemas that are compared word for word.
    var samePairs = 60_000
    /// The deepest nesting of proofs in one another.
    var depth = 600
    /// The values that are held to a schema, besides one for each node of both documents.
    var evaluations = 20_000
    /// The schemas that one validation of such a value may apply.
    var evaluationSteps = 20_000
    /// The schemas that together describe one value.
    var conjuncts = 256
    /// The patterns of one object; every combination is looked at.
    var patterns = 6
    /// The nesting of values in an example that is built.
    var exampleDepth = 8
    /// The length of strings, arrays and objects in an example that is built.
    var exampleLength = 2_000

    static let standard = CompareLimits()
}
