extension Parser {
    /// Everything that begins with a parenthesis.
    mutating func group(_ names: inout Set<[UInt32]>) throws(PatternError) -> PatternNode {
        let offset = cursor.offset
        guard depth < PatternLimits.nesting else { throw .nestedTooDeep(at: offset) }
        depth += 1
        defer { depth -= 1 }
        if cursor.skip("(?:") { return try body(from: offset, &names) }
        if cursor.skip("(?=") { return try look(.forward, from: offset, &names) }
        if cursor.skip("(?<=") { return try look(.backward, from: offset, &names) }
        if cursor.skip("(?!") { return try look(.forward, isNegated: true, from: offset, &names) }
        if cursor.skip("(?<!") { return try look(.backward, isNegated: true, from: offset, &names) }
        if cursor.skip("(?<") { return try namedGroup(from: offset, &names) }
        if cursor.skip("(?") { return try modifiedGroup(from: offset, &names) }
        cursor.advance()
        groupCount += 1
        let number = groupCount
        return .group(number, try body(from: offset, &names))
    }

    /// The rest of a group that began at `offset`, with its closing parenthesis.
    private mutating func body(
        from offset: Int, _ names: inout Set<[UInt32]>
    ) throws(PatternError) -> PatternNode {
        let body = try disjunction(&names)
        guard cursor.skip(")") else { throw .unclosedGroup(at: offset) }
        // In a group, what takes no quantifier takes one.
        switch body {
        case .assertion, .look: return .sequence([body])
        default: return body
        }
    }

    private mutating func look(
        _ direction: Direction, isNegated: Bool = false, from offset: Int,
        _ names: inout Set<[UInt32]>
    ) throws(PatternError) -> PatternNode {
        try look(direction, isNegated: isNegated, at: try body(from: offset, &names), from: offset)
    }

    private mutating func look(
        _ direction: Direction, isNegated: Bool, at body: PatternNode, from offset: Int
    ) throws(PatternError) -> PatternNode {
        guard lookCount < PatternLimits.lookarounds else { throw .tooManyLooks(at: offset) }
        defer { lookCount += 1 }
        return .look(lookCount, Look(direction: direction, isNegated: isNegated, body: body))
    }

    /// `\b` or `\B` where case is ignored: two letters beyond ASCII are then word characters too.
    mutating func foldedBoundary(
        isNegated: Bool, from offset: Int
    ) throws(PatternError) -> PatternNode {
        let word = PatternNode.set(folded(.wordCharacters))
        var ways: [PatternNode] = []
        for isAfterWord in [true, false] {
            let isBeforeWord = isAfterWord == isNegated
            ways.append(
                .sequence([
                    try look(.backward, isNegated: !isAfterWord, at: word, from: offset),
                    try look(.forward, isNegated: !isBeforeWord, at: word, from: offset),
                ]))
        }
        return .choice(ways)
    }

    private mutating func namedGroup(
        from offset: Int, _ names: inout Set<[UInt32]>
    ) throws(PatternError) -> PatternNode {
        let name = try groupName()
        guard names.insert(name).inserted else {
            throw .repeatedGroup(String(scalars: name), at: offset)
        }
        groupCount += 1
        let number = groupCount
        groupsByName[name, default: []].append(number)
        return .group(number, try body(from: offset, &names))
    }

    /// `(?im-s:…)`: the flags before the hyphen are set in the group, those after it are not.
    private mutating func modifiedGroup(
        from offset: Int, _ names: inout Set<[UInt32]>
    ) throws(PatternError) -> PatternNode {
        let added = cursor.take { $0.isASCIILetter }
        let hasRemoved = cursor.skip("-")
        let removed = hasRemoved ? cursor.take { $0.isASCIILetter } : []
        let flags = added + removed
        let next = cursor.next.map { String(scalars: [$0]) } ?? ""
        guard !flags.isEmpty, flags.allSatisfy({ "ims".unicodeScalars.map(\.value).contains($0) }),
            Set(flags).count == flags.count
        else {
            let shown = added + (hasRemoved ? [UInt32(ascii: "-")] : []) + removed
            throw .unknownGroupKind(String(scalars: shown) + next, at: offset)
        }
        guard cursor.skip(":") else { throw .flagsOutsideGroup(at: offset) }
        let outer = (dotMatchesAll, isMultiline, ignoresCase)
        defer { (dotMatchesAll, isMultiline, ignoresCase) = outer }
        if flags.contains(UInt32(ascii: "s")) { dotMatchesAll = added.contains(UInt32(ascii: "s")) }
        if flags.contains(UInt32(ascii: "m")) { isMultiline = added.contains(UInt32(ascii: "m")) }
        if flags.contains(UInt32(ascii: "i")) { ignoresCase = added.contains(UInt32(ascii: "i")) }
        return try body(from: offset, &names)
    }

    /// The rest of `<name>`.
    mutating func groupName() throws(PatternError) -> [UInt32] {
        let offset = cursor.offset
        var name: [UInt32] = []
        while !cursor.skip(">") {
            guard let next = cursor.next else { throw .badGroupName(at: offset) }
            cursor.advance()
            let isEscape = next == UInt32(ascii: "\\") && cursor.skip("u")
            let scalar = isEscape ? try unicodeEscape(from: offset) : next
            guard isIdentifier(scalar, isFirst: name.isEmpty) else {
                throw .badGroupName(at: offset)
            }
            name.append(scalar)
        }
        if name.isEmpty { throw .badGroupName(at: offset) }
        return name
    }

    private func isIdentifier(_ value: UInt32, isFirst: Bool) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        if scalar == "$" || scalar == "_" { return true }
        if isFirst { return scalar.properties.isIDStart }
        return scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}"
    }
}
