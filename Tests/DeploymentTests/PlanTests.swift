import Deployment
import Documents
import Foundation
import HashKeys
import Reporting
import TestSupport
import Testing

@Suite("A plan")
struct PlanTests {
    private static func lines(_ plan: Plan) -> [String] {
        plan.changes.map { "\($0.action.rawValue) \($0.kind.rawValue) \($0.id)" }
    }

    @Test("creates connectors before the methods that use them, and deletes them after")
    func order() throws {
        let installed = try Installed()
        #expect(
            Self.lines(try installed.plan()) == [
                "create connector acme", "create connector till", "create payment method card",
                "create payment method card-ee", "create payment method cash",
            ])
        try installed.apply()
        try installed.describe(
            Installed.configuration.components(separatedBy: "---").prefix(2).joined(
                separator: "---"))
        #expect(
            Self.lines(try installed.plan()) == [
                "delete payment method card", "delete payment method card-ee",
                "delete payment method cash", "delete connector till",
            ])
    }

    @Test("is empty when nothing differs but spelling")
    func spelling() throws {
        let installed = try Installed()
        try installed.apply()
        #expect(try installed.plan().changes.isEmpty)
        try installed.describe(
            replacing: "{type: object, properties: {shop: {type: string},",
            with: "{\"properties\": {shop: {\"type\": string},")
        try installed.describe(
            replacing: "writeOnly: true}}}", with: "writeOnly: true}}, type: object}")
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 1.5e1")
        try installed.describe(replacing: "name: Cash", with: "name: \"Cash\"\nactive: true")
        #expect(try installed.plan().changes.map(\.fields) == [])
    }

    @Test("shows changes field by field, and members of objects")
    func fields() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "https://acme.example", with: "https://acme.example/v2")
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 30")
        try installed.describe(replacing: "{shop: \"1\",", with: "{shop: \"1\", a/b: [1, 2],")
        try installed.describe(replacing: "{terminal: T-1}", with: "{}")
        let changes = try installed.plan().changes
        #expect(Self.lines(try installed.plan()).count == 3)
        let fields = changes.flatMap(\.fields)
        #expect(
            fields == [
                FieldChange(
                    path: "url", old: "\"https://acme.example\"",
                    new: "\"https://acme.example/v2\""),
                FieldChange(path: "processingPeriodMinutes", old: "15", new: "30"),
                FieldChange(path: "staticJson/terminal", old: "\"T-1\"", new: nil),
                FieldChange(path: "settings/a~1b", old: nil, new: "\"•••\""),
            ])
        #expect(changes.first?.number == 1)
        #expect(
            changes.first?.notes == [.periodChanged(oldMinutes: 15, newMinutes: 30)])
    }

    @Test("explains that a new identifier is a deletion and a creation")
    func renaming() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "id: cash", with: "id: cash-desk")
        let changes = try installed.plan().changes
        #expect(
            changes.map(\.action) == [.delete, .create])
        #expect(changes.last?.notes == [.looksLikeRenaming(from: "cash")])
    }

    @Test("tells that a secret in plain text changed, and never which it is")
    func plainSecrets() throws {
        let installed = try Installed()
        try installed.describe(
            replacing: "{shop: \"1\", secret: {$env: TEST_ACME_SECRET}}",
            with: "{shop: \"1\", secret: hunter2}")
        try installed.apply()
        let salt = try #require(try KeptState(at: installed.paths).ring?.salt)
        func plan() throws -> Plan {
            let kept = try KeptState(withoutKeysAt: installed.paths)
            return Plan(
                from: kept.state, to: try installed.desired(salt: salt), by: "root",
                isStrict: false)
        }
        #expect(try plan().changes.isEmpty)
        try installed.describe(replacing: "hunter2", with: "hunter3")
        let fields = try plan().changes.flatMap(\.fields)
        #expect(
            fields == [FieldChange(path: "settings/secret", old: "\"•••\"", new: "\"•••\"")])
        for bytes in installed.files {
            #expect(!String(decoding: bytes ?? [], as: UTF8.self).contains("hunter"))
        }
    }

    @Test("is written for people, programs and pull requests")
    func formats() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "https://acme.example", with: "https://acme.example/v2")
        try installed.describe(replacing: "Minutes: 15", with: "Minutes: 30")
        try installed.describe(replacing: "name: Card\n", with: "name: \"Card | `x` <b>\"\n")
        try installed.describe(replacing: "id: cash", with: "id: cash-desk")
        try installed.describe(replacing: "shop: {type: string}", with: "shop: {maxLength: 1}")
        try installed.describe(replacing: "shop: \"22\"", with: "shop: \"2\"")
        let plan = try installed.plan()
        #expect(plan.refusals.count == 1)
        try Golden.expect(Array(PlanText(plan).text.utf8), "plan.txt")
        try Golden.expect(Array(PlanMarkdown(plan).text.utf8), "plan.md")
        let json = String(decoding: PlanJSON(plan).bytes, as: UTF8.self)
        let lineage = try #require(plan.base?.lineage)
        try Golden.expect(Array(json.replacing(lineage, with: "lineage").utf8), "plan.json")
    }
}
