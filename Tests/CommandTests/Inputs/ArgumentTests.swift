import TestSupport
import Testing

@testable import connectorctl

@Suite("Arguments")
struct ArgumentTests {
    @Test(
        "that are many are folded, and come out as they went in",
        arguments: [0, 1, 499, 500, 600, 3000], [[], ["--format", "json"], ["--", "-x", "--y"]])
    func folded(_ count: Int, _ options: [String]) {
        let paths = (0..<count).map { $0 == 77 ? "" : "a b\u{301}/\($0)" }
        let arguments = ["validate"] + paths + options + paths
        let folded = ArgumentRuns.folded(arguments)
        #expect(ArgumentRuns.unfolded(folded) == arguments)
        #expect(folded.count < 600)
    }

    @Test("that are many are all read")
    func many() throws {
        let folder = try TemporaryFolder()
        for number in 0..<700 {
            try folder.write(
                "m\(number).yaml",
                "apiVersion: connectorctl/v1\nkind: PaymentMethod\nid: m\(number)\nname: M\n"
                    + "connector: c\n")
        }
        let names = try folder.names
        let outcome = try Program.run(
            ["validate", "--format", "json"] + names + ["--strict"], in: folder.url)
        #expect(outcome.text.contains("\"files\":700,\"documents\":700,\"errors\":700"))
    }

    @Test("cannot be read without /proc, which is said", .needsMounts)
    func noProc() throws {
        for command in ["validate samples/shop/connectors", "lits", ""] {
            let outcome = try Program.shell(
                "unshare -m sh -c 'mount -t tmpfs none /proc; \"$1\" \(command)' sh \"$ctl\"")
            #expect(outcome.exitCode == 64, "\(outcome.text)")
            #expect(outcome.errorText.contains("the system has no /proc"))
        }
    }

    @Test("that name one file in several ways are one file, by its shortest name")
    func names() throws {
        let folder = try TemporaryFolder()
        try folder.write("c/a.yaml", "apiVersion: connectorctl/v1\nkind: Connector\n")
        try folder.write("c/d/.keep", "")
        try folder.link("c/link.yaml", to: "a.yaml")
        try folder.link("l", to: "c")
        let names = [
            "c/a.yaml", "./c/a.yaml", "c/d/../a.yaml", "c//a.yaml", folder.path("c/a.yaml"),
            "c/link.yaml", "l/a.yaml", "l/../c/a.yaml",
        ]
        let expected = try Program.run(["validate", "c/a.yaml"], in: folder.url).text
        #expect(expected.contains(" --> c/a.yaml:1:1\n"))
        for more in [names, names.reversed(), ["."] + names, names + ["c", "./c/"]] {
            #expect(try Program.run(["validate"] + more, in: folder.url).text == expected)
        }
        for name in [
            "./c/a.yaml", "c/d/../a.yaml", "c//a.yaml", "l/../c/a.yaml", "./c", "c/", "c/d/..",
        ] {
            #expect(try Program.run(["validate", name], in: folder.url).text == expected)
        }
        let absolute = try Program.run(["validate", folder.path("c/d/../a.yaml")], in: folder.url)
        #expect(absolute.text.contains(" --> " + folder.path("c/a.yaml")))
    }
}
