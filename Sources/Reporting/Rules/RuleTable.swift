internal import Documents
internal import SourceText

/// The state machine as data: the table of `spec/state-machine.yaml`, which is part of the program.
public struct RuleTable: Sendable {
    /// A row of the table; a rule may have several.
    public struct Row: Sendable {
        public let rule: String
        /// The statuses in which it applies; `none` where no payment exists.
        public let from: [String]
        public let events: [String]
        /// The condition in words.
        public let when: String
        /// The status that follows; `same` where it does not change.
        public let to: String
        public let effects: [String]
        /// `source` where the platform's manual says so, `ours` where this project decided it.
        public let source: String
        public let paraphrase: String
    }

    /// An anomaly, or an invariant: its name and what it says.
    public struct Entry: Sendable {
        public let name: String
        public let sentence: String
    }

    public let statuses: [String]
    /// In the order in which they are tried.
    public let rows: [Row]
    public let anomalies: [Entry]
    public let invariants: [Entry]

    /// The table that the program was built with.
    public static let embedded = RuleTable()

    private init() {
        let bytes = PackageResources.state_machine_yaml
        let read = YAMLReader.read(SourceText(path: "spec/state-machine.yaml", bytes: bytes))
        guard let table = read.documents.first?.root, read.diagnostics.isEmpty else {
            preconditionFailure("the embedded table is the one that the tests read")
        }
        statuses = Self.list(table, "statuses").map { Self.text($0, "status") }
        rows = Self.list(table, "rules").map(Self.row)
        anomalies = Self.list(table, "anomalies").map {
            Entry(name: Self.text($0, "kind"), sentence: Self.text($0, "when"))
        }
        invariants = Self.list(table, "invariants").map {
            Entry(name: Self.text($0, "invariant"), sentence: Self.text($0, "sentence"))
        }
    }

    private static func row(_ node: Node) -> Row {
        Row(
            rule: text(node, "rule"), from: texts(node, "from"), events: texts(node, "event"),
            when: text(node, "when"), to: text(node, "to"), effects: texts(node, "effects"),
            source: text(node, "source"), paraphrase: text(node, "paraphrase"))
    }

    private static func list(_ node: Node, _ key: String) -> [Node] {
        node[key].map { Array($0.elements) } ?? []
    }

    private static func text(_ node: Node, _ key: String) -> String {
        node[key]?.string ?? ""
    }

    private static func texts(_ node: Node, _ key: String) -> [String] {
        list(node, key).compactMap(\.string)
    }
}

extension RuleTable.Row {
    /// The pairs of statuses that the row leads from and to.
    var moves: [(from: String, to: String)] {
        from.map { ($0, to == "same" ? $0 : to) }
    }
}
