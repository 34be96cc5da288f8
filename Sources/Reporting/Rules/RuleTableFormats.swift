internal import Documents
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
        var bytes = Array(#"{"formatVersion":1,"rules":["#.utf8)
        Self.appendRows(rows, to: &bytes) { row, bytes in
            Self.append([("rule", [row.rule], false), ("from", row.from, true)], to: &bytes)
            bytes.append(UInt8(ascii: ","))
            Self.append([("events", row.events, true), ("when", [row.when], false)], to: &bytes)
            bytes.append(UInt8(ascii: ","))
            Self.append([("to", [row.to], false), ("effects", row.effects, true)], to: &bytes)
            bytes.append(UInt8(ascii: ","))
            Self.append(
                [("source", [row.source], false), ("paraphrase", [row.paraphrase], false)],
                to: &bytes)
        }
        for (key, entries) in [("anomalies", anomalies), ("invariants", invariants)] {
            bytes += Array(",\"\(key)\":[".utf8)
            Self.appendRows(entries, to: &bytes) { entry, bytes in
                Self.append(
                    [("name", [entry.name], false), ("sentence", [entry.sentence], false)],
                    to: &bytes)
            }
        }
        bytes += Array("}\n".utf8)
        return bytes
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

    private static func appendRows<Row>(
        _ rows: [Row], to bytes: inout [UInt8], _ append: (Row, inout [UInt8]) -> Void
    ) {
        for (index, row) in rows.enumerated() {
            bytes += Array((index == 0 ? "\n{" : ",\n{").utf8)
            append(row, &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        bytes += Array("\n]".utf8)
    }

    private static func append(
        _ members: [(key: String, values: [String], isList: Bool)], to bytes: inout [UInt8]
    ) {
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONWriter.append(member.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            if member.isList { bytes.append(UInt8(ascii: "[")) }
            for (position, value) in member.values.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONWriter.append(value, to: &bytes)
            }
            if member.isList { bytes.append(UInt8(ascii: "]")) }
        }
    }
}
