/// Writes one JSON object, compact, its members in the order given.
public struct JSONObjectWriter: ~Copyable {
    private var output = [UInt8(ascii: "{")]

    /// An object without members.
    public init() {}

    /// The whole object.
    public consuming func end() -> [UInt8] {
        output.append(UInt8(ascii: "}"))
        return output
    }

    /// A member whose value is JSON.
    public mutating func value(_ key: String, _ json: some Sequence<UInt8>) {
        begin(key)
        output.append(contentsOf: json)
    }

    /// A member whose value is JSON.
    public mutating func value(_ key: String, _ json: String) {
        value(key, json.utf8)
    }

    /// A whole number, or null.
    public mutating func number(_ key: String, _ number: Int?) {
        value(key, number.map { String($0) } ?? "null")
    }

    /// A truth value.
    public mutating func boolean(_ key: String, _ isTrue: Bool) {
        value(key, isTrue ? "true" : "false")
    }

    /// A string, or null.
    public mutating func text(_ key: String, _ text: String?) {
        begin(key)
        guard let text else { return output.append(contentsOf: "null".utf8) }
        JSONWriter.append(text, to: &output)
    }

    /// An array, whose elements `append` writes.
    public mutating func list<Element>(
        _ key: String, _ elements: some Sequence<Element>,
        _ append: (Element, inout [UInt8]) -> Void
    ) {
        begin(key)
        JSONWriter.appendList(elements, to: &output, append)
    }

    /// An array of strings.
    public mutating func texts(_ key: String, _ texts: some Sequence<String>) {
        list(key, texts) { JSONWriter.append($0, to: &$1) }
    }

    private mutating func begin(_ key: String) {
        if output.count > 1 { output.append(UInt8(ascii: ",")) }
        JSONWriter.append(key, to: &output)
        output.append(UInt8(ascii: ":"))
    }
}
