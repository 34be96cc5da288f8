/// All placements that are tried: how a value is written × where it is × what calls it secret.
enum Placements {
    static let valid: [Placement] = numbered(
        spelled(Spelling.valid) + declared + literals + undeclared + aliases, isValid: true)
    static let faulty: [Placement] = numbered(
        spelled(Spelling.faulty) + refused + heads, isValid: false)

    private typealias Draft = (name: String, documents: [String])

    private static func numbered(_ drafts: [Draft], isValid: Bool) -> [Placement] {
        drafts.enumerated().map { number, draft in
            // Letters and digits that YAML reads as text, and no word of any format.
            let marker = "hq\(isValid ? "v" : "f")\(1000 + number)zx"
            return Placement(
                name: draft.name, marker: marker, documents: draft.documents, isValid: isValid)
        }
    }

    // MARK: Documents

    private static func connector(_ schema: String, _ more: String = "") -> String {
        """
        kind: Connector
        id: ID
        name: Name
        url: https://gateway.example
        jsonSchema: \(schema)
        """ + (more.isEmpty ? "" : "\n" + more)
    }

    private static func method(_ settings: String) -> String {
        """
        kind: PaymentMethod
        id: ID
        name: Name
        connector: ID
        settings:\(settings)
        """
    }

    private static let secretSchema =
        "{type: object, properties: {s: {writeOnly: true}, o: {writeOnly: true, properties: {s: {type: string}}}, "
        + "l: {items: {writeOnly: true}}, open: {type: string, writeOnly: false}, known: {type: string}}}"

    // MARK: Dimensions

    /// Where a value is: the lines of the settings, with `VALUE` for it.
    private static let positions = [
        ("a secret setting", "s", "\n  s: VALUE"),
        ("an undeclared setting", "u", "\n  u: VALUE"),
        ("a secret object", "x", "\n  o:\n    x: VALUE"),
        ("an undeclared object", "x", "\n  u:\n    x: VALUE"),
        ("a list of secrets", "", "\n  l:\n  - VALUE"),
        ("an undeclared list", "", "\n  u:\n  - VALUE"),
        ("beside a known setting", "u", "\n  known: abc\n  u: VALUE"),
    ]

    private static func spelled(_ spellings: [Spelling]) -> [Draft] {
        spellings.flatMap { spelling in
            positions.flatMap { position, key, lines -> [Draft] in
                // What repeats its key needs one.
                let repeats = spelling.text.contains("NAME") && key.isEmpty
                let other = spelling.text.contains("other:") && lines.contains("\n  - ")
                guard !repeats, !other else { return [] }
                let value = spelling.text.replacing("NAME", with: key)
                let deeper = lines.contains("    ") || lines.contains("  - ")
                let text = lines.replacing(
                    "VALUE", with: deeper ? value.replacing("\n", with: "\n  ") : value)
                let name = "\(spelling.name) in \(position)"
                return [
                    ("settings, \(name)", [connector(secretSchema), method(text)]),
                    ("staticJson, \(name)", [connector(secretSchema, "staticJson:" + text)]),
                ]
            }
        }
    }

    /// Every way to call a setting secret.
    private static var declared: [Draft] {
        Declaration.all.flatMap { declaration in
            Declaration.secrets.flatMap { secret in
                ["s: MARK", "s: [MARK]", "s: {MARK: 1}", "s: {a: {b: [MARK]}}"].map { value in
                    (
                        "\(declaration.name), \(secret), \(value)",
                        [connector(declaration.schema(secret)), method(" {\(value)}")]
                    )
                }
            }
        }
    }

    /// Values in the schema itself.
    private static var literals: [Draft] {
        let extras = [
            "default: MARK", "const: MARK", "enum: [MARK, x]", "examples: [MARK]",
            "default: {a: [MARK]}",
        ]
        let inSchemas = Declaration.all.flatMap { declaration in
            extras.map { extra in
                (
                    "\(declaration.name), \(extra)",
                    [connector(declaration.schema("writeOnly: true", extra))]
                )
            }
        }
        let around = [
            "{default: {s: MARK}, properties: {s: {writeOnly: true}}}",
            "{properties: {o: {default: {s: [MARK]}, properties: {s: {items: {writeOnly: true}}}}}}",
            "[{key: s, type: password, default: MARK}]",
            "{properties: {s: {writeOnly: true, properties: {x: {const: MARK}}}}}",
            "{properties: {s: {writeOnly: true, items: {enum: [MARK]}}}}",
        ]
        return inSchemas + around.map { ("a schema's own value: \($0)", [connector($0)]) }
    }

