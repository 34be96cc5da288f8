extension Parser {
    /// Reads a quantifier if one is next, and sees that no other one follows it.
    mutating func quantifier() throws(PatternError) -> Quantifier? {
        let offset = cursor.offset
        guard let bounds = try bounds() else { return nil }
        let isLazy = cursor.skip("?")
        let end = cursor
        guard try self.bounds() == nil else { throw .stackedQuantifiers(at: end.offset) }
        if let maximum = bounds.maximum, maximum < bounds.minimum {
            throw .boundsOutOfOrder(at: offset)
        }
        return Quantifier(
            minimum: bounds.minimum, maximum: bounds.maximum, isLazy: isLazy, offset: offset)
    }

    private typealias Bounds = (minimum: Int, maximum: Int?)

    private mutating func bounds() throws(PatternError) -> Bounds? {
        if cursor.skip("*") { return (0, nil) }
        if cursor.skip("+") { return (1, nil) }
        if cursor.skip("?") { return (0, 1) }
        return countedBounds()
    }

    /// `{n}`, `{n,}` or `{n,m}`; anything else in braces is text, so the cursor stays.
    private mutating func countedBounds() -> Bounds? {
        let start = cursor
        guard cursor.skip("{"), let minimum = cursor.number() else {
            cursor.rewind(to: start)
            return nil
        }
        if cursor.skip("}") { return (minimum, minimum) }
        if cursor.skip(",") {
            let maximum = cursor.number()
            if cursor.skip("}") { return (minimum, maximum) }
        }
        cursor.rewind(to: start)
        return nil
    }
}
