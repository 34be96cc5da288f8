/// Writes the events of a recipe as NDJSON, block by block. It keeps the events that are under way
/// and nothing else: what that takes grows with the rate and the periods, not with the stream.
public struct StreamGenerator: ~Copyable {
    private var schedule: Schedule
    private var lines: EventLines

    /// - Throws: `RecipeFault` if there is no such stream.
    public init(_ recipe: StreamRecipe) throws(RecipeFault) {
        try recipe.check()
        schedule = Schedule(recipe)
        lines = EventLines(recipe)
    }

    /// Calls `body` with the next lines, each with its end; says whether there were any. The memory
    /// is used again for the lines after them.
    public mutating func next<Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) -> Bool {
        lines.removeAll()
        while lines.hasRoom, let event = schedule.next() { lines.append(event) }
        guard !lines.bytes.isEmpty else { return false }
        try body(lines.bytes)
        return true
    }
}
