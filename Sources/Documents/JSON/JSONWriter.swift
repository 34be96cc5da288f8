/// Writes JSON, compact, into bytes.
public enum JSONWriter {
    /// Appends `node` with all it contains; numbers as they are written in its document. An opaque
    /// string is written empty.
    ///
    /// - Complexity: O(*size of the subtree*); nothing recurses.
    public static func append(_ node: Node, to output: inout [UInt8]) {
        append(node, to: &output) { _ in nil }
    }

    /// Appends `node` with all it contains, but writes what `replacement` gives for a value instead of
    /// that value.
    ///
    /// - Parameter replacement: is asked for each value that is not within a replaced one.
    /// - Complexity: O(*size of the subtree*); nothing recurses.
    public static func append(
        _ node: Node, to output: inout [UInt8], replacing replacement: (Node) -> [UInt8]?
    ) {
        let end = Int(node.record.next)
        var open: [Node] = []
        var index = node.index
        while index < end {
            close(&open, before: index, &output)
            let current = Node(document: node.document, index: index)
            if index != node.index { appendSeparator(before: current, &output) }
            if !current.record.flags.contains(.key), let text = replacement(current) {
                output += text
                index = Int(current.record.next)
                continue
            }
            if appendStart(current, &output) { open.append(current) }
            index += 1
        }
        close(&open, before: end, &output)
    }

    /// Appends an array, whose elements `append` writes.
    public static func appendList<Element>(
        _ elements: some Sequence<Element>, to output: inout [UInt8],
        _ append: (Element, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: "["))
        for (position, element) in elements.enumerated() {
            if position > 0 { output.append(UInt8(ascii: ",")) }
            append(element, &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// `text` as a JSON string.
    public static func string(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        append(text, to: &output)
        return output
    }

    /// Appends `text` as a JSON string.
    public static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { appendString($0, to: &output) }
    }

    /// Appends the string whose UTF-8 bytes are `text`, in quotes. Escapes only what RFC 8259
    /// requires: quotes, backslashes and the characters below U+0020.
    public static func appendString(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var start = 0
        for index in text.indices where mustEscape(text[index]) {
            output.append(contentsOf: text[start..<index])
            appendEscape(text[index], to: &output)
            start = index + 1
        }
        output.append(contentsOf: text[start...])
        output.append(UInt8(ascii: "\""))
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func appendEscape(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0..<0x20:
            let digits: StaticString = "0123456789abcdef"
            output.append(contentsOf: "u00".utf8)
            output.append(digits.utf8Start[Int(byte >> 4)])
            output.append(digits.utf8Start[Int(byte & 15)])
        default: output.append(byte)
        }
    }

    /// Closes the containers that end before the node at `index`, innermost first.
    private static func close(_ open: inout [Node], before index: Int, _ output: inout [UInt8]) {
        while let container = open.last, Int(container.record.next) <= index {
            output.append(container.kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            open.removeLast()
        }
    }

    private static func appendSeparator(before node: Node, _ output: inout [UInt8]) {
        let record = node.record
        if node.key != nil {
            output.append(UInt8(ascii: ":"))
        } else if record.position > 0 {
            output.append(UInt8(ascii: ","))
        }
    }

    /// Appends a scalar whole, a container's opening sign; says whether it is a container.
    private static func appendStart(_ node: Node, _ output: inout [UInt8]) -> Bool {
        switch node.kind {
        case .null: output.append(contentsOf: "null".utf8)
        case .boolean: output.append(contentsOf: (node.boolean == true ? "true" : "false").utf8)
        case .number: node.withText { output.append(contentsOf: $0) }
        case .string: node.withText { appendString($0, to: &output) }
        case .array: output.append(UInt8(ascii: "["))
        case .object: output.append(UInt8(ascii: "{"))
        }
        return node.kind == .array || node.kind == .object
    }
}
