/// Scalars and aliases: from text to typed nodes.
extension YAMLComposer {
    /// Appends a scalar as a key or as a value.
    mutating func append(_ scalar: ScalarContent) {
        if builder.expectsKey {
            appendKey(scalar)
        } else {
            appendValue(scalar)
        }
    }

    /// A key is its text, whatever its type would be as a value.
    private mutating func appendKey(_ scalar: ScalarContent) {
        appendText(.string, scalar)
        switch Tag(scalar.tag) {
        case .none: reportPlainKey(scalar)
        case .unknown(let name): reportUnknownTag(name, scalar.tagRange ?? scalar.range)
        case .array, .object: reportTagMismatch(scalar)
        default: break
        }
    }

    private mutating func reportPlainKey(_ scalar: ScalarContent) {
        guard scalar.style == .plain else { return }
        if scalar.text.elementsEqual("<<".utf8) {
            reportMergeKey(scalar)
        } else {
            reportOtherReading(scalar, isKey: true)
        }
    }

    private mutating func appendValue(_ scalar: ScalarContent) {
        switch Tag(scalar.tag) {
        case .none where scalar.style == .plain:
            appendPlain(scalar, CoreSchema.resolve(scalar.text))
            reportOtherReading(scalar, isKey: false)
        case .none, .nonSpecific, .string: appendText(.string, scalar)
        case .unknown(let name):
            appendText(.string, scalar)
            reportUnknownTag(name, scalar.tagRange ?? scalar.range)
        case let tag:
            let value = CoreSchema.resolve(scalar.text)
            if tag.admits(value) {
                appendPlain(scalar, value)
            } else {
                appendText(.string, scalar)
                reportTagMismatch(scalar)
            }
        }
    }

    private mutating func appendPlain(_ scalar: ScalarContent, _ value: CoreSchema.Value) {
        switch value {
        case .null: builder.appendNull(scalar.range, flags: scalar.flags)
        case .boolean(let boolean): builder.append(boolean, scalar.range, flags: scalar.flags)
        case .integer(let literal), .float(let literal): appendNumber(scalar, literal)
        case .radix(_, let digits) where digits.count > limits.yamlRadixDigits:
            builder.appendNull(scalar.range)
            reportRadixDigits(scalar, digits.count)
        case .radix(let bits, let digits):
            appendNumber(scalar, RadixConversion.decimal(bits: bits, digits: digits))
        case .notFinite:
            builder.appendNull(scalar.range)
            reportNotFinite(scalar)
        case .string: appendText(.string, scalar)
        }
    }

    private mutating func appendNumber(_ scalar: ScalarContent, _ literal: [UInt8]) {
        if literal == scalar.text {
            appendText(.number, scalar)
        } else {
            builder.append(.number, text: literal, scalar.range, flags: scalar.flags)
        }
    }

    private mutating func appendText(_ kind: Node.Kind, _ scalar: ScalarContent) {
        if let range = scalar.textInSource {
            builder.append(kind, sourceText: range, scalar.range, flags: scalar.flags)
        } else {
            builder.append(kind, text: scalar.text, scalar.range, flags: scalar.flags)
        }
    }
}

extension ScalarContent {
    fileprivate var flags: NodeRecord.Flags { style == .plain ? .plain : [] }
}
