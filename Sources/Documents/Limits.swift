/// The bounds on what the readers accept, so that no input can exhaust time, memory or the stack.
///
/// Each error about a limit names the limit. Tests set smaller ones; the program uses `standard`.
public struct DocumentLimits: Sendable {
    /// The largest YAML file, in bytes. Configurations are written by people; libyaml reads some
    /// twenty megabytes a second.
    public var yamlBytes = 8 << 20
    /// The deepest nesting of YAML collections. libyaml's work for each token grows with the number
    /// of open flow collections, and nobody can read a file that is indented a hundred times.
    public var yamlDepth = 100
    /// The lines that begin with `%TAG`. libyaml compares each such directive with all others, and
    /// each tag with all of them.
    public var yamlTagDirectives = 64
    /// The nodes that the aliases of one document may add. A few lines of aliases to aliases
    /// otherwise make more nodes than any memory holds.
    public var yamlAliasNodes = 100_000
    /// The digits of a hexadecimal or octal number, whose conversion takes quadratic time.
    public var yamlRadixDigits = 4_096
    /// The largest JSON text, in bytes. Its tree takes at most sixteen times as much memory, and
    /// offsets fit 32 bits with room to spare.
    public var jsonBytes = 256 << 20
    /// The deepest nesting of JSON arrays and objects: far more than documents use, and few enough
    /// for whoever walks the tree with recursion.
    public var jsonDepth = 1_000
    /// The repeated keys of one object that are described; the others are counted. Each takes a hundred
    /// times the memory of the text.
    public var repeatedKeys = 1_000

    /// The limits of the program.
    public static let standard = DocumentLimits()

    /// The standard limits, to be changed one by one.
    public init() {}
}
