import Configuration
import Glibc
import TestSupport
import Testing

@Suite("The time for a configuration grows like its size", .serialized)
struct GrowthTests {
    /// Texts that have the findings of their kind n times.
    private static let kinds: [(name: String, text: @Sendable (Int) -> String)] = [
        ("equal keys", { connector + "staticJson: {" + list("a: 1", $0) + "}\n" }),
        (
            "pairs of keys",
            { connector + "staticJson: {" + list($0 / 2) { "k\($0): 1, k\($0): 2" } + "}\n" }
        ),
        ("unknown keys", { connector + lines($0) { "k\($0): 1" } }),
        ("documents", { connector + lines($0) { method("m\($0)") } }),
        ("documents without `---`", { connector + lines($0) { _ in head + "id: a" } }),
        (
            "misspelt versions",
            {
                connector + lines($0) { method("m\($0)").replacing("ectorctl/", with: "ectorct/") }
            }
        ),
        ("equal identifiers", { connector + lines($0) { _ in method("m") } }),
        (
            "unknown connectors",
            { connector + lines($0) { method("m\($0)", connector: "acne\($0)") } }
        ),
        (
            "aliases of a wrong value",
            {
                typed + method("m", settings: "{a: &a 1, b: [" + list("*a", $0) + "]}") + "\n"
            }
        ),
        (
            "aliases without an anchor",
            {
                connector + method("m", settings: "[" + list($0) { "*a\($0)" } + "]") + "\n"
            }
        ),
        (
            "anchors",
            {
                connector + method("m", settings: "{" + list($0) { "k\($0): &a\($0) x" } + "}")
                    + "\n"
            }
        ),
        ("unknown tags", { connector + "staticJson: [" + list("!x 1", $0) + "]\n" }),
        (
            "wrong values in one line",
            { typed + method("m", settings: "{b: [" + list("1", $0) + "]}") + "\n" }
        ),
        (
            "variables",
            {
                connector + method("m", settings: "{" + list($0) { "k\($0): \"${X}\"" } + "}")
                    + "\n"
            }
        ),
        (
            "lines indented too deep",
            {
                connector + "---\n" + head + "settings:\n" + lines($0) { _ in "   a: 1" }
                    + "  b: 1\n"
            }
        ),
        (
            "resellers of one chain",
            {
                "apiVersion: connectorctl/v1\nkind: Installation\nid: a\nresellers:\n"
                    + "  - {id: r0, name: R}\n"
                    + lines($0) { "  - {id: r\($0 + 1), name: R, parent: r\($0)}" }
            }
        ),
        (
            "foreign documents",
            { lines($0) { _ in "---\napiVersion: v1\nkind: Service" } + connector }
        ),
    ]

    private static let head = "apiVersion: connectorctl/v1\nkind: PaymentMethod\n"
    private static let connector = "---\n" + CascadeTests.connector("jsonSchema: {type: object}")
    private static let typed =
        "---\n"
        + CascadeTests.connector(
            "jsonSchema: {properties: {b: {type: array, items: {type: string}}}}")

    private static func method(
        _ id: String, connector: String = "acme", settings: String = "{}"
    ) -> String {
        "---\n\(head)id: \(id)\nname: M\nconnector: \(connector)\nsettings: \(settings)"
    }

    private static func list(_ item: String, _ count: Int) -> String {
        list(count) { _ in item }
    }

    private static func list(_ count: Int, _ item: (Int) -> String) -> String {
        (0..<count).map(item).joined(separator: ", ")
    }

    private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
        (0..<count).map { line($0) + "\n" }.joined()
    }

    @Test("of every kind", arguments: kinds.indices)
    func growth(_ index: Int) throws {
        let (name, text) = Self.kinds[index]
        let folder = try TemporaryFolder()
        var times: [Double] = []
        for count in [60, 600, 6_000] {
            try folder.write("a.yaml", text(count))
            let start = Self.threadSeconds
            _ = try folder.load()
            times.append(Self.threadSeconds - start)
        }
        // Ten times the input may take ten times as long, and some; a hundred times would be quadratic.
        #expect(times[1] < times[0] * 30 + 0.02, "\(name): \(times)")
        #expect(times[2] < times[1] * 30 + 0.02, "\(name): \(times)")
    }

    /// What this thread has had of a processor: others run at the same time.
    private static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
