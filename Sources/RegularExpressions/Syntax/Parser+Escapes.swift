extension Parser {
    /// A backslash outside a class, and what it introduces.
    mutating func escape() throws(PatternError) -> PatternNode {
        let offset = cursor.offset
        cursor.advance()
        guard let next = cursor.next else { throw .loneBackslash(at: offset) }
        if let set = try setEscape(from: offset) { return .set(set) }
        if cursor.skip("b") { return try boundary(isNegated: false, from: offset) }
        if cursor.skip("B") { return try boundary(isNegated: true, from: offset) }
        if next.isDigit, next != UInt32(ascii: "0") {
            return refer(to: .number(cursor.number() ?? 0), from: offset)
        }
        if cursor.skip("k") {
            guard cursor.skip("<") else { throw .badNamedReference(at: offset) }
            return refer(to: .name(try groupName()), from: offset)
        }
        return character(try scalarEscape(from: offset))
    }

    private mutating func boundary(
        isNegated: Bool, from offset: Int
    ) throws(PatternError) -> PatternNode {
        if ignoresCase { return try foldedBoundary(isNegated: isNegated, from: offset) }
        return .assertion(isNegated ? .notWordBoundary : .wordBoundary)
    }

    private mutating func refer(to reference: GroupReference, from offset: Int) -> PatternNode {
        references.append((reference, offset))
        return .backreference(reference, ignoresCase: ignoresCase)
    }

    /// The set that follows a backslash, inside a class or outside; nil if none does.
    mutating func setEscape(from offset: Int) throws(PatternError) -> ScalarSet? {
        if cursor.skip("d") { return .digits }
        if cursor.skip("D") { return ScalarSet.digits.complement }
        if cursor.skip("w") { return folded(.wordCharacters) }
        if cursor.skip("W") { return folded(.wordCharacters).complement }
        if cursor.skip("s") { return .whitespace }
        if cursor.skip("S") { return ScalarSet.whitespace.complement }
        if cursor.skip("p") { return folded(try property(from: offset)) }
        if cursor.skip("P") { return folded(try property(from: offset).complement) }
        return nil
    }

    /// The rest of `\p{…}`.
    private mutating func property(from offset: Int) throws(PatternError) -> ScalarSet {
        guard cursor.skip("{") else { throw .propertyWithoutBraces(at: offset) }
        let name = cursor.take { $0.isASCIILetter || $0.isDigit || $0 == 0x5F || $0 == 0x3D }
        guard cursor.skip("}") else { throw .propertyWithoutBraces(at: offset) }
        do {
            return try UnicodeProperty.scalars(named: String(scalars: name))
        } catch {
            throw .unknownProperty(error, at: offset)
        }
    }

    /// The scalar that follows a backslash, inside a class or outside.
    mutating func scalarEscape(from offset: Int) throws(PatternError) -> UInt32 {
        guard let next = cursor.next else { throw .loneBackslash(at: offset) }
        cursor.advance()
        switch Unicode.Scalar(next) {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "0" where cursor.next?.isDigit != true: return 0
        case _ where next.isDigit: throw .octalEscape(at: offset)
        case "c": return try controlEscape(from: offset)
        case "x":
            guard let value = cursor.hexadecimal(count: 2) else {
                throw .badHexadecimalEscape(at: offset)
            }
            return value
        case "u": return try unicodeEscape(from: offset)
        default:
            guard !isSyntaxCharacter(next) else { return next }
            warn(.needlessEscape(String(scalars: [next])), at: offset)
            return next
        }
    }

    private func isSyntaxCharacter(_ scalar: UInt32) -> Bool {
        "^$\\.*+?()[]{}|/".unicodeScalars.contains { $0.value == scalar }
    }

    /// The rest of `\cA`.
    private mutating func controlEscape(from offset: Int) throws(PatternError) -> UInt32 {
        guard let letter = cursor.next, letter.isASCIILetter else {
            throw .badControlEscape(at: offset)
        }
        cursor.advance()
        return letter % 32
    }

    /// The rest of `\uXXXX`, of two of them that are a surrogate pair, or of `\u{X…}`.
    mutating func unicodeEscape(from offset: Int) throws(PatternError) -> UInt32 {
        if cursor.skip("{") {
            let digits = cursor.take { $0.hexadecimalValue != nil }
            let value = digits.reduce(UInt32(0)) { value, digit in
                min(value << 4 | (digit.hexadecimalValue ?? 0), ScalarSet.last + 1)
            }
            guard !digits.isEmpty, value <= ScalarSet.last, cursor.skip("}") else {
                throw .badUnicodeEscape(at: offset)
            }
            return value
        }
        guard let high = cursor.hexadecimal(count: 4) else { throw .badUnicodeEscape(at: offset) }
        let afterHigh = cursor
        if (0xD800...0xDBFF).contains(high), cursor.skip("\\u"),
            let low = cursor.hexadecimal(count: 4), (0xDC00...0xDFFF).contains(low)
        {
            return 0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00)
        }
        cursor.rewind(to: afterHigh)
        return high
    }
}
