internal import JSONText
package import SourceText

/// Finds out what of an event may not be shown to people: fields that nobody reads may hold card numbers or
/// tokens, and reports end up in logs.
///
/// Shown are the names of listed fields and their values, where these are scalars, and of `error` its
/// `code` and `message`. Hidden is every other member, name and value, every value that is a container
/// where none is listed, and all that follows the first byte that cannot be understood.
package struct EventDisclosure {
    private var scanner: JSONScanner
    private let window: ByteSlice
    private let scratch = ScratchArena(chunkBytes: 256)
    private(set) var hidden: [SourceRange] = []

    /// What needs more room, even if every character is an escape, is not the name of a listed field.
    private static let longestName = 6 * 9

    /// What to hide in `window`, which is part of the input that `event` is in.
    ///
    /// - Parameters:
    ///   - event: what is read as an event, perhaps in vain; empty where nothing can be.
    ///   - allowsLineFeed: whether it may have several lines, as in an array.
    package static func hiddenRanges(
        in window: ByteSlice, of event: ByteSlice, allowsLineFeed: Bool
    ) -> [SourceRange] {
        var disclosure = EventDisclosure(window, event, allowsLineFeed)
        disclosure.hideBefore(event)
        if event.count > 0 { disclosure.readEvent() }
        disclosure.hideAfter(event)
        return disclosure.hidden
    }

    private init(_ window: ByteSlice, _ event: ByteSlice, _ allowsLineFeed: Bool) {
        self.window = window
        scanner = JSONScanner(
            event.base, to: event.base + event.count, allowsLineFeed: allowsLineFeed)
    }

    // MARK: Around the event

    private var windowEnd: UnsafePointer<UInt8> { window.base + window.count }

    /// Hides other events in the same line, but not the punctuation around this one.
    private mutating func hideBefore(_ event: ByteSlice) {
        var end = min(event.base, windowEnd)
        while end > window.base, Self.isPunctuation((end - 1).pointee) { end -= 1 }
        hide(window.base, end)
    }

    private mutating func hideAfter(_ event: ByteSlice) {
        var start = max(event.base + event.count, window.base)
        while start < windowEnd, Self.isPunctuation(start.pointee) { start += 1 }
        hide(start, windowEnd)
    }

    /// Whether a byte is white space or JSON's punctuation.
    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    private mutating func hide(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
        let (start, end) = (max(start, window.base), min(end, windowEnd))
        guard start < end else { return }
        hidden.append(SourceRange(start: start - window.base, end: end - window.base))
    }

    /// Hides everything from where the text cannot be understood.
    private mutating func hideRest(from start: UnsafePointer<UInt8>) {
        hide(start, max(scanner.end, windowEnd))
    }

    // MARK: The event

    private mutating func readEvent() {
        scanner.skipWhiteSpace()
        guard scanner.byte == UInt8(ascii: "{") else { return hideRest(from: scanner.position) }
        guard readMembers(Self.member) else { return }
        scanner.skipWhiteSpace()
        if scanner.position < scanner.end { hideRest(from: scanner.position) }
    }

    /// What may be shown of a member.
    private enum Member {
        case nothing
        /// The name, and the value if it is a scalar.
        case scalar
        /// The name, and of the value what `error` lists if it is an object.
        case error
    }

    private static func member(_ name: ByteSlice) -> Member {
        let field = EventField.named(name)
        guard field != .unlisted, field.rule.isShown else { return .nothing }
        return field.rule.format == .error ? .error : .scalar
    }

    private static func memberOfError(_ name: ByteSlice) -> Member {
        name.equals("code") || name.equals("message") ? .scalar : .nothing
    }

    /// Reads an object up to its end; false where that was not understood, or is after the window.
    private mutating func readMembers(_ member: (_ name: ByteSlice) -> Member) -> Bool {
        scanner.position += 1
        scanner.skipWhiteSpace()
        if scanner.byte == UInt8(ascii: "}") {
            scanner.position += 1
            return true
        }
        while scanner.position < windowEnd {
            guard readMember(member) else { return false }
            scanner.skipWhiteSpace()
            switch scanner.byte {
            case UInt8(ascii: ","):
                scanner.position += 1
                scanner.skipWhiteSpace()
            case UInt8(ascii: "}"):
                scanner.position += 1
                return true
            default:
                hideRest(from: scanner.position)
                return false
            }
        }
        return false
    }

    /// Reads a member; false where it was not understood.
    private mutating func readMember(_ member: (_ name: ByteSlice) -> Member) -> Bool {
        let start = scanner.position
        scanner.loneSurrogate = nil
        guard scanner.byte == UInt8(ascii: "\""), let key = scanner.skipString() else {
            hideRest(from: start)
            return false
        }
        let shown = decoded(key).map(member) ?? .nothing
        let hasColon = scanner.skipColon()
        let hiddenStart = shown == .nothing ? start : scanner.position
        let isObject = scanner.byte == UInt8(ascii: "{")
        if hasColon, shown == .error, isObject { return readMembers(Self.memberOfError) }
        let isScalar = !isObject && scanner.byte != UInt8(ascii: "[")
        guard hasColon, scanner.skipValue() else {
            hideRest(from: hiddenStart)
            return false
        }
        if shown != .scalar || !isScalar { hide(hiddenStart, scanner.position) }
        return true
    }

    /// The name that a key spells; nil where it cannot be that of a listed field.
    private func decoded(_ key: StringToken) -> ByteSlice? {
        guard key.hasEscapes else { return key.content }
        guard scanner.loneSurrogate == nil, key.content.count <= Self.longestName else {
            return nil
        }
        scratch.reset()
        return scratch.decode(key.content)
    }
}
