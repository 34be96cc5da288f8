internal import Events

/// The keys of events as a producer writes them, with the punctuation around them.
struct EventKeys {
    private let keys: [[UInt8]]
    private let nextStrings: [[UInt8]]

    /// - Parameter space: what the producer writes after each comma and colon.
    init(space: String) {
        let fields = EventField.allCases
        keys = fields.map { Array("\"\($0.name)\":\(space)".utf8) }
        nextStrings = fields.map { Array("\",\(space)\"\($0.name)\":\(space)\"".utf8) }
    }

    /// The key of a field and its colon.
    @inline(__always)
    func key(_ field: EventField) -> [UInt8] { keys[field.rawValue] }

    /// What is between the text of a string and that of the field after it.
    @inline(__always)
    func nextString(_ field: EventField) -> [UInt8] { nextStrings[field.rawValue] }
}

extension ScheduledEvent {
    var type: EventType {
        switch kind {
        case .created: .created
        case .attempted: .attempted
        case .succeeded, .failed: .result
        }
    }
}
