/// What a label beyond ASCII may consist of: RFC 5891, section 4.2, and RFC 5892.
enum UniversalLabel {
    static func isValid(_ label: [UInt32]) -> Bool {
        let hyphen: UInt32 = 0x2D
        if label.first == hyphen || label.last == hyphen { return false }
        if label.count >= 4 && label[2] == hyphen && label[3] == hyphen { return false }
        if label.first.map(isMark) ?? true { return false }
        return label.indices.allSatisfy { isAllowed(label, at: $0) }
    }

    private static func isAllowed(_ label: [UInt32], at index: Int) -> Bool {
        switch ScalarStatus(label[index]) {
        case .valid: true
        case .disallowed: false
        case .contextual: ContextRules.accept(label, at: index)
        }
    }

    private static func isMark(_ scalar: UInt32) -> Bool {
        switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}

/// The property that RFC 5892 derives for each code point (section 3).
enum ScalarStatus {
    case valid, contextual, disallowed

    init(_ value: UInt32) {
        if let exception = ScalarStatus.exception(value) {
            self = exception
        } else if value < 0x80 {
            let isLowerCase = 0x61...0x7A ~= value
            self = isLowerCase || 0x30...0x39 ~= value || value == 0x2D ? .valid : .disallowed
        } else if let scalar = Unicode.Scalar(value), ScalarStatus.isStable(scalar),
            ScalarStatus.isLetterOrDigit(scalar)
        {
            self = .valid
        } else {
            self = .disallowed
        }
    }

    /// Section 2.6, with the join controls.
    private static func exception(_ value: UInt32) -> ScalarStatus? {
        switch value {
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: .valid
        case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9, 0x200C, 0x200D:
            .contextual
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: .disallowed
        default: nil
        }
    }

    /// Whether normalisation and folding of case leave the character as it is, and it is not one
    /// that is ignored or obsolete (sections 2.2 to 2.5 and 2.9).
    private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20D0...0x20FF, 0x1_D100...0x1_D24F: return false
        case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return false
        default: break
        }
        let properties = scalar.properties
        return !properties.changesWhenNFKCCaseFolded && !properties.isDefaultIgnorableCodePoint
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
            .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }
}
