/// The benchmark's cases: for each schema in `Cases`, a maker of instances that are valid.
let makers: [(name: String, make: @Sendable (inout Random) -> Value)] = [
    ("connector", { $0.connector() }),
    ("currencies", { $0.rates() }),
    ("event", { $0.event() }),
    ("geojson", { $0.geoJSON() }),
    ("labels", { $0.labels() }),
    (LargeCase.name, { $0.kinds() }),
    ("manifest", { $0.manifest() }),
    ("openapi", { $0.openAPI() }),
    ("order", { $0.order() }),
    ("tree", { $0.tree(depth: 5) }),
    ("unevaluated", { $0.resource() }),
]

extension Random {
    /// `count` instances, one a line; one in ten has a value of a wrong kind somewhere.
    mutating func lines(_ count: Int, _ make: (inout Random) -> Value) -> String {
        var text = ""
        for _ in 0..<count {
            var value = make(&self)
            if once(in: 10) {
                value = value.changing(at: integer(0...value.size - 1)) {
                    if case .integer = $0 { .string("wrong") } else { .integer(-7) }
                }
            }
            text += value.json + "\n"
        }
        return text
    }
}
