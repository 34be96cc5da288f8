import TestSupport
import Testing

@testable import Events

@Suite("The table of event fields")
struct EventTableTests {
    @Test("has a row for each field, in the order of the cases")
    func rows() {
        #expect(EventField.table.map(\.field) == Array(EventField.listed))
        #expect(EventField.unlisted.name.isEmpty)
    }

    @Test("fits what is reserved for it")
    func room() {
        #expect(EventField.allCases.count <= EventFields.RawValue.bitWidth)
        #expect(EventType.allCases.count <= EventTypes.RawValue.bitWidth)
        #expect(MemoryLayout<EventRecord>.stride <= 152)
        #expect(MemoryLayout<EncodedEvent>.stride == 32)
    }

    @Test("has a number for each type")
    func counts() {
        var counts = EventCounts()
        for (index, type) in EventType.allCases.enumerated() { counts[type] = 1 << index }
        for (index, type) in EventType.allCases.enumerated() { #expect(counts[type] == 1 << index) }
        #expect(counts.total == 1 << EventType.allCases.count - 1)
    }

    @Test("says of each type what it requires and lists")
    func types() {
        func names(_ fields: EventFields) -> [String] {
            EventField.listed.filter { fields.contains($0) }.map(\.name)
        }
        #expect(names(EventType.clockAdvanced.required) == ["at", "type"])
        #expect(names(EventType.clockAdvanced.listed) == ["id", "at", "type"])
        #expect(
            names(EventType.created.required)
                == ["at", "type", "payment", "client", "method", "amount", "currency"])
        #expect(names(EventType.attempted.required) == ["at", "type", "payment", "attempt"])
        #expect(
            names(EventType.attempted.listed)
                == ["id", "at", "type", "payment", "method", "amount", "attempt"])
        #expect(
            names(EventType.result.listed)
                == ["id", "at", "type", "payment", "attempt", "outcome", "error", "signature"])
    }

    @Test("finds every name, and nothing that is not exactly one", arguments: EventField.listed)
    func fieldNames(field: EventField) {
        let arena = ScratchArena(chunkBytes: 4096)
        func named(_ text: String) -> EventField { EventField.named(arena.copy(text)) }
        withExtendedLifetime(arena) {
            #expect(named(field.name) == field)
            for other in Self.neighbours(of: field.name) { #expect(named(other) == .unlisted) }
        }
    }

    @Test(
        "finds every event type, and nothing that is not exactly one", arguments: EventType.allCases
    )
    func typeNames(type: EventType) {
        let arena = ScratchArena(chunkBytes: 4096)
        func named(_ text: String) -> EventType? { EventType.named(arena.copy(text)) }
        withExtendedLifetime(arena) {
            #expect(named("\(type.name)") == type)
            for other in Self.neighbours(of: "\(type.name)") { #expect(named(other) == nil) }
        }
    }

    /// Texts that are not the name, and differ from it in a byte: anywhere, more, or less.
    private static func neighbours(of name: String) -> [String] {
        let bytes = Array(name.utf8)
        var texts = ["", name + " ", name + "\0", " " + name, String(name.dropLast())]
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x20
            texts.append(String(decoding: changed, as: UTF8.self))
        }
        return texts
    }

    @Test("says what is signed, in the byte order of the names")
    func signed() {
        #expect(
            SignedField.allCases.map(\.name)
                == [
                    "at", "attempt", "error.code", "error.message", "id", "outcome", "payment",
                    "type",
                ])
    }
}
