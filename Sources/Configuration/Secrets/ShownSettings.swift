public import Documents
import JSONText
import SourceText

/// A setting's value as it may be shown.
public struct ShownSetting: Sendable {
    public let key: String
    /// JSON; what is hidden is `•••`, and a secret is the reference that it was given by.
    public let text: String
    /// Whether something was left out.
    public let isRedacted: Bool
}

extension HiddenValues {
    func naming(_ connector: Connector) -> Connector {
        guard hidesName(of: connector.node) else { return connector }
        var connector = connector
        connector.shownName = QuotedText.mask
        return connector
    }

    func naming(_ method: PaymentMethod) -> PaymentMethod {
        guard hidesName(of: method.node) else { return method }
        var method = method
        method.shownName = QuotedText.mask
        return method
    }

    private func hidesName(of document: Node) -> Bool { document["name"].map(hides) ?? false }
}

extension LoadedConfiguration {
    /// The top-level keys of `settings` with their values, as far as these may be shown.
    public func shown(_ settings: Node) -> [ShownSetting] {
        settings.members.map { member in
            var json = JSONWriter()
            var isRedacted = false
            json.node(member.value) { value in
                let isHidden = hidden.hides(value)
                guard isHidden || value.isOpaque else { return nil }
                isRedacted = true
                return Array((isHidden ? QuotedText.mask : reference(value)).utf8)
            }
            return ShownSetting(
                key: hidden.hides(member.key) ? QuotedText.mask : member.name,
                text: String(decoding: json.bytes, as: UTF8.self),
                isRedacted: isRedacted)
        }
    }

    /// A secret reference as it is written, if it is on one line.
    private func reference(_ node: Node) -> String {
        let range = node.span.range
        let bytes = node.document.source.bytes[range.start..<range.end]
        return bytes.contains(where: ASCII.isLineEnd)
            ? QuotedText.mask : String(decoding: bytes, as: UTF8.self)
    }
}
