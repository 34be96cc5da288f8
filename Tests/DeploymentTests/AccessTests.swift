import Deployment
import Foundation
import TestSupport
import Testing

/// Who may do what, at every position in a tree of resellers that is five deep.
@Suite("Access")
struct AccessTests {
    private static let parents = [
        "root": nil, "north": "root", "baltic": "north", "estonia": "baltic",
        "tallinn": "estonia", "south": "root",
    ]
    static let resellers = parents.keys.sorted()

    /// Whether `actor` is `owner` or above it, by the table alone.
    private static func mayManage(_ actor: String, _ owner: String) -> Bool {
        var reseller: String? = owner
        while let current = reseller {
            if current == actor { return true }
            reseller = parents[current] ?? nil
        }
        return false
    }

    @Test("to payment methods is for their reseller and those above it", arguments: resellers)
    func methods(owner: String) throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(
            Installed.configuration + """
                ---
                apiVersion: connectorctl/v1
                kind: PaymentMethod
                id: new
                name: New
                connector: till
                reseller: \(owner)
                settings: {}

                """)
        for actor in Self.resellers {
            let plan = try installed.plan(by: actor)
            #expect(plan.changes.count == 1)
            #expect(plan.denials.isEmpty == Self.mayManage(actor, owner), "\(actor) of \(owner)")
            for denial in plan.denials {
                #expect(
                    Set(denial.managers)
                        == Set(Self.resellers.filter { Self.mayManage($0, owner) }))
            }
        }
    }

    @Test("to connectors is for the root reseller alone", arguments: resellers)
    func connectors(actor: String) throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "https://acme.example", with: "https://acme.example/v2")
        let denials = try installed.plan(by: actor).denials
        #expect(denials.isEmpty == (actor == "root"))
        #expect(denials.flatMap(\.managers).allSatisfy { $0 == "root" })
    }

    @Test("to a method that changes hands is for those who manage both resellers")
    func changingHands() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "reseller: estonia", with: "reseller: south")
        for actor in Self.resellers {
            let denials = try installed.plan(by: actor).denials
            #expect(denials.isEmpty == (actor == "root"))
            #expect(denials.flatMap(\.managers).allSatisfy { $0 == "root" })
        }
    }

    @Test(
        "is denied by every command, with who may, and changes nothing",
        arguments: [
            ["plan"], ["apply", "--auto-approve"], ["rotate-key", "acme"], ["list"],
            ["show", "acme"],
        ])
    func commands(command: [String]) throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "https://acme.example", with: "https://acme.example/v2")
        let before = installed.files
        let isReading = ["list", "show"].contains(command[0])
        let arguments =
            isReading ? ["--config", installed.folder.path("config")] : installed.arguments
        for actor in Self.resellers where actor != "root" {
            let outcome = try Program.run(command + arguments + ["--as", actor])
            #expect(outcome.exitCode == 2)
            #expect(outcome.text == "")
            #expect(outcome.errorText.contains("error[access-denied]"), "\(outcome.errorText)")
            #expect(outcome.errorText.contains("root"))
            #expect(outcome.errorText.contains("`\(actor)`"))
        }
        #expect(installed.files == before)
        let unknown = try Program.run(command + arguments + ["--as", "estonai"])
        #expect(unknown.exitCode == 2)
    }

    @Test("lets a reseller apply what is its own")
    func ownMethods() throws {
        let installed = try Installed()
        try installed.apply()
        try installed.describe(replacing: "Card in Estonia", with: "Kaart Eestis")
        let denied = try Program.run(
            ["apply", "--auto-approve"] + installed.arguments + ["--as", "tallinn"])
        #expect(denied.exitCode == 2)
        #expect(denied.errorText.contains("`estonia`, `baltic`, `north`, `root` may"))
        let outcome = try Program.run(
            ["apply", "--auto-approve"] + installed.arguments + ["--as", "baltic"])
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(!outcome.text.contains("acme"), "connectors are not for its eyes")
        #expect(try installed.plan().changes.isEmpty)
    }
}
