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
