import Documents
import SourceText

/// Says which bytes of a document to hide, apart from what only a schema can tell: the values of keys that
/// its format does not have, literal hash keys, passwords in URLs, and schemas that were not read.
struct DocumentText {
    private(set) var hidden: [SourceRange] = []
    /// The settings and static settings, each with the region of text that holds them.
    private(set) var settings: [(member: Member, region: Range<Int>)] = []
    private let document: OwnDocument
    private let source: SourceText

    init(_ document: OwnDocument) {
        self.document = document
        source = document.root.document.source
        let members = Array(document.root.members)
        let ends = members.dropFirst().map { $0.key.span.range.start } + [document.end]
        for (member, end) in zip(members, ends) {
            let start = member.key.span.range.end
            add(member, start..<max(start, end))
        }
    }

    mutating func hide(_ ranges: [SourceRange]) { hidden += ranges }

    private mutating func add(_ member: Member, _ region: Range<Int>) {
        let isConnector = document.kind == .connector
        switch member.name {
        case "settings" where document.kind == .paymentMethod, "staticJson" where isConnector:
            settings.append((member, region))
        case "jsonSchema" where isConnector:
            // A document whose YAML is faulty has a schema that was not compiled.
            if !document.isReadable { hide(UnreadText(source, in: region).hidden) }
        case "url" where isConnector: hidePassword(in: member.value, region)
        case "events" where document.kind == .scenario:
            hide(ScenarioEventText.hidden(in: member.value))
        case "key" where isConnector:
            if SecretReference(member.value) == nil { hideAll(region) }
        case let name:
            let isKnown = Vocabulary.keys(of: document.kind).contains(name)
            let isScalar = member.value.kind != .object && member.value.kind != .array
            let mayNest = document.kind == .scenario || document.kind == .installation
            let isList = name == "currencies"
            if !isKnown || !(isScalar || mayNest || isList) { hideAll(region) }
        }
    }

    private mutating func hideAll(_ region: Range<Int>) {
        hide(RegionText(source, hiding: region).hidden)
    }

    private mutating func hidePassword(in url: Node, _ region: Range<Int>) {
        guard url.kind == .string else { return hideAll(region) }
        let range = url.span.range
        let text = source.bytes[range.start..<range.end]
        guard let password = URLParts.passwordRange(in: text) else { return }
        hide([
            SourceRange(
                start: range.start + password.lowerBound, end: range.start + password.upperBound)
        ])
    }
}
