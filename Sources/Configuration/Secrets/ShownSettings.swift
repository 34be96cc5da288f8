public import Documents
import SourceText

/// A setting's value as it may be shown.
public struct ShownSetting: Sendable {
    public let key: String
    /// JSON; a secret is `•••`, or the reference that stands for it.
    public let text: String
    /// Whether a secret was left out.
    public let isRedacted: Bool
}

extension LoadedConfiguration {
    /// The top-level keys of `settings` with their values, secrets redacted.
    public func shown(_ settings: Node) -> [ShownSetting] {
        let hidden = Set(
            secrets.filter { $0.source === settings.document.source }.map(\.range))
        return settings.members.map { member in
            var shown = ShownValue(hidden: hidden)
            shown.append(member.value)
            return ShownSetting(
                key: member.name, text: String(decoding: shown.output, as: UTF8.self),
                isRedacted: shown.isRedacted)
        }
    }
}

/// Writes a value without its secrets. Nothing recurses deeper than documents are nested.
private struct ShownValue {
    let hidden: Set<SourceRange>
    var output: [UInt8] = []
    var isRedacted = false
    private static let mask = "•••"

    init(hidden: Set<SourceRange>) {
        self.hidden = hidden
    }

    mutating func append(_ node: Node) {
        switch node.kind {
        case .array: appendElements(node)
        case .object: appendMembers(node)
        default:
            guard node.isOpaque || hidden.contains(node.span.range) else {
                return JSONWriter.append(node, to: &output)
            }
            isRedacted = true
            output.append(contentsOf: (node.isOpaque ? reference(node) : Self.mask).utf8)
        }
    }

    /// A secret reference as it is written, if it stands on one line.
    private func reference(_ node: Node) -> String {
        let range = node.span.range
        let bytes = node.document.source.bytes[range.start..<range.end]
        return bytes.contains(where: ASCII.isLineEnd)
            ? Self.mask : String(decoding: bytes, as: UTF8.self)
    }

    private mutating func appendElements(_ node: Node) {
        output.append(UInt8(ascii: "["))
        for (position, element) in node.elements.enumerated() {
            if position > 0 { output.append(UInt8(ascii: ",")) }
            append(element)
        }
        output.append(UInt8(ascii: "]"))
    }

    private mutating func appendMembers(_ node: Node) {
        output.append(UInt8(ascii: "{"))
        for (position, member) in node.members.enumerated() {
            if position > 0 { output.append(UInt8(ascii: ",")) }
            JSONWriter.append(member.name, to: &output)
            output.append(UInt8(ascii: ":"))
            append(member.value)
        }
        output.append(UInt8(ascii: "}"))
    }
}
