extension Random {
    mutating func geoJSON() -> Value {
        .object([
            ("type", .string("FeatureCollection")),
            ("features", list(1...10) { $0.feature() }),
        ])
    }

    private mutating func feature() -> Value {
        let position = { (random: inout Random) -> Value in
            .array([
                .number("\(random.integer(-179...179)).\(random.integer(100_000...999_999))"),
                .number("\(random.integer(-89...89)).\(random.integer(100_000...999_999))"),
            ])
        }
        let geometry: (String, Value) =
            switch integer(1...3) {
            case 1: ("Point", position(&self))
            case 2: ("LineString", list(2...30, position))
            default: ("Polygon", .array([list(4...30, position)]))
            }
        return .object([
            ("type", .string("Feature")), ("id", .integer(integer(1...99_999))),
            ("properties", map(0...4) { .string($0.word()) }),
            (
                "geometry",
                .object([("type", .string(geometry.0)), ("coordinates", geometry.1)])
            ),
        ])
    }

    mutating func tree(depth: Int) -> Value {
        .object([
            ("value", .integer(integer(0...1_000))), ("name", .string(word())),
            ("children", depth == 0 ? .array([]) : list(0...3) { $0.tree(depth: depth - 1) }),
            ("next", depth > 0 && once(in: 3) ? tree(depth: depth - 1) : .null),
        ])
    }

    mutating func labels() -> Value {
        var members: [(String, Value)] = [("version", .integer(integer(1...9)))]
        for _ in 0..<integer(2...15) {
            let name = word(5...10)
            if members.contains(where: { $0.0.hasSuffix(name) }) { continue }
            switch integer(1...4) {
            case 1: members.append(("label_\(name)", .string(words(1...3))))
            case 2: members.append(("count_\(name)", .integer(integer(0...10_000))))
            case 3: members.append(("\(name)_at", .string(time())))
            default: members.append(("x-\(name)", .array([.boolean(true), .null])))
            }
        }
        return .object(members)
    }

    mutating func openAPI() -> Value {
        let paths = (0..<integer(2...8)).map { ("/\(word())\($0)/{id}", pathItem()) }
        return .object([
            ("openapi", .string("3.1.0")),
            (
                "info",
                .object([
                    ("title", .string(words(1...4))), ("version", .string("1.0.\(integer(0...9))")),
                    ("x-owner", .string(word())),
                ])
            ),
            ("paths", .object(paths)),
            (
                "components",
                .object([("schemas", map(1...5) { _ in .object([("type", .string("object"))]) })])
            ),
        ])
    }

    private mutating func pathItem() -> Value {
        let names = ["get", "put", "post", "delete"].shuffled(using: &self)
        return .object(names.prefix(integer(1...4)).map { ($0, operation()) })
    }

    private mutating func operation() -> Value {
        let schema = Value.object([("schema", .object([("type", .string("string"))]))])
        let response = Value.object([
            ("description", .string(words(1...6))),
            ("content", .object([("application/json", schema)])),
        ])
        return .object([
            ("operationId", .string(word())), ("summary", .string(words(1...6))),
            ("tags", strings(0...3)),
            (
                "parameters",
                .array([
                    .object([
                        ("name", .string("id")), ("in", .string("path")),
                        ("required", .boolean(true)),
                        ("schema", .object([("type", .string("string"))])),
                    ]),
                    .object([("$ref", .string("#/components/parameters/\(word())"))]),
                ])
            ),
            (
                "responses",
                .object([("200", response), ("4XX", response), ("default", response)])
            ),
        ])
    }

    mutating func manifest() -> Value {
        let version = { (random: inout Random) -> Value in
            .string("^\(random.integer(0...20)).\(random.integer(0...20)).0")
        }
        return .object([
            ("name", .string("@\(word())/\(word())-\(word())")),
            ("version", .string("\(integer(0...9)).\(integer(0...30)).\(integer(0...99))")),
            ("description", .string(words(4...15))), ("keywords", strings(0...8)),
            ("license", .string("MIT")), ("private", .boolean(true)),
            (
                "author",
                .object([
                    ("name", .string(words(2...2))), ("email", .string("\(word())@example.com")),
                ])
            ),
            ("main", .string("./\(word()).js")), ("files", strings(1...5)),
            ("scripts", .object([("test", .string(word())), ("build", .string(word()))])),
            ("dependencies", map(0...20, version)), ("devDependencies", map(0...20, version)),
            ("engines", .object([("node", .string(">=18"))])), ("_id", .string(word())),
        ])
    }
}
