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

    private static let fields: Set<String> = [
        "type", "at", "id", "payment", "client", "method", "amount", "currency", "attempt",
        "outcome",
        "error", "signature",
    ]
}
