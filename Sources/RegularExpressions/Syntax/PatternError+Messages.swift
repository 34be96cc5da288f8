/// What can be wrong with a group or a quantifier.
extension PatternError {
    static func nothingToRepeat(at offset: Int) -> Self {
        Self(
            message: "the quantifier has nothing to repeat: put an item before it, or escape it",
            offset: offset)
    }

    static func stackedQuantifiers(at offset: Int) -> Self {
        Self(
            message: "a quantifier cannot follow a quantifier, and there are no possessive ones: "
                + "remove it, or put the first one in (?:…)",
            offset: offset)
    }

    static func quantifiedAssertion(at offset: Int) -> Self {
        Self(
            message: "an assertion takes no quantifier: remove the quantifier, or escape it",
            offset: offset)
    }

    static func boundsOutOfOrder(at offset: Int) -> Self {
        Self(message: "the bounds are out of order: write the smaller one first", offset: offset)
    }

    static func unmatchedParenthesis(at offset: Int) -> Self {
        Self(message: "there is no ( for this ): remove it, or write \\)", offset: offset)
    }

    static func unclosedGroup(at offset: Int) -> Self {
        Self(message: "the group is not closed: add ), or write \\( for the text", offset: offset)
    }

    static func unknownGroupKind(_ text: String, at offset: Int) -> Self {
        Self(
            message: "(?\(text) begins no group: write (?:…), (?<name>…), (?=…), (?!…), (?<=…), "
                + "(?<!…), (?m:…) or (?s:…)",
            offset: offset)
    }

    static func ignoreCase(at offset: Int) -> Self {
        Self(
            message: "the flag i is not supported: write both cases, as in [Aa]", offset: offset)
    }

    static func flagsOutsideGroup(at offset: Int) -> Self {
        Self(
            message: "flags hold for a group only: write (?flags:…) around what they are for",
            offset: offset)
    }

    static func badGroupName(at offset: Int) -> Self {
        Self(
            message: "the group name is not an identifier: write letters, digits, _ or $, not "
                + "beginning with a digit, and then >",
            offset: offset)
    }

    static func repeatedGroup(_ name: String, at offset: Int) -> Self {
        Self(
            message: "there is a group \(name) already: only groups in different alternatives may "
                + "share a name",
            offset: offset)
    }
}

/// What can be wrong with a class or an escape.
extension PatternError {
    static func unclosedClass(at offset: Int) -> Self {
        Self(message: "the class is not closed: add ], or write \\[ for the text", offset: offset)
    }

    static func rangeOutOfOrder(at offset: Int) -> Self {
        Self(
            message: "the range is out of order: write the smaller one first, or \\- for a hyphen",
            offset: offset)
    }

    static func loneBackslash(at offset: Int) -> Self {
        Self(message: "the backslash escapes nothing: write \\\\ for the text", offset: offset)
    }

    static func octalEscape(at offset: Int) -> Self {
        Self(
            message: "there are no octal escapes: write \\xHH with hexadecimal digits",
            offset: offset)
    }

    static func badControlEscape(at offset: Int) -> Self {
        Self(message: "\\c takes a letter from A to Z, as in \\cJ", offset: offset)
    }

    static func badHexadecimalEscape(at offset: Int) -> Self {
        Self(message: "\\x takes two hexadecimal digits, as in \\x0A", offset: offset)
    }

    static func badUnicodeEscape(at offset: Int) -> Self {
        Self(
            message: "\\u takes four hexadecimal digits, as in \\u00E9, or up to 10FFFF in braces, "
                + "as in \\u{1F600}",
            offset: offset)
    }

    static func propertyWithoutBraces(at offset: Int) -> Self {
        Self(
            message: "\\p and \\P take a name in braces, as in \\p{Letter} or \\p{Script=Greek}",
            offset: offset)
    }

    static func unknownProperty(_ property: UnknownProperty, at offset: Int) -> Self {
        let message =
            switch property {
            case .noSuchProperty(let name):
                "there is no property \(name): write a general category such as Letter or Lu, or a "
                    + "binary property such as Alphabetic, in exactly this case"
            case .script(let name):
                "\(name) is a script: write \\p{Script=\(name)}"
            case .noSuchName(let name):
                "\(name) takes no value: write General_Category, Script or Script_Extensions "
                    + "before the ="
            case .noSuchValue(let value, let name):
                "\(name) has no value \(value): write a name of Unicode 17, in exactly its case"
            }
        return Self(message: message, offset: offset)
    }

    static func badNamedReference(at offset: Int) -> Self {
        Self(message: "\\k takes the name of a group, as in \\k<name>", offset: offset)
    }

    static func unknownGroup(_ name: String, at offset: Int) -> Self {
        Self(message: "there is no group \(name) to refer to: write (?<\(name)>…)", offset: offset)
    }

    static func unknownGroup(_ number: Int, of count: Int, at offset: Int) -> Self {
        let groups = count == 1 ? "1 group" : "\(count) groups"
        return Self(
            message: "there is no group \(number) to refer to, as the pattern has \(groups)",
            offset: offset)
    }
}

/// What is beyond a limit.
extension PatternError {
    static func nestedTooDeep(at offset: Int) -> Self {
        Self(
            message: "groups may nest \(PatternLimits.nesting) deep: write fewer levels",
            offset: offset)
    }

    static func tooManyLooks(at offset: Int) -> Self {
        Self(
            message: "a pattern may have \(PatternLimits.lookarounds) look-aheads and "
                + "look-behinds: write fewer",
            offset: offset)
    }

    static func tooLarge(at offset: Int) -> Self {
        Self(
            message: "the pattern needs more than \(PatternLimits.instructions) instructions: "
                + "write smaller counts",
            offset: offset)
    }

    static var tooManySets: Self {
        Self(
            message: "the pattern needs more than \(PatternLimits.setTableBits) bits for its "
                + "character sets: write fewer different characters",
            offset: 0)
    }
}
