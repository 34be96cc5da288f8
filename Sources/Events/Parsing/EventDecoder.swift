internal import JSONText
internal import Payments
internal import SourceText

/// Turns scanned fields into values, by the rules of `spec/formats.md`. Each reader returns nil
/// for a value that breaks them; `EventFindings` calls the same readers to say which one did.
struct EventDecoder: ~Copyable {
    /// Holds the decoded form of strings with escapes.
    let scratch: ScratchArena
    private var times = TimestampReader()
    private let currencies = CurrencyCache()

    init(scratch: ScratchArena) {
        self.scratch = scratch
    }

    /// The text of a string.
    @inline(__always)
    func text(_ field: ScannedField) -> ByteSlice? {
        guard field.kind == .string else { return nil }
        return field.hasEscapes ? scratch.decode(field.text) : field.text
    }

    /// 1–128 Unicode scalars without control characters.
    @inline(__always)
    func identifier(_ field: ScannedField) -> ByteSlice? {
        let isPlain = field.kind == .string && !field.hasEscapes && !field.hasUnusual
        guard isPlain, field.text.count &- 1 < Identifiers.longest, field.text.count > 0 else {
            return unusualIdentifier(field)
        }
        return field.text
    }

    @inline(never)
    private func unusualIdentifier(_ field: ScannedField) -> ByteSlice? {
        guard let text = text(field), Identifiers.isIdentifier(text) else { return nil }
        return text
    }

    @inline(__always)
    mutating func time(_ field: ScannedField) -> Timestamp? {
        guard let text = text(field) else { return nil }
        return times.read(text.buffer)
    }

    @inline(__always)
    func type(_ field: ScannedField) -> EventType? {
        text(field).flatMap { EventType.named($0) }
    }

    func currency(_ field: ScannedField) -> Currency? {
        currencyWithDigits(field)?.currency
    }

    @inline(__always)
    func currencyWithDigits(
        _ field: ScannedField
    ) -> (currency: Currency, fractionDigits: Int)? {
        guard let text = text(field) else { return nil }
        return currencies.find(text)
    }

    @inline(__always)
    func outcome(_ field: ScannedField) -> Outcome? {
        guard let text = text(field) else { return nil }
        // `succeeded` as a word and a byte, `failed` as six bytes.
        if text.count == 9 {
            return text.word(at: 0).littleEndian == 0x6564_6565_6363_7573
                && text.base[8] == UInt8(ascii: "d") ? .succeeded : nil
        }
        return text.equals("failed") ? .failed : nil
    }

    @inline(__always)
    func amount(_ field: ScannedField) -> WrittenAmount? {
        switch field.kind {
        case .number: WrittenAmount(field.text.buffer, spelling: .jsonNumber)
        case .string: text(field).flatMap { WrittenAmount($0.buffer, spelling: .string) }
        case .object, .other, .null: nil
        }
    }

    /// The code and message of an `error` object; nil if it is not an object, or if one of them is given
    /// twice or is neither a string nor null.
    func error(_ field: ScannedField) -> (code: ByteSlice?, message: ByteSlice?)? {
        errorMembers(field).map { ($0.code, $0.message) }
    }

    /// The members of an `error` object, and whether they are given; nil where `error` returns nil.
    func errorMembers(_ field: ScannedField) -> ErrorMembers? {
        guard field.kind == .object else { return nil }
        var scanner = JSONScanner(
            field.text.base, to: field.text.base + field.text.count, allowsLineFeed: true)
        var members = ErrorMembers()
        while let key = scanner.nextMember() {
            guard let value = scanner.scanField() else { return nil }
            let name = key.hasEscapes ? scratch.decode(key.content) : key.content
            guard members.take(name, value, text(value)) else { return nil }
        }
        return members
    }
}

/// The members of an `error` object read so far.
struct ErrorMembers {
    private(set) var code: ByteSlice?
    private(set) var message: ByteSlice?
    /// Whether they are given, as null perhaps.
    private(set) var hasCode = false
    private(set) var hasMessage = false

    /// Takes a member; false if it breaks the rules.
    fileprivate mutating func take(_ name: ByteSlice, _ value: ScannedField, _ text: ByteSlice?)
        -> Bool
    {
        let isCode = name.equals("code")
        guard isCode || name.equals("message") else { return true }
        guard value.kind == .string || value.kind == .null else { return false }
        guard !(isCode ? hasCode : hasMessage) else { return false }
        if isCode { (code, hasCode) = (text, true) } else { (message, hasMessage) = (text, true) }
        return true
    }
}

extension JSONScanner {
    /// The next key of an object that was scanned before and is well-formed, with the position on
    /// its value; nil at the end of the object.
    fileprivate mutating func nextMember() -> StringToken? {
        skipWhiteSpace()
        guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",") else { return nil }
        position += 1
        skipWhiteSpace()
        guard byte == UInt8(ascii: "\""), let key = skipString(), skipColon() else { return nil }
        return key
    }
}

/// The rule for identifiers (`spec/formats.md`).
package enum Identifiers {
    /// The most Unicode scalars of an identifier.
    package static let longest = 128

    /// Whether `text`, which is UTF-8, has 1 to 128 scalars and no control character.
    package static func isIdentifier(_ text: ByteSlice) -> Bool {
        guard text.count > 0, text.count <= longest * 4 else { return false }
        var scalars = 0
        var previous: UInt8 = 0
        for byte in text.buffer {
            if byte < 0x20 || byte == 0x7F { return false }
            // U+0080 to U+009F are C2 80 to C2 9F.
            if previous == 0xC2 && byte < 0xA0 { return false }
            if !UTF8Bytes.isContinuation(byte) { scalars += 1 }
            previous = byte
        }
        return scalars <= longest
    }
}
