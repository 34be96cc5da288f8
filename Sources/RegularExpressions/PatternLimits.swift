/// The bounds on what one pattern may cost, each with its reason.
public enum PatternLimits {
    /// How deep groups may nest: the parser and the compiler call themselves once a level.
    public static let nesting = 200

    /// How many instructions a compiled pattern may have: `(a{1000}){1000}` would need a million.
    public static let instructions = 50_000

    /// How many look-aheads and look-behinds a pattern may have: each takes a bit for every byte of
    /// the text.
    public static let lookarounds = 100

    /// How many bits the table of character sets by character classes may have: a text of thousands
    /// of different characters needs the square of their number.
    public static let setTableBits = 1 << 25

    /// How many steps a search with back-references may take: about 50 milliseconds' worth.
    public static let backtrackingSteps = 5_000_000

    /// How many states a pattern may have to be run from a transition table; beyond, its threads
    /// are simulated one by one.
    static let tableStates = 2_000

    /// How many transitions such a table may have: a megabyte's worth.
    static let tableTransitions = 1 << 18

    /// How many threads may be looked at while building such a table: some milliseconds' worth.
    static let tableEffort = 1_000_000

    /// How many looks a pattern may have for those at its ends to be matched apart: each of them
    /// may need as many instructions as a pattern.
    static let separateLooks = 8

    /// The longest text that is sought byte by byte: its length multiplies the time of the search.
    static let soughtBytes = 16
}
