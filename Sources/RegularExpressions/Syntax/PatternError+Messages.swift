/// What can be wrong with a group or a quantifier.
extension PatternError {
    static func nothingToRepeat(at offset: Int) -> Self {
        Self(
            "the quantifier has nothing to repeat: put an item before it, or escape it", at: offset)
    }

    static func stackedQuantifiers(at offset: Int) -> Self {
        Self(
            "a quantifier cannot follow a quantifier, and there are no possessive ones: "
                + "remove it, or put the first one in (?:…)", at: offset)
    }

    static func quantifiedAssertion(at offset: Int) -> Self {
        Self("an assertion takes no quantifier: remove the quantifier, or escape it", at: offset)
    }

    static func boundsOutOfOrder(at offset: Int) -> Self {
        Self("the bounds are out of order: write the smaller one first", at: offset)
    }

    static func unmatchedParenthesis(at offset: Int) -> Self {
        Self("there is no ( for this ): remove it, or write \\)", at: offset)
    }

    static func unclosedGroup(at offset: Int) -> Self {
        Self("the group is not closed: add ), or write \\( for the text", at: offset)
    }

    static func unknownGroupKind(_ text: String, at offset: Int) -> Self {
        Self(
            "(?\(text) begins no group: write (?:…), (?<name>…), (?=…), (?!…), (?<=…), "
                + "(?<!…), (?i:…), (?m:…) or (?s:…)", at: offset)
    }

    static func flagsOutsideGroup(at offset: Int) -> Self {
        Self("flags hold for a group only: write (?flags:…) around what they are for", at: offset)
    }

    static func badGroupName(at offset: Int) -> Self {
        Self(
            "the group name is not an identifier: write letters, digits, _ or $, not "
                + "beginning with a digit, and then >", at: offset)
    }

    static func repeatedGroup(_ name: String, at offset: Int) -> Self {
        Self(
            "there is a group \(name) already: only groups in different alternatives may "
                + "share a name", at: offset)
    }
}

/// What can be wrong with a class or an escape.
extension PatternError {
    static func unclosedClass(at offset: Int) -> Self {
        Self("the class is not closed: add ], or write \\[ for the text", at: offset)
    }

    static func rangeOutOfOrder(at offset: Int) -> Self {
        Self(
            "the range is out of order: write the smaller one first, or \\- for a hyphen",
            at: offset)
    }

    static func loneBackslash(at offset: Int) -> Self {
        Self("the backslash escapes nothing: write \\\\ for the text", at: offset)
    }

    static func octalEscape(at offset: Int) -> Self {
        Self("there are no octal escapes: write \\xHH with hexadecimal digits", at: offset)
    }

    static func badControlEscape(at offset: Int) -> Self {
        Self("\\c takes a letter from A to Z, as in \\cJ", at: offset)
    }

    static func badHexadecimalEscape(at offset: Int) -> Self {
        Self("\\x takes two hexadecimal digits, as in \\x0A", at: offset)
    }

    static func badUnicodeEscape(at offset: Int) -> Self {
        Self(
            "\\u takes four hexadecimal digits, as in \\u00E9, or up to 10FFFF in braces, "
                + "as in \\u{1F600}", at: offset)
    }

    static func propertyWithoutBraces(at offset: Int) -> Self {
        Self(
            "\\p and \\P take a name in braces, as in \\p{Letter} or \\p{Script=Greek}", at: offset)
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
        return Self(message, at: offset)
    }

    static func badNamedReference(at offset: Int) -> Self {
        Self("\\k takes the name of a group, as in \\k<name>", at: offset)
    }

    static func unknownGroup(_ name: String, at offset: Int) -> Self {
        Self("there is no group \(name) to refer to: write (?<\(name)>…)", at: offset)
    }

    static func unknownGroup(_ number: Int, of count: Int, at offset: Int) -> Self {
        let groups = count == 1 ? "1 group" : "\(count) groups"
        return Self(
            "there is no group \(number) to refer to, as the pattern has \(groups)", at: offset)
    }
}

/// What is beyond a limit.
extension PatternError {
    static func nestedTooDeep(at offset: Int) -> Self {
        Self("groups may nest \(PatternLimits.nesting) deep: write fewer levels", at: offset)
    }

    static func tooManyLooks(at offset: Int) -> Self {
        Self(
            "a pattern may have \(PatternLimits.lookarounds) look-aheads and "
                + "look-behinds: write fewer", at: offset)
    }

    static func tooLarge(at offset: Int) -> Self {
        Self(
            "the pattern needs more than \(PatternLimits.instructions) instructions: "
                + "write smaller counts", at: offset)
    }

    static var tooManySets: Self {
        Self(
            "the pattern needs more than \(PatternLimits.setTableBits) bits for its "
                + "character sets: write fewer different characters", at: 0)
    }
}
