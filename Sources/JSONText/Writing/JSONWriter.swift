/// Writes JSON: members and elements in the order given, on one line except where `lineBreak` or
/// `rows` asks for another, strings with only the escapes that RFC 8259 requires.
///
/// Commas are its own affair. What is written may be taken away piece by piece, so that a report of any
/// length needs little memory.
public struct JSONWriter: ~Copyable {
    /// What has been written and not yet taken.
    public private(set) var bytes: [UInt8] = []
    /// Whether no comma precedes the next value: it is the first of its container, or follows a key.
    private var needsNoComma = true
    private var startsLine = false

    public init() {}

    /// An object and nothing else.
    public static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(body)
        return json.bytes
    }

    /// The content of a file: an object and a line end.
    public static func file(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        object(body) + [UInt8(ascii: "\n")]
    }

    /// `text` as a JSON string.
    public static func string(_ text: String) -> [UInt8] {
        var json = JSONWriter()
        json.text(text)
        return json.bytes
    }

    /// Takes what has been written; writing goes on after it.
    public mutating func take() -> [UInt8] {
        let taken = bytes
        bytes.removeAll(keepingCapacity: true)
        return taken
    }

    /// Takes what has been written if it is worth passing on.
    public mutating func pass(to sink: ([UInt8]) -> Void) {
        if bytes.count >= Self.pieceBytes { sink(take()) }
    }

    private static let pieceBytes = 64 * 1024

    // MARK: Values

    /// A string, or null.
    public mutating func text(_ text: String?) {
        guard var text else { return value("null") }
        text.withUTF8 { string($0) }
    }

    /// The string whose UTF-8 bytes are `text`.
    public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in text.indices where JSONEscape.isNeeded(text[index]) {
            bytes.append(contentsOf: text[start..<index])
            JSONEscape.write(text[index]) { bytes.append($0) }
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole number, or null.
    public mutating func number(_ number: Int?) {
        value(number.map { String($0) } ?? "null")
    }

    /// A truth value.
    public mutating func boolean(_ isTrue: Bool) {
        value(isTrue ? "true" : "false")
    }

    /// A value that is JSON already.
    public mutating func value(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// A value that is JSON already.
    public mutating func value(_ json: String) {
        value(json.utf8)
    }

    // MARK: Containers

    /// An object, whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// An array; `body` writes one value for each element.
    public mutating func list<Element>(
        _ elements: some Sequence<Element>, _ body: (Element, inout JSONWriter) -> Void
    ) {
        open(UInt8(ascii: "["))
        for element in elements { body(element, &self) }
        close(UInt8(ascii: "]"))
    }

    /// An array with each element on a line of its own, and its closing bracket, too.
    public mutating func rows<Element>(
        _ elements: some Sequence<Element>, _ body: (Element, inout JSONWriter) -> Void
    ) {
        open(UInt8(ascii: "["))
        for element in elements {
            lineBreak()
            body(element, &self)
        }
        lineBreak()
        close(UInt8(ascii: "]"))
    }

    /// Puts the next value, key or closing bracket on a new line.
    public mutating func lineBreak() {
        startsLine = true
    }

    /// The key of a member, whose value is written next.
    public mutating func key(_ key: String) {
        text(key)
        endKey()
    }

    // MARK: For those who walk trees without recursion

    package mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsNoComma = true
    }

    package mutating func close(_ bracket: UInt8) {
        needsNoComma = true
        separate()
        bytes.append(bracket)
    }

    /// Makes a key of the string that was just written.
    package mutating func endKey() {
        bytes.append(UInt8(ascii: ":"))
        needsNoComma = true
    }

    private mutating func separate() {
        if !needsNoComma { bytes.append(UInt8(ascii: ",")) }
        if startsLine { bytes.append(UInt8(ascii: "\n")) }
        (needsNoComma, startsLine) = (false, false)
    }
}
