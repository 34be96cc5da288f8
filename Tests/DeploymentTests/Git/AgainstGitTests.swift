import Foundation
import TestSupport
import Testing

@Suite("A plan against another revision")
struct AgainstGitTests {
    @Test("says what has changed since, and changes nothing in the repository")
    func changes() throws {
        let repository = try GitShop()
        let path = "config/methods/others.yaml"
        let text = try repository.shop.text(path)
        try repository.shop.folder.write(path, text.replacing("mode: live", with: "mode: test"))
        let before = try repository.repository()
        let plan = try repository.plan()
        #expect(plan.exitCode == 0)
        #expect(
            plan.text == """
                ~ payment method mobile
                    settings/mode: "live" → "test"

                Plan: 1 to update

                """)
        #expect(try repository.plan("--detailed-exitcode").exitCode == 3)
        #expect(try repository.plan("--format", "json").text.contains("\"number\":null"))
        #expect(try repository.repository() == before)
        try repository.commit()
        #expect(try repository.plan("--detailed-exitcode").exitCode == 0)
        #expect(try repository.plan(against: "HEAD~1").text == plan.text)
    }

    @Test("is refused as a plan against the state is")
    func refusals() throws {
        let repository = try GitShop()
        let path = "config/connectors/forms.yaml"
        let text = try repository.shop.text(path)
        try repository.shop.folder.write(path, text.replacing("^[0-9]{6}$", with: "^[0-9]{7}$"))
        let methods = "config/methods/others.yaml"
        let old = try repository.shop.text(methods)
        try repository.shop.folder.write(methods, old.replacing("204417", with: "2044170"))
        let plan = try repository.plan()
        #expect(plan.exitCode == 1 && plan.text.contains("connector-schema-in-use"))
        let denied = try repository.plan("--as", "baltic")
        #expect(denied.exitCode == 2 && denied.errorText.contains("access-denied"))
    }

    @Test("sees that a secret in plain text has changed, and does not show it")
    func plainSecrets() throws {
        let repository = try GitShop()
        let path = "config/methods/others.yaml"
        let text = try repository.shop.text(path)
        for secret in ["planted-one", "planted-two"] {
            try repository.shop.folder.write(
                path, text.replacing("{$env: MOBI_API_KEY}", with: secret))
            if secret == "planted-one" {
                try repository.commit()
                #expect(try repository.plan().text == "Plan: nothing to change\n")
            }
        }
        let plan = try repository.plan()
        #expect(plan.text.contains("settings/apiKey: \"•••\" → \"•••\""))
        #expect(!plan.text.contains("planted") && !plan.errorText.contains("planted"))
    }

    @Test("creates everything where the folder was not there, or empty")
    func created() throws {
        let repository = try GitShop()
        try repository.git("mv", "config", "moved")
        for name in ["moved", "new"] {
            try repository.shop.folder.write("new/note.txt", "nothing yet")
            if name == "new" { try repository.commit() }
            _ = try? FileManager.default.copyItem(
                atPath: repository.shop.folder.path("moved/installation.yaml"),
                toPath: repository.shop.folder.path("new/installation.yaml"))
            let plan = try repository.shop.run(
                "plan", "--config", name, "--against-git", "HEAD")
            #expect(plan.exitCode == 0, "\(plan.errorText)")
            #expect(
                plan.text.hasSuffix(
                    name == "new" ? "Plan: nothing to change\n" : "Plan: 10 to create\n"))
        }
    }

    @Test("reads names that shells and git would quote, and links that stay inside")
    func names() throws {
        let repository = try GitShop()
        let folder = repository.shop.folder
        let method = """
            apiVersion: connectorctl/v1
            kind: PaymentMethod
            id: NAME
            name: Odd
            connector: invoice
            settings: {sender: Odd}

            """
        let names = [
            "a b", "quote\"s", "line\nend", "tab\t", "\u{E9}t\u{E9}", "-dash", "$(id)", "back\\",
        ]
        for (number, name) in names.enumerated() {
            let text = method.replacing("NAME", with: "odd-\(number)")
            try folder.write("config/\(name)/\(name).yaml", text)
        }
        try folder.write("linked/target.yaml", method.replacing("NAME", with: "outside"))
        try folder.write("config/kept.txt", method.replacing("NAME", with: "inside"))
        try folder.link("config/in.yaml", to: "kept.txt")
        try folder.link("config/out.yaml", to: "../linked/target.yaml")
        try folder.link("config/absolute.yaml", to: folder.path("linked/target.yaml"))
        try folder.link("config/loop.yaml", to: "loop.yaml")
        try folder.link("config/nowhere", to: "none")
        try folder.link("config/up", to: "..")
        try repository.commit()
        let same = try repository.plan()
        #expect(same.text == "Plan: nothing to change\n", "\(same.errorText)")
        for name in names + ["in.yaml"] {
            try FileManager.default.removeItem(atPath: folder.path("config/" + name))
        }
        let plan = try repository.plan()
        #expect(plan.text.hasSuffix("Plan: 9 to delete\n"), "\(plan.text)")
    }

    @Test("leaves nothing in the folder for temporary files")
    func temporary() throws {
        var repository = try GitShop()
        try repository.shop.folder.write("temporary/kept", "")
        let folder = repository.shop.folder.path("temporary")
        repository = GitShop(shop: repository.shop, temporaryFolder: folder)
        _ = try repository.plan()
        #expect(try ProjectFiles.names(in: URL(filePath: folder)) == ["kept"])
        try repository.shop.folder.write("config/bad.yaml", "apiVersion: connectorctl/v1\n")
        try repository.commit()
        try FileManager.default.removeItem(atPath: repository.shop.folder.path("config/bad.yaml"))
        #expect(try repository.plan().exitCode == 1)
        #expect(try ProjectFiles.names(in: URL(filePath: folder)) == ["kept"])
    }
}

