/// Why bytes are not JSON, or not JSON that an event may hold (RFC 8259; contract, section 7).
struct JSONFault {
    let kind: Kind
    /// Where it was noticed.
    let position: UnsafePointer<UInt8>

    enum Kind: Sendable {
        case wantsValue
        case wantsKey
        case wantsColon
        case wantsCommaOrBrace
        case wantsCommaOrBracket
        case trailingContent
        case unterminatedString
        case controlCharacter
        case badEscape
        case badNumber
        case badLiteral
        case byteOrderMark
        case notUTF8
    }

    init(_ kind: Kind, _ position: UnsafePointer<UInt8>) {
        self.kind = kind
        self.position = position
    }
}

extension JSONFault.Kind {
    /// What is wrong and what would be right.
    var message: String {
        switch self {
        case .wantsValue: "the JSON is broken: a value is expected here"
        case .wantsKey: "the JSON is broken: a key in double quotes is expected here"
        case .wantsColon: "the JSON is broken: `:` is expected after a key"
        case .wantsCommaOrBrace: "the JSON is broken: `,` or `}` is expected here"
        case .wantsCommaOrBracket: "the JSON is broken: `,` or `]` is expected here"
        case .trailingContent: "the JSON is broken: nothing more may follow the value"
        case .unterminatedString: "the JSON is broken: the string has no closing quote"
        case .controlCharacter:
            "the JSON is broken: a control character must be escaped in a string, such as `\\n`"
        case .badEscape:
            "the JSON is broken: `\\` must be followed by one of \" \\ / b f n r t, or by u and "
                + "four hexadecimal digits"
        case .badNumber:
            "the JSON is broken: a number is written like 0, 12.50 or 1e3, without leading zeros"
        case .notUTF8: "this byte is not UTF-8"
        case .badLiteral: "the JSON is broken: only true, false and null stand without quotes"
        case .byteOrderMark:
            "there is a byte-order mark here, which JSON does not have: write the file as UTF-8 "
                + "without one"
        }
    }
}