    /// What no schema declares.
    private static var undeclared: [Draft] {
        let schemas = [
            "true", "{}", "{type: object}", "{additionalProperties: {}}",
            "{properties: {o: {type: object}}}",
        ]
        let values = [
            "{u: MARK}", "{u: [MARK]}", "{u: {MARK: 1}}", "{o: {u: MARK}}",
            "{u: {a: true, b: MARK}}",
        ]
        return schemas.flatMap { schema in
            values.map {
                ("undeclared \($0) under \(schema)", [connector(schema), method(" " + $0)])
            }
        }
    }

    private static var aliases: [Draft] {
        [
            (
                "secret by an alias of a known one",
                [connector(secretSchema), method(" {known: &a MARK, s: *a}")]
            ),
            (
                "secret list by an alias",
                [connector(secretSchema), method(" {u: &a [MARK], s: *a}")]
            ),
            (
                "static, by an alias",
                [connector(secretSchema, "staticJson: {known: &a MARK, s: *a}")]
            ),
        ]
    }

    /// Values that a schema refuses.
    private static var refused: [Draft] {
        let rules = [
            "minLength: 99", "maxLength: 1", "pattern: '^never$'", "const: abc", "enum: [abc, abd]",
            "type: integer", "format: ipv4", "not: {}", "anyOf: [{type: integer}, {const: x}]",
            "oneOf: [{const: x}, {const: y}]", "properties: {a: {type: 'null'}}", "minimum: 5",
            "type: array, minItems: 3", "uniqueItems: true", "contains: {const: x}",
        ]
        let values = ["MARK", "[MARK, MARK]", "{a: MARK}", "{MARK: 1}"]
        let inSettings = rules.flatMap { rule in
            values.map { value -> Draft in
                let schema = "{properties: {s: {writeOnly: true, \(rule)}}, required: [never]}"
                return (
                    "refused by \(rule): \(value)", [connector(schema), method(" {s: \(value)}")]
                )
            }
        }
        let unknown = [
            " {s: a, MARK1: {MARK: MARK}}", " MARK", " [MARK]", " {o: {s: 5, x: MARK}, s: 1}",
        ]
        let strict =
            "{properties: {s: {writeOnly: true}, o: {writeOnly: true, additionalProperties: false}}, "
            + "additionalProperties: false}"
        let defaults = ["default: MARK", "examples: [MARK]"].map { extra -> Draft in
            (
                "a value of the schema that is not valid, \(extra)",
                [connector("[{key: s, type: password, maxLength: 2, default: MARK}]")]
            )
        }
        return inSettings + defaults
            + unknown.filter { !$0.contains("MARK1") }.map {
                ("not allowed: \($0)", [connector(strict), method($0)])
            }
    }

    /// Faults outside of the settings.
    private static var heads: [Draft] {
        let card = method(" {s: MARK}")
        return [
            (
                "misspelt settings",
                [connector(secretSchema), card.replacing("settings:", with: "setings:")]
            ),
            ("settings twice", [connector(secretSchema), card + "\nsettings: {s: MARK}"]),
            ("no identifier", [connector(secretSchema), card.replacing("id: ID\n", with: "")]),
            (
                "bad identifier",
                [connector(secretSchema), card.replacing("\nid: ID", with: "\nid: I D")]
            ),
            ("unknown connector", [card.replacing("connector: ID", with: "connector: nobody")]),
            (
                "connector of the wrong type",
                [card.replacing("connector: ID", with: "connector: [ID]")]
            ),
            (
                "unknown kind",
                [connector(secretSchema), card.replacing("PaymentMethod", with: "Paymentmethod")]
            ),
            (
                "faulty schema",
                [
                    connector("{type: objekt, properties: {s: {writeOnly: true, default: MARK}}}"),
                    card,
                ]
            ),
            ("literal key", [connector(secretSchema, "key: MARK")]),
            ("key with more in it", [connector(secretSchema, "key: {$env: A, x: MARK}")]),
            (
                "password in the URL",
                [connector(secretSchema).replacing("https://", with: "https://u:MARK@")]
            ),
            ("static settings that are a text", [connector(secretSchema, "staticJson: MARK")]),
            ("shadowed", [connector(secretSchema, "staticJson: {s: MARK}"), card]),
            ("a fault elsewhere", [connector(secretSchema), card + "\ncurrencies: [EURO]"]),
            (
                "broken behind the settings",
                [connector(secretSchema), card + "\n# MARK\nname: \"x"]
            ),
            (
                "a name that is a mapping",
                [connector(secretSchema), card.replacing("name: Name", with: "name: {a: MARK}")]
            ),
        ]
    }
}
