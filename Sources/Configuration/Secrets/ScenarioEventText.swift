import Documents
import SourceText

/// Says which bytes to hide of the events in a scenario: the values of fields that no event has, and lists and
/// mappings where a field has a text. The same is hidden of an event in a stream.
enum ScenarioEventText {
    static func hidden(in events: Node) -> [SourceRange] {
        events.elements.flatMap { event in
            event.members.filter { !isShown($0) }.map(\.value.span.range)
        }
    }

    private static func isShown(_ member: Member) -> Bool {
        guard fields.contains(member.name) else { return false }
        guard member.name == "error", member.value.kind == .object else {
            return member.value.kind != .object && member.value.kind != .array
        }
        return member.value.members.allSatisfy { ["code", "message"].contains($0.name) }
    }

    /// The fields that the published format lists for some type of event.
    private static let fields: Set<String> = {
        guard let definitions = PublishedFormat.scenario.document?.root["$defs"],
            let types = definitions["event"]?["properties"]?["type"]?["enum"]?.elements
        else { return [] }
        let events = definitions.members.map(\.value).filter { definition in
            types.contains { $0.string == definition["title"]?.string }
        }
        return Set(events.flatMap { $0["properties"]?.members.map(\.name) ?? [] })
    }()
}
