/// The bounds on schemas and on validation, so that no input can exhaust time or the stack.
///
/// Each failure about a limit says so. Tests set smaller ones; the program uses `standard`.
public struct SchemaLimits: Sendable {
    /// The deepest nesting of schemas applied to one another, counted over the whole way down an
    /// instance: documents are at most 1,000 deep, and few schemas apply five others in a row.
    public var depth = 5_000
    /// The nesting up to which the caller's own stack is used; each level takes up to ten kilobytes
    /// of it. What goes deeper is run again on a stack of its own.
    public var shallowDepth = 200
    /// The schemas that one validation may apply, besides `stepsPerNode` for each node of the
    /// instance's document. Schemas that share parts may otherwise be applied exponentially often.
    public var steps = 10_000_000
    /// The schemas that may be applied for each node of the instance's document.
    public var stepsPerNode = 1_000
    /// The nodes of one schema document, as compiling takes some hundred bytes for each schema.
    public var schemaNodes = 10_000_000
    /// The significant digits of `multipleOf`, as the work of dividing grows with them.
    public var multipleOfDigits = 1_000
    /// The failures of one value that are counted; each takes some bytes, as none counts twice.
    public var failures = 1_000_000
    /// The bytes of an output tree, as each error in it has the whole way to it.
    public var outputBytes = 64 << 20

    /// The limits of the program.
    public static let standard = SchemaLimits()

    /// The standard limits, to be changed one by one.
    public init() {}
}
