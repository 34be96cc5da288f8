internal import Documents
internal import JSONText
internal import Payments

/// The forms in which the state machine can be printed: one function each.
extension RuleTable {
    /// A table for people.
    public var text: String {
        var table = TextTable()
        table.append(["RULE", "FROM", "EVENT", "TO", "WHEN"])
        for row in rows {
            table.append([
                row.rule, row.from.joined(separator: ", "), row.events.joined(separator: ", "),
                row.to, row.when,
            ])
        }
        return table.text
    }

    /// Everything, as one JSON object with a row a line.
    public var json: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.rows("rules", rows) { row, json in
                json.object { json in
                    json.text("rule", row.rule)
                    json.texts("from", row.from)
                    json.texts("events", row.events)
                    json.text("when", row.when)
                    json.text("to", row.to)
                    json.texts("effects", row.effects)
                    json.text("source", row.source)
                    json.text("paraphrase", row.paraphrase)
                }
            }
            for (key, entries) in [("anomalies", anomalies), ("invariants", invariants)] {
                json.rows(key, entries) { entry, json in
                    json.object { json in
                        json.text("name", entry.name)
                        json.text("sentence", entry.sentence)
                    }
                }
            }
        }
    }

    /// A Mermaid state diagram.
    public var mermaid: String {
        var text = "stateDiagram-v2\n    [*] --> waiting_for_payment: payment-created\n"
        for move in labelledMoves {
            text += "    \(Self.name(move.from)) --> \(Self.name(move.to)): \(move.label)\n"
        }
        for status in Status.allCases where status.isFinal {
            text += "    \(Self.name(status.name)) --> [*]\n"
        }
        return text
    }

    /// A Graphviz digraph.
    public var dot: String {
        var text = "digraph payment {\n    rankdir=LR;\n    none [shape=point];\n"
        for status in statuses { text += "    \(Self.name(status)) [label=\"\(status)\"];\n" }
        text += "    none -> waiting_for_payment [label=\"payment-created\"];\n"
        for move in labelledMoves {
            text +=
                "    \(Self.name(move.from)) -> \(Self.name(move.to)) [label=\"\(move.label)\"];\n"
        }
        return text + "}\n"
    }

    /// The moves between statuses of payments, each with all rules that make it. What is ignored in
    /// any status is left out, since it would hide the rest.
    private var labelledMoves: [(from: String, to: String, label: String)] {
        var moves: [(from: String, to: String, label: String)] = []
        let ignored: Set = ["not-applied", "duplicate-ignored", "contradiction-ignored"]
        for row in rows where !ignored.contains(row.rule) && row.from != ["none"] {
            for move in row.moves {
                if let known = moves.firstIndex(where: { $0.from == move.from && $0.to == move.to })
                {
                    moves[known].label += ", " + row.rule
                } else {
                    moves.append((move.from, move.to, row.rule))
                }
            }
        }
        return moves
    }

    /// A status as a diagram's identifier.
    private static func name(_ status: String) -> String {
        String(status.map { $0 == "-" ? "_" : $0 })
    }
}
