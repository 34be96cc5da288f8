/// The types of events.
@usableFromInline
package enum EventType: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case created, attempted, result, clockAdvanced

    /// The name in every input and output.
    package var name: StaticString {
        switch self {
        case .created: "payment.created"
        case .attempted: "payment.attempted"
        case .result: "gateway.result"
        case .clockAdvanced: "clock.advanced"
        }
    }
}

/// A number for each event type.
package struct EventCounts: Sendable, BitwiseCopyable {
    private var counts = InlineArray<8, Int>(repeating: 0)

    /// All numbers are zero.
    package init() {
        precondition(EventType.allCases.count <= counts.count, "a number for each type")
    }

    @inline(__always)
    package subscript(type: EventType) -> Int {
        get { counts[Int(type.rawValue)] }
        set { counts[Int(type.rawValue)] = newValue }
    }

    /// The sum of all numbers.
    package var total: Int { EventType.allCases.reduce(0) { $0 + self[$1] } }
}

/// A set of event types.
struct EventTypes: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(_ type: EventType) {
        self.init(rawValue: 1 << type.rawValue)
    }

    static let created = EventTypes(.created)
    static let attempted = EventTypes(.attempted)
    static let result = EventTypes(.result)
    static let ofPayments: EventTypes = [.created, .attempted, .result]
    static let all = EventTypes(EventType.allCases.map { EventTypes($0) })
}

extension EventType {
    private static let names = NameLookup(allCases.map { ($0.name, $0) })

    /// The type with this name.
    @inline(__always)
    static func named(_ name: ByteSlice) -> EventType? { names[name] }

    private static let requiredByType = allCases.map { type in
        EventFields { $0.required.contains(EventTypes(type)) }
    }
    private static let optionalByType = allCases.map { type in
        EventFields { $0.optional.contains(EventTypes(type)) }
    }

    var required: EventFields { Self.requiredByType[Int(rawValue)] }

    /// The required and the optional fields.
    var listed: EventFields { required.union(Self.optionalByType[Int(rawValue)]) }
}