@Suite("A plan against a revision is refused")
struct AgainstGitRefusalTests {
    @Test("if the configuration there has errors, which are shown with the revision")
    func errors() throws {
        let repository = try GitShop()
        let path = "config/methods/cards.yaml"
        let text = try repository.shop.text(path)
        try repository.shop.folder.write(
            path, text.replacing("merchantId: M-77001", with: "m: planted"))
        try repository.git("checkout", "--quiet", "-b", "faulty")
        try repository.commit()
        try repository.git("checkout", "--quiet", "-")
        let plan = try repository.plan(against: "faulty")
        #expect(plan.exitCode == 1 && plan.text.isEmpty)
        #expect(
            plan.errorText.contains(" --> faulty:config/methods/cards.yaml:8:3"),
            "\(plan.errorText)")
        #expect(!plan.errorText.contains("planted") && !plan.errorText.contains("connectorctl."))
    }

    @Test(
        "if there is no such revision",
        arguments: ["none", "", "HEAD:config", "HEAD^9", "\n"])
    func revision(_ revision: String) throws {
        let plan = try GitShop().plan(against: revision)
        #expect(plan.exitCode == 2 && plan.errorText.contains("there is no revision"))
    }

    @Test("outside a repository, and without git")
    func noRepository() throws {
        var shop = try Shop()
        let outside = try shop.run("plan", "--config", "config", "--against-git", "HEAD")
        #expect(outside.exitCode == 2 && outside.errorText.contains("is not in a git repository"))
        shop.environment["PATH"] = "/none"
        let without = try shop.run("plan", "--config", "config", "--against-git", "HEAD")
        #expect(without.exitCode == 2 && without.errorText.contains("git is not installed"))
    }

    @Test(
        "if the clone lacks the revision, with the command that fetches it",
        arguments: ["--depth 1 --branch pr", "--single-branch --branch pr"])
    func partialClone(_ options: String) throws {
        let repository = try GitShop()
        try repository.git("branch", "-M", "main")
        try repository.git("checkout", "--quiet", "-b", "pr")
        let clone = try TemporaryFolder()
        let script = """
            export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
            git clone --quiet \(options) "file://$1" "$2/c" && cd "$2/c" || exit 99
            plan() { "$ctl" plan --config config --against-git "$@"; }
            plan origin/main && exit 98
            fetch=$(plan origin/main 2>&1 | sed -n 's/.*run `\\(git fetch[^`]*\\)`.*/\\1/p')
            echo "$fetch"
            eval "$fetch" 2> log && plan origin/main
            """
        let outcome = try Program.startShell(
            script, [repository.shop.folder.path, clone.path],
            environment: repository.shop.environment
        ).outcome()
        let depth = options.contains("depth") ? "--depth=1 " : ""
        let command = "git fetch \(depth)origin main:refs/remotes/origin/main"
        #expect(outcome.text == command + "\nPlan: nothing to change\n", "\(outcome.errorText)")
        #expect(outcome.exitCode == 0)
        #expect(outcome.errorText.contains("fetch-depth: 0") == !depth.isEmpty)
    }

    @Test(
        "if the clone has the branch only as one of another repository, with the name that it has there",
        arguments: ["--depth 1 --branch pr", "--single-branch --branch pr", "--branch pr"])
    func plainName(_ options: String) throws {
        let repository = try GitShop()
        try repository.git("branch", "-M", "main")
        try repository.git("checkout", "--quiet", "-b", "pr")
        let clone = try TemporaryFolder()
        let script = """
            export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
            git clone --quiet \(options) "file://$1" "$2/c" && cd "$2/c" || exit 99
            plan() { "$ctl" plan --config config --against-git "$@"; }
            plan main && exit 98
            eval "$(plan main 2>&1 | sed -n 's/.*run `\\(git fetch[^`]*\\)`.*/\\1/p')" 2> log
            plan main
            plan "$(plan main 2>&1 | sed -n 's/.*did you mean `\\(.*\\)`?.*/\\1/p')"
            """
        let outcome = try Program.startShell(
            script, [repository.shop.folder.path, clone.path],
            environment: repository.shop.environment
        ).outcome()
        #expect(outcome.text == "Plan: nothing to change\n", "\(outcome.errorText)")
        #expect(outcome.exitCode == 0)
        #expect(outcome.errorText.contains("did you mean `origin/main`?"))
        let isWhole = options == "--branch pr"
        #expect(outcome.errorText.contains("and compare with `origin/main`") != isWhole)
    }

    @Test("if git refuses the repository, with all of its advice")
    func dubiousOwner() throws {
        var repository = try GitShop()
        repository.shop.environment["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1"
        let plan = try repository.plan()
        #expect(plan.exitCode == 2)
        let advice = "\n\n        git config --global --add safe.directory /"
        #expect(plan.errorText.contains(advice), "\(plan.errorText)")
    }

    @Test("if a file there has a name that is not UTF-8")
    func notUTF8() throws {
        let repository = try GitShop()
        let folder = repository.shop.folder
        let copy = "cp \"$1/config/installation.yaml\" \"$1/config/$(printf 'm\\351').yaml\""
        #expect(try Program.startShell(copy, [folder.path]).outcome().exitCode == 0)
        try repository.commit()
        let remove = "rm \"$1\"/config/m*.yaml && mkdir \"$1/config/methods\" 2> /dev/null; true"
        _ = try Program.startShell(remove, [folder.path]).outcome()
        let plan = try repository.plan()
        #expect(plan.exitCode == 2)
        #expect(
            plan.errorText.contains("the name of the file `config/m\\xE9.yaml` is not UTF-8"),
            "\(plan.errorText)")
    }

    @Test("together with a state, or a file to keep it in")
    func usage() throws {
        let shop = try Shop()
        for option in ["--state", "--out"] {
            let plan = try shop.run(
                "plan", "--config", "config", "--against-git", "HEAD", option, "file.json")
            #expect(plan.exitCode == 64)
        }
        #expect(try shop.folder.names == ["config"])
    }
}
