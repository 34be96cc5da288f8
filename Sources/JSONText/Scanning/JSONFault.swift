/// Why a text is not JSON (RFC 8259), or nested too deeply.
@usableFromInline
package struct JSONFault {
    package let kind: Kind
    /// Where it was noticed.
    package let position: UnsafePointer<UInt8>
    /// The opening quote, where the text ends in a string or has a control character in it.
    package internal(set) var opening: UnsafePointer<UInt8>?

    @usableFromInline
    package enum Kind: UInt8, Sendable {
        /// No value at all.
        case wantsText
        case wantsArray
        case wantsValue
        case wantsElement
        case wantsFirstElement
        case wantsKey
        case wantsFirstKey
        case wantsColon
        case wantsCommaOrBrace
        case wantsCommaOrBracket
        case wantsDigitAfterMinus
        case wantsDigitAfterPoint
        case wantsDigitInExponent
        case wantsEscape
        case wantsHexadecimal
        case leadingZero
        case endInString
        case trailingContent
        case notUTF8
        case tooDeep
    }

    package init(_ kind: Kind, _ position: UnsafePointer<UInt8>) {
        self.kind = kind
        self.position = position
    }
}

/// A fault in words.
package struct JSONFaultText {
    package let category: Category
    /// What is wrong and what would be right.
    package let message: String
    /// What to write instead.
    package let hint: String?

    /// What kind of mistake it is, for those who have a code for each.
    package enum Category {
        case syntax, truncated, trailingContent, controlCharacter, byteOrderMark, encoding, depth
    }

    init(_ category: Category, _ message: String, hint: String? = nil) {
        self.category = category
        self.message = message
        self.hint = hint
    }
}
