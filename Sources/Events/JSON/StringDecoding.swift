internal import JSONText

extension StringToken {
    var content: ByteSlice { ByteSlice(base: start, count: count) }
}

extension ScratchArena {
    /// The text of a string token whose escapes the scanner has found well-formed.
    func decode(_ content: ByteSlice) -> ByteSlice {
        let text = reserve(content.count)
        return ByteSlice(
            base: text, count: JSONEscape.decode(content.base, content.count, to: text))
    }
}
