/// The fields that some event type lists. What each of them is, says `table`.
package enum EventField: Int, CaseIterable, BitwiseCopyable {
    case id, at, type, payment, client, method, amount, currency, attempt, outcome, error, signature

    /// What no event type lists: such a field is ignored.
    case unlisted

    /// The fields that some type lists.
    static let listed = allCases.dropLast()
}

/// How the value of a field is written, and so how it is checked (`spec/formats.md`).
enum FieldFormat {
    /// The name of an event type.
    case type
    case time
    /// 1–128 characters without control characters.
    case identifier
    /// Any string.
    case text
    case amount
    case currency
    case outcome
    /// An object with `code` and `message`.
    case error
}

/// A row of the table of fields.
struct FieldRule {
    let field: EventField
    let name: StaticString
    let format: FieldFormat
    /// The types that require the field, and those that list it, too.
    let required: EventTypes
    let optional: EventTypes
    /// Whether a signature of a `gateway.result` is of it.
    let isSigned: Bool
    /// Whether people may see its value in findings.
    let isShown: Bool

    init(
        _ field: EventField, _ name: StaticString, _ format: FieldFormat,
        required: EventTypes = [], optional: EventTypes = [], isSigned: Bool = false,
        isShown: Bool = true
    ) {
        self.field = field
        self.name = name
        self.format = format
        self.required = required
        self.optional = optional
        self.isSigned = isSigned
        self.isShown = isShown
    }
}

extension EventField {
    /// The one table of fields, in the order of the cases. The scanner, the checks and their findings,
    /// layouts and shapes, signatures and what people may see all follow it.
    static let table: [FieldRule] = [
        FieldRule(.id, "id", .identifier, optional: .all, isSigned: true),
        FieldRule(.at, "at", .time, required: .all, isSigned: true),
        FieldRule(.type, "type", .type, required: .all, isSigned: true),
        FieldRule(.payment, "payment", .identifier, required: .ofPayments, isSigned: true),
        FieldRule(.client, "client", .identifier, required: .created),
        FieldRule(.method, "method", .identifier, required: .created, optional: .attempted),
        FieldRule(.amount, "amount", .amount, required: .created, optional: .attempted),
        FieldRule(.currency, "currency", .currency, required: .created),
        FieldRule(
            .attempt, "attempt", .identifier, required: [.attempted, .result], isSigned: true),
        FieldRule(.outcome, "outcome", .outcome, required: .result, isSigned: true),
        FieldRule(.error, "error", .error, optional: .result, isSigned: true),
        FieldRule(.signature, "signature", .text, optional: .result),
    ]

    /// The row of a field that some type lists.
    var rule: FieldRule { Self.table[rawValue] }

    package var name: String { self == .unlisted ? "" : "\(rule.name)" }

    private static let names = NameLookup(table.map { ($0.name, $0.field) })

    /// The field with this name.
    @inline(__always)
    static func named(_ name: ByteSlice) -> EventField { names[name] ?? .unlisted }
}

/// A set of fields.
struct EventFields: OptionSet {
    let rawValue: UInt32

    @inline(__always)
    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    @inline(__always)
    init(_ field: EventField) {
        self.init(rawValue: 1 << UInt32(field.rawValue))
    }

    /// The fields whose rows are as `isWanted` says.
    init(where isWanted: (FieldRule) -> Bool) {
        self.init(EventField.table.filter(isWanted).map { EventFields($0.field) })
    }

    @inline(__always)
    func contains(_ field: EventField) -> Bool { contains(EventFields(field)) }
}
