internal import Payments

/// The kind of the value after a literal.
enum ShapeValue: UInt8, BitwiseCopyable {
    case string, number
    /// A string that is the time of the event.
    case time
    /// The event ends.
    case none
}

/// What all events of a shape have in common.
struct ShapeLeaf: BitwiseCopyable {
    let type: EventType
    let outcome: Outcome
    let given: EventFields
    let hasErrorCode: Bool
    let hasErrorMessage: Bool
}

/// A part of a line: a literal and the value after it.
struct ShapeSegment {
    let literal: ByteSlice
    let value: ShapeValue
    let slot: UInt8
}

/// A line in its parts, the last of which has no value.
struct LineShape {
    let segments: [ShapeSegment]
    let leaf: ShapeLeaf
}
