import Deployment
import Foundation
import TestSupport
import Testing

@Suite("A connector in use is protected")
struct ProtectionTests {
    @Test("from a schema that stored settings do not fit, which names the methods and why")
    func invalidSettings() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(
            replacing: "shop: {type: string}", with: "shop: {type: string, maxLength: 1}")
        try installed.describe(replacing: "shop: \"22\"", with: "shop: \"2\"")
        let refusals = try installed.plan().refusals
        guard case .settingsBecomeInvalid(let methods) = try #require(refusals.first).reason else {
            Issue.record("another reason: \(refusals)")
            return
        }
        #expect(methods.map(\.id) == ["card-ee"])
        #expect(methods.first?.problems.map(\.pointer) == ["/shop"])
    }

    @Test("but not from one that they fit, unless the platform's rule is to hold")
    func validSettings() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(
            replacing: "shop: {type: string}", with: "shop: {type: string, maxLength: 2}")
        let plan = try installed.plan()
        #expect(plan.refusals.isEmpty)
        #expect(plan.changes.flatMap(\.notes) == [.settingsStayValid(methods: 2)])
        let strict = try installed.plan(isStrict: true).refusals
        guard case .schemaOfUsedConnector(let methods) = try #require(strict.first).reason else {
            Issue.record("another reason: \(strict)")
            return
        }
        #expect(methods == ["card", "card-ee"])
    }

    @Test("as long as it has methods: those that are deleted do not count")
    func deletedMethods() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(
            replacing: "shop: {type: string}", with: "shop: {type: string, maxLength: 1}")
        let parts = Installed.configuration.components(separatedBy: "---")
        let text = String(
            decoding: try #require(installed.folder.read("config/shop.yaml")), as: UTF8.self)
        try installed.describe(text.replacing("---" + parts[4] + "---", with: "---"))
        #expect(try installed.plan().refusals.isEmpty)
    }

    @Test("from being deleted, as the command says with the names of the methods")
    func deletion() throws {
        let installed = try Installed()
        try installed.apply()
        let before = installed.files
        let parts = Installed.configuration.components(separatedBy: "---")
        try installed.describe(
            Installed.configuration.replacing("---" + parts[1] + "---", with: "---"))
        for command in ["plan", "apply"] {
            let outcome = try Program.run([command] + installed.arguments)
            #expect(outcome.exitCode == 1)
            #expect(
                outcome.errorText.contains(
                    "error[connector-in-use]: connector `acme` cannot be deleted: it is used by "
                        + "`card`, `card-ee`"))
        }
        #expect(installed.files == before)
    }

    @Test("and a refused plan is shown, changes nothing and is exit code 1")
    func refusal() throws {
        let installed = try Installed()
        try installed.apply()
        let before = installed.files
        try installed.describe(
            replacing: "shop: {type: string}", with: "shop: {type: string, maxLength: 2}")
        for command in [["plan"], ["apply", "--auto-approve"]] {
            let outcome = try Program.run(
                command + installed.arguments + ["--strict-platform"])
            #expect(outcome.exitCode == 1)
            #expect(outcome.text.contains("refused [connector-schema-in-use]"))
            #expect(outcome.text.contains("`card`, `card-ee`"))
        }
        #expect(installed.files == before)
    }
}
