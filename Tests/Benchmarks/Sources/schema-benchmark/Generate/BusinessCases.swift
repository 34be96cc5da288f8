extension Random {
    mutating func order() -> Value {
        shuffled(
            [
                ("id", .string("order-\(integer(1...99_999_999))")),
                ("placedAt", .string(time())),
                ("currency", .string(one(of: ["EUR", "USD", "GBP", "PLN"]))),
                ("total", price()),
                ("note", once(in: 2) ? .null : .string(words(3...20))),
                ("express", .boolean(once(in: 3))),
                ("customer", customer()),
                ("lines", list(1...8) { $0.orderLine() }),
            ])
    }

    private mutating func customer() -> Value {
        .object([
            ("id", .integer(integer(1...1_000_000))),
            ("name", .string(words(2...3))),
            ("email", .string("\(word())@example.com")),
            (
                "address",
                .object([
                    ("street", .string("\(words(1...2)) \(integer(1...200))")),
                    ("city", .string(word())),
                    ("postcode", .string("\(integer(10_000...99_999))")),
                    ("country", .string(one(of: ["DE", "FR", "PL", "GB"]))),
                ])
            ),
        ])
    }

    private mutating func orderLine() -> Value {
        .object([
            ("sku", .string("sku-\(integer(1...100_000))")),
            ("title", .string(words(2...5))),
            ("quantity", .integer(integer(1...20))),
            ("price", price()),
            ("tags", .array([.string(word(3...5)), .string(word(6...8))])),
        ])
    }

    mutating func connector() -> Value {
        .object([
            ("apiVersion", .string("connectors/v1")),
            ("kind", .string("Connector")),
            (
                "metadata",
                .object([
                    ("id", .string("\(word())-\(integer(1...99))")),
                    ("name", .string(words(1...4))),
                    ("labels", map(0...5) { .string($0.word()) }),
                    ("updatedAt", .string(time())),
                ])
            ),
            (
                "spec",
                .object([
                    ("url", .string("https://\(word()).example.com/\(word())/callback")),
                    ("contact", .string("\(word())@example.com")),
                    ("processingPeriodMinutes", .integer(integer(1...100_000))),
                    ("retries", .integer(integer(0...10))),
                    ("settings", list(1...12) { $0.setting() }),
                ])
            ),
        ])
    }

    private mutating func setting() -> Value {
        let type = one(of: ["string", "password", "text", "select", "radio", "checkbox"])
        var members: [(String, Value)] = [
            ("key", .string("\(word())_\(word())")), ("type", .string(type)),
            ("label", .string(words(1...4))), ("required", .boolean(once(in: 2))),
        ]
        if type == "select" || type == "radio" { members.append(("options", strings(1...6))) }
        return .object(members)
    }

    mutating func rates() -> Value {
        let codes = ["AED", "CHF", "EUR", "GBP", "JPY", "KWD", "NOK", "PLN", "SEK", "USD", "ZWL"]
        return .object([
            ("base", .string(one(of: codes))),
            (
                "rates",
                list(5...40) { random in
                    .object([
                        ("from", .string(random.one(of: codes))),
                        ("to", .string(random.one(of: codes))),
                        ("rate", .number("\(random.integer(0...200)).\(random.integer(1...9))7")),
                        ("digits", .integer(random.one(of: [0, 2, 3]))),
                    ])
                }
            ),
        ])
    }

    mutating func event() -> Value {
        let type = one(of: ["started", "answered", "refunded", "expired"])
        var members: [(String, Value)] = [
            ("id", .string("event-\(integer(1...9_999_999))")), ("type", .string(type)),
            ("at", .string(time())), ("payment", .string("payment_\(integer(1...999_999))")),
        ]
        let amount = Value.object([
            ("value", .string("\(integer(1...9_999)).50")), ("currency", .string("EUR")),
        ])
        switch type {
        case "started": members += [("amount", amount), ("attempt", .integer(integer(1...5)))]
        case "answered": members += [("result", .string("approved")), ("code", .integer(200))]
        case "refunded": members += [("amount", amount), ("reason", .string(words(2...9)))]
        default: break
        }
        return .object(members)
    }

    mutating func resource() -> Value {
        let (kind, key) = one(of: [("card", "network"), ("bank", "iban"), ("wallet", "provider")])
        return .object([
            ("id", .string(word())), ("name", .string(words(1...3))),
            ("createdBy", .string(word())), ("createdAt", .integer(integer(1...2_000_000_000))),
            ("tags", map(0...4) { .string($0.word()) }),
            (
                "spec",
                .object([("kind", .string(kind)), (key, .string(word())), ("limit", price())])
            ),
            (
                "steps",
                .array([
                    .string(word()), .integer(integer(0...9)), .boolean(true),
                    .object([("note", .string(word()))]),
                ])
            ),
        ])
    }
}
