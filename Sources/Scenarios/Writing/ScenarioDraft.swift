internal import Documents
public import Events
public import Payments
internal import SourceText
public import Stories

/// A scenario to be written: events, and as expectations what becomes of them now.
public struct ScenarioDraft: Sendable {
    public var id: String
    public var title: String
    /// The folder of the configuration, as the scenario is to name it; nil: it names none.
    public var config: String?
    /// What offsets count from.
    public var start: Timestamp
    /// In the order in which they apply.
    public var events: [RecordedEvent]
    /// The file of the events, as the scenario is to name it; nil: the scenario lists them.
    public var eventsFile: String?
    /// Where the clock stops.
    public var until: Timestamp
    /// What to say in comments above the document, a line each.
    public var comments: [String] = []

    /// A draft of `events`, which are not empty, whose offsets count from the first one's time.
    public init(
        id: String, title: String, config: String?, events: [RecordedEvent], until: Timestamp? = nil
    ) {
        self.id = id
        self.title = title
        self.config = config
        self.events = events
        start = events.first?.at ?? .earliest
        self.until = until ?? events.last?.at ?? start
    }

    /// The scenario as a YAML document, with what happens in `world` as its expectations.
    public func yaml(in world: World) -> String {
        yaml(expecting: StoryBook(events, until: until, in: world))
    }

    /// The scenario as a YAML document, with what `book` tells as its expectations.
    public func yaml(expecting book: StoryBook) -> String {
        var lines = comments.map { "# " + PrintableText.escaped($0) }
        lines += ["apiVersion: connectorctl/v1", "kind: Scenario"]
        lines.append("id: " + YAMLText.string(id))
        lines.append("title: " + YAMLText.string(title))
        if let config { lines.append("config: " + YAMLText.string(config)) }
        lines.append("start: " + start.text)
        if let eventsFile {
            lines.append("eventsFile: " + YAMLText.string(eventsFile))
        } else {
            lines.append("events:")
            lines += events.map { "  - " + EventText.flow($0, from: start) }
        }
        lines.append("until: " + Offset.text(until, from: start))
        lines.append("expect:")
        lines += ExpectationText.lines(of: book, from: start).map { "  - " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }
}
