/// The members of an object.
extension JSONWriter {
    /// A string, or null.
    public mutating func text(_ key: String, _ text: String?) {
        self.key(key)
        self.text(text)
    }

    /// A whole number, or null.
    public mutating func number(_ key: String, _ number: Int?) {
        self.key(key)
        self.number(number)
    }

    /// The number `value` × 10^−`fractionDigits`, exactly and without zeros at its end; or null.
    public mutating func decimal(_ key: String, _ value: UInt64?, fractionDigits: Int) {
        self.key(key)
        guard let value else { return self.value("null") }
        var digits = Array(String(value).utf8)
        let missing = fractionDigits + 1 - digits.count
        digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, missing)), at: 0)
        let fraction = digits.suffix(fractionDigits)
        let shown = fraction.lastIndex { $0 != UInt8(ascii: "0") }.map { fraction[...$0] } ?? []
        self.value(
            digits.dropLast(fractionDigits) + (shown.isEmpty ? [] : [UInt8(ascii: ".")]) + shown)
    }

    /// A truth value.
    public mutating func boolean(_ key: String, _ isTrue: Bool) {
        self.key(key)
        boolean(isTrue)
    }

    /// A value that is JSON already.
    public mutating func value(_ key: String, _ json: some Sequence<UInt8>) {
        self.key(key)
        value(json)
    }

    /// A value that is JSON already.
    public mutating func value(_ key: String, _ json: String) {
        value(key, json.utf8)
    }

    /// An object, whose members `body` writes.
    public mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        object(body)
    }

    /// An object, whose members `body` writes; or null where there is no `value`.
    public mutating func object<Value>(
        _ key: String, _ value: Value?, _ body: (Value, inout JSONWriter) -> Void
    ) {
        self.key(key)
        guard let value else { return self.value("null") }
        object { body(value, &$0) }
    }

    /// An array; `body` writes one value for each element.
    public mutating func list<Element>(
        _ key: String, _ elements: some Sequence<Element>,
        _ body: (Element, inout JSONWriter) -> Void
    ) {
        self.key(key)
        list(elements, body)
    }

    /// An array of strings, or null.
    public mutating func texts(_ key: String, _ texts: [String]?) {
        guard let texts else { return value(key, "null") }
        list(key, texts) { $1.text($0) }
    }

    /// An array with each element on a line of its own, and its closing bracket, too.
    public mutating func rows<Element>(
        _ key: String, _ elements: some Sequence<Element>,
        _ body: (Element, inout JSONWriter) -> Void
    ) {
        self.key(key)
        rows(elements, body)
    }
}
