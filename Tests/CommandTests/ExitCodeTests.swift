import TestSupport
import Testing

@Suite("What the exit code says")
struct ExitCodeTests {
    @Test(
        arguments: [
            ("validate samples/shop/connectors", 0),
            ("validate samples/shop/connectors --strict", 0),
            ("validate samples/broken", 1), ("validate samples/broken/methods --format json", 1),
            ("validate samples/nowhere", 2), ("validate spec/formats", 1),
            ("list --config samples/shop/connectors", 0),
            ("list --config samples/shop/connectors --as head-office", 0),
            ("list --config samples/shop/connectors --as baltic", 2),
            ("list --config samples/broken/connectors", 1), ("list --config nowhere", 2),
            ("show mobi --config samples/shop/connectors", 0),
            ("show mobi --config samples/shop/connectors --as nobody", 2),
            ("show nothing --config samples/shop/connectors", 2), ("show", 64),
            ("schema print connector", 0), ("schema print connectors", 64),
            ("schema check spec/formats/*", 0), ("schema check README", 2),
            ("schema check samples/broken/connectors/schemas/faulty.yaml", 1),
            ("schema check --dialect 5 x.json", 64), ("schema check --map x x.json", 64),
            ("explain-code id-invalid", 0), ("explain-code", 0), ("explain-code id-invalit", 64),
            ("", 0), ("--help", 0), ("help validate", 0), ("--version", 0),
            ("vaildate", 64), ("schema chekc", 64), ("validate --formt json", 64),
            ("validate --format yaml", 64),
        ])
    func code(_ arguments: String, _ expected: Int32) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.exitCode == expected, "\(outcome.text)\(outcome.errorText)")
        // Whoever could not run, or was called wrongly, says so on standard error only.
        let isRefusal = outcome.exitCode == 2 || outcome.exitCode == 64
        #expect(outcome.errorText.isEmpty || outcome.text.isEmpty)
        #expect(outcome.errorText.isEmpty != isRefusal || arguments.hasPrefix("list"))
    }

    @Test("warnings fail where they are asked to")
    func strict() throws {
        let warning = """
            printf 'apiVersion: connectorctl/v1\\nkind: Connector\\nid: a\\nname: A\\n\
            url: http://a.example\\njsonSchema: true\\n' > "$d/a.yaml"
            """
        for (flag, expected) in [("", Int32(0)), ("--strict", 1)] {
            let outcome = try Program.shell(
                "d=$(mktemp -d) && \(warning) && \"$ctl\" validate \"$d\" \(flag); s=$?; "
                    + "rm -r \"$d\"; exit $s")
            #expect(outcome.exitCode == expected)
            #expect(outcome.text.hasSuffix("\n1 warning in 1 file\n"))
        }
    }

    @Test("a reader that has seen enough is not an error of the program")
    func brokenPipe() throws {
        let outcome = try Program.shell(
            "{ \"$ctl\" validate samples/broken --format json; echo $? >&2; } | head -c 10")
        #expect(outcome.text == "{\"formatVe")
        #expect(outcome.errorText == "1\n")
    }

    @Test("what cannot be written is")
    func fullDisk() throws {
        let outcome = try Program.shell("\"$ctl\" explain-code > /dev/full")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errorText.hasPrefix("error: cannot write"))
    }
}
