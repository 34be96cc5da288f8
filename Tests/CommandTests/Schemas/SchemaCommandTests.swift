import Foundation
import TestSupport
import Testing

@Suite("schema validate")
struct SchemaCommandTests {
    private let schema = "samples/shop/connectors/schemas/bankgate.schema.json"

    @Test("each line gets its word, whatever it holds")
    func lines() throws {
        let valid = """
            {"creditor":{"name":"N","iban":"EE471000001020145685"},\
            "credentials":{"clientId":"12345678","clientSecret":"x"}}
            """
        let outcome = try Program.shell(
            """
            printf '%s\\n' '\(valid)' '{}' '' '{' '\(valid)' | tr -d '\\r' \
            | "$ctl" schema validate --schema \(schema) --lines -
            """)
        #expect(outcome.text == "valid\ninvalid\ninvalid\ninvalid\nvalid\n")
        #expect(outcome.exitCode == 1)
    }

    @Test("lines are counted right, however they end, and across pieces")
    func manyLines() throws {
        let outcome = try Program.shell(
            "{ seq 1 400000; printf '\"last\"'; } > $$.txt; "
                + "printf '{\"type\":\"integer\"}' > $$.json; "
                + "\"$ctl\" schema validate --schema $$.json --lines $$.txt | sort | uniq -c; "
                + "rm $$.txt $$.json")
        let words = outcome.text.split(whereSeparator: \.isWhitespace)
        #expect(words == ["1", "invalid", "400000", "valid"])
    }

    @Test("documents are reported with their places")
    func documents() throws {
        let outcome = try Program.shell(
            "printf 'creditor: 1\\n' | \"$ctl\" schema validate --schema \(schema) -")
        #expect(outcome.exitCode == 1)
        #expect(outcome.text.hasPrefix("error[instance-invalid]: "))
        #expect(outcome.text.contains(" --> -:1:11\n"))
        #expect(outcome.text.hasSuffix("\n2 errors in 1 file\n"))
    }

    @Test(
        "what holds no document is an error, however it is asked for",
        arguments: ["", "# a comment only\n", "\u{FEFF}"], ["", "--lines", "--output-format flag"])
    func empty(text: String, option: String) throws {
        if !text.isEmpty && option == "--lines" { return }
        let folder = try TemporaryFolder()
        try folder.write("s.json", "{}")
        try folder.write("i.yaml", text)
        let line =
            "cd \(folder.path) && cat i.yaml | \"$ctl\" schema validate --schema s.json \(option) -"
        let outcome = try Program.shell(line)
        #expect(outcome.exitCode == 1)
        let result = outcome.text + outcome.errorText
        #expect(
            result.hasPrefix("error[instance-empty]: the file holds no document")
                || result == "{\"valid\":false}\n")
    }

    @Test("findings beyond a number are counted, in each format")
    func maxFindings() throws {
        let folder = try TemporaryFolder()
        try folder.write("s.json", #"{"items":{"type":"string"}}"#)
        try folder.write(
            "i.json", "[" + Array(repeating: "1", count: 2_500).joined(separator: ",") + "]")
        func run(_ options: String) throws -> Program.Outcome {
            let outcome = try Program.shell(
                "cd \(folder.path) && \"$ctl\" schema validate --schema s.json i.json \(options)")
            #expect(outcome.exitCode == 1)
            return outcome
        }
        let text = try run("").text
        #expect(text.components(separatedBy: "error[instance-invalid]").count == 1_001)
        #expect(
            text.hasSuffix(
                "1500 more findings are not shown: --max-findings all shows all\n"
                    + "checked 1 document in 1 file\n2500 errors in 1 file\n"))
        let few = try run("--max-findings 2 --format json").text
        #expect(few.components(separatedBy: "\"code\"").count == 3)
        #expect(few.contains("\"errors\":2500,"))
        #expect(few.contains("element 1 of the document"))
        #expect(
            few.hasSuffix("],\"unreported\":2498}\n") || few.hasSuffix("\n],\"unreported\":2498}\n")
        )
        #expect(
            try run("--max-findings all").text.hasSuffix(
                "\n2500 errors in 1 file\n"))
        #expect(try run("--max-findings 0").text.hasPrefix("2500 more findings"))
    }

    @Test(
        "a faulty schema is the result where programs read it", arguments: ["validate", "compare"])
    func faultySchema(command: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("s.json", #"{"type":1}"#)
        try folder.write("i.json", "1")
        let arguments =
            command == "compare" ? "s.json i.json" : "--schema s.json i.json"
        let outcome = try Program.shell(
            "cd \(folder.path) && \"$ctl\" schema \(command) --format json \(arguments)")
        #expect(outcome.exitCode == 1)
        #expect(outcome.text.hasPrefix(#"{"formatVersion":1,"valid":false,"#))
        #expect(outcome.errorText.isEmpty)
    }

    @Test("a mapped identifier needs no extension")
    func extensionless() throws {
        let folder = try TemporaryFolder()
        try folder.write("s.json", #"{"$ref":"https://example.com/s/address"}"#)
        try folder.write("m/address.json", #"{"type":"object"}"#)
        try folder.write("i.json", "1")
        let outcome = try Program.shell(
            "cd \(folder.path) && \"$ctl\" schema validate --schema s.json "
                + "--map https://example.com/s=m i.json")
        #expect(outcome.text.hasPrefix("error[instance-invalid]: the document must be an object"))
    }

    @Test("references are found in mapped folders, by the dialect that is asked for")
    func mapAndDialect() throws {
        let outcome = try Program.shell(
            """
            d=$(mktemp -d)
            printf '{"$ref":"https://example.com/a/b.json#/definitions/x"}' > "$d/s.json"
            mkdir "$d/a"
            printf '{"definitions":{"x":{"type":"integer","format":"date"}}}' > "$d/a/b.json"
            printf '1.0' > "$d/i.json"
            map="--map https://example.com/=$d"
            "$ctl" schema check "$d/s.json" > "$d/out"; echo $?
            "$ctl" schema check $map "$d/s.json" > "$d/out"; echo $?
            "$ctl" schema validate --schema "$d/s.json" $map "$d/i.json" > "$d/out"; echo $?
            "$ctl" schema validate --schema "$d/s.json" $map --dialect 4 "$d/i.json" > "$d/out"
            echo $?
            rm -r "$d"
            """)
        #expect(outcome.text == "1\n0\n0\n1\n")
    }
}
