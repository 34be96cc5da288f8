import Deployment
import Foundation
import HashKeys
import TestSupport
import Testing

/// What plans once said wrongly, found by people who tried.
@Suite("A plan says what is so")
struct PlanBugTests {
    @Test("of schema files whose names differ only by their spelling in Unicode")
    func normalisation() throws {
        let installed = try Installed()
        // One é is a letter and an accent, the other one letter.
        let (apart, whole) = ("e\u{301}.json", "\u{E9}.json")
        try installed.folder.write("config/" + apart, "{\"type\": \"string\"}")
        try installed.folder.write("config/" + whole, "{\"type\": \"integer\"}")
        try installed.describe(
            replacing: "shop: {type: string}",
            with: "shop: {$ref: \"\(apart)\"}, floor: {$ref: \"\(whole)\"}")
        try installed.apply()
        for (name, type) in [(apart, "string"), (whole, "integer")] {
            try installed.folder.write(
                "config/" + name, "{\"type\": \"\(type)\", \"title\": \"T\"}")
            let plan = try installed.plan(isStrict: true)
            #expect(plan.changes.count == 1)
            #expect(plan.refusals.count == 1)
            try installed.folder.write("config/" + name, "{\"type\": \"\(type)\"}")
            #expect(try installed.plan().changes.isEmpty)
        }
    }

    @Test("of secrets in plain text that are no strings: they keep nothing from changing")
    func secretNumbers() throws {
        let installed = try Installed()
        try installed.describe(
            replacing: "secret: {type: string, writeOnly: true}",
            with: "secret: {type: integer, writeOnly: true}")
        let text = String(
            decoding: try #require(installed.folder.read("config/shop.yaml")), as: UTF8.self)
        try installed.describe(text.replacing("{$env: TEST_ACME_SECRET}", with: "1234"))
        try installed.apply()
        try installed.describe(
            replacing: "shop: {type: string}", with: "shop: {type: string, maxLength: 50}")
        let kept = try KeptState(at: installed.paths)
        let plan = Plan(
            from: kept.state, to: try installed.desired(salt: kept.ring?.salt), by: "root",
            isStrict: false)
        #expect(plan.refusals.isEmpty)
        #expect(plan.changes.map(\.id) == ["acme"])
    }

    @Test("of a setting that becomes secret, without showing what it was")
    func newSecrets() throws {
        let installed = try Installed()
        try installed.describe(
            replacing: "shop: {type: string}, secret",
            with: "shop: {type: string}, tok: {type: string}, secret")
        try installed.describe(replacing: "{shop: \"1\",", with: "{shop: \"1\", tok: HUNTER2,")
        try installed.apply()
        try installed.describe(
            replacing: "tok: {type: string}", with: "tok: {type: string, writeOnly: true}")
        let kept = try KeptState(at: installed.paths)
        let plan = Plan(
            from: kept.state, to: try installed.desired(salt: kept.ring?.salt), by: "root",
            isStrict: false)
        let field = plan.changes.flatMap(\.fields).first { $0.path == "settings/tok" }
        #expect(field == FieldChange(path: "settings/tok", old: "\"•••\"", new: "\"•••\""))
    }

    @Test("of equal secrets of two methods, which look different")
    func equalSecrets() throws {
        let installed = try Installed()
        let text = Installed.configuration.replacing("{$env: TEST_ACME_SECRET}", with: "hunter2")
        try installed.describe(text)
        try installed.apply()
        let state = String(decoding: installed.files[0] ?? [], as: UTF8.self)
        let digests = state.matches(of: try Regex("\"\\$secret\":\"([0-9a-f]+)\"")).map {
            String(state[$0.range])
        }
        #expect(digests.count == 2)
        #expect(Set(digests).count == 2)
    }

    @Test(
        "whatever the size of a number's exponent",
        arguments: [
            "1e99999999999999999999", "1e-99999999999999999999", "0e999999999999999999999",
            "15e-9223372036854775808", "1e9223372036854775807",
        ])
    func exponents(number: String) throws {
        let installed = try Installed()
        try installed.describe(
            replacing: "shop: {type: string}", with: "shop: {type: string}, n: {default: \(number)}"
        )
        try installed.apply()
        #expect(try installed.plan().changes.isEmpty)
        let period = try Program.run(["validate", installed.folder.path("config")])
        #expect(period.exitCode == 0, "\(period.text)")
    }

    @Test("of a value that aliases make larger than can be kept")
    func largeValues() throws {
        let installed = try Installed()
        let text = String(repeating: "x", count: 100_000)
        let copies = String(repeating: ", *a", count: 300)
        try installed.describe(
            replacing: "{shop: {type: string},", with: "{list: {type: array}, shop: {type: string},"
        )
        try installed.describe(
            replacing: "{shop: \"1\",", with: "{list: [&a \(text)\(copies)], shop: \"1\",")
        let outcome = try Program.run(["plan"] + installed.arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.contains("payment method `card` has a value of"))
    }

    @Test("of long values that differ at their ends")
    func longValues() throws {
        let installed = try Installed()
        let long = String(repeating: "a", count: 300)
        try installed.describe(replacing: "name: Cash", with: "name: \"Cash\"")
        try installed.describe(replacing: "{terminal: T-1}", with: "{terminal: \(long)1}")
        try installed.apply()
        try installed.describe(replacing: "\(long)1", with: "\(long)2")
        let outcome = try Program.run(["plan"] + installed.arguments)
        #expect(outcome.text.contains("\(long)1\" → \"\(long)2\""))
    }

    @Test("in time, of objects with many members and of many connectors")
    func manyMembers() throws {
        let installed = try Installed()
        func members(_ last: String) -> String {
            (0..<20_000).map { "m\($0): 1, " }.joined() + "last: \(last)"
        }
        try installed.describe(replacing: "{terminal: T-1}", with: "{\(members("1"))}")
        try installed.apply()
        try installed.describe(replacing: "last: 1", with: "last: 2")
        let fields = try installed.plan().changes.flatMap(\.fields)
        #expect(fields.map(\.path) == ["staticJson/last"])
    }
}
