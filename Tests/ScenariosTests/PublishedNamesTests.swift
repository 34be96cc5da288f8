import Configuration
import Documents
import Payments
import SourceText
import Testing

@testable import Events
@testable import Scenarios

/// The format is written by hand and checks scenarios; what the program knows is in tables of its own.
@Suite("The published format of scenarios")
struct PublishedNamesTests {
    private static func definitions() throws -> Node {
        let source = SourceText(path: "scenario", bytes: PublishedFormat.scenario.bytes)
        return try #require(JSONReader.read(source).document?.root["$defs"])
    }

    private static func texts(_ list: Node?) throws -> [String] {
        try #require(list).elements.compactMap(\.string)
    }

    @Test("lists and requires the fields that streams have", arguments: EventType.allCases)
    func fields(type: EventType) throws {
        func names(_ fields: EventFields) -> Set<String> {
            Set(EventField.listed.filter { fields.contains($0) }.map(\.name))
        }
        let definitions = try Self.definitions().members.map(\.value)
        let event = try #require(definitions.first { $0["title"]?.string == "\(type.name)" })
        #expect(Set(try #require(event["properties"]).members.map(\.name)) == names(type.listed))
        let required = try event["required"].map { try Self.texts($0) } ?? []
        #expect(Set(required + ["at", "type"]) == names(type.required))
    }

    @Test("names the event types, statuses, rules and anomalies that there are")
    func names() throws {
        let definitions = try Self.definitions()
        func names(_ definition: String) throws -> [String] {
            try Self.texts(definitions[definition]?["enum"])
        }
        #expect(
            try Self.texts(definitions["event"]?["properties"]?["type"]?["enum"])
                == EventType.allCases.map { "\($0.name)" })
        #expect(try names("status") == Status.allCases.map(\.name))
        #expect(try Set(names("rule")) == Set(Rule.allCases.map(\.name)))
        #expect(try Set(names("anomaly")) == Set(Anomaly.allCases.map(\.name)))
    }

    @Test("has all of a recorded event but its signature", arguments: EventType.allCases)
    func recorded(type: EventType) throws {
        let fields = EventField.listed.filter { type.listed.contains($0) }
        let members = fields.map { "\"\($0.name)\":" + Self.value(of: $0, type) }
        let json = Array("{\(members.joined(separator: ","))}".utf8)
        guard case .event(let event) = EventReader().read(json) else {
            Issue.record("an event with all fields is valid")
            return
        }
        let text = EventText.flow(event, from: event.at)
        for field in fields where field != .signature {
            #expect(text.contains("\(field.name): "), "\(text)")
        }
    }

    private static func value(of field: EventField, _ type: EventType) -> String {
        switch field.rule.format {
        case .type: "\"\(type.name)\""
        case .time: "\"2026-01-05T10:00:00Z\""
        case .identifier, .text: "\"x\""
        case .amount: "\"1.00\""
        case .currency: "\"EUR\""
        case .outcome: "\"failed\""
        case .error: #"{"code":"51","message":"no"}"#
        }
    }
}
