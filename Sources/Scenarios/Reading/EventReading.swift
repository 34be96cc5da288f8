internal import Documents
internal import Events
internal import JSONText
internal import Payments
internal import SourceText

/// Reads the events that a scenario lists. They are held to the rules of event streams by what
/// reads those.
enum EventReading {
    /// The events in the order in which they apply.
    static func events(_ list: Node, _ times: inout TimeReading) -> ([RecordedEvent], [Diagnostic])
    {
        let reader = EventReader()
        var events: [RecordedEvent] = []
        var diagnostics: [Diagnostic] = []
        for (position, node) in list.elements.enumerated() {
            guard let at = node[EventField.at.name].flatMap({ times.instant($0) }) else { continue }
            switch reader.read(json(of: node, at: at)) {
            case .event(var event):
                event.line = position + 1
                events.append(event)
            case .invalid(let problems):
                diagnostics += problems.map { diagnostic($0, node) }
            }
        }
        return (events.inOrder(), diagnostics)
    }

    /// The event as a stream would have it.
    private static func json(of event: Node, at time: Timestamp) -> [UInt8] {
        JSONWriter.object { json in
            for member in event.members {
                json.key(member.name)
                if member.key.hasText(EventField.at.name) {
                    json.text(time.text)
                } else {
                    json.node(member.value)
                }
            }
        }
    }

    private static func diagnostic(_ problem: EventReader.Problem, _ event: Node) -> Diagnostic {
        let node = problem.field.flatMap { event[$0] } ?? event
        return Diagnostic(problem.code, problem.message, at: node, hint: problem.hint)
    }
}
