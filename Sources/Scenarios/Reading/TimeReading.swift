internal import Documents
internal import Payments
internal import SourceText

/// Reads the times of a scenario, which count from its start.
struct TimeReading {
    let start: Timestamp
    /// Whether nothing can be before the start: recorded events of a file were when they were.
    private let beginsAtStart: Bool
    private(set) var diagnostics: [Diagnostic] = []

    init(start: Timestamp, beginsAtStart: Bool) {
        self.start = start
        self.beginsAtStart = beginsAtStart
    }

    /// Where there is no `start`.
    static let defaultStart = Timestamp(nanoseconds: 1_767_225_600_000_000_000)

    /// The instant that `node`, an offset or RFC 3339, names; nil with a finding if it is neither or
    /// before the start.
    mutating func instant(_ node: Node) -> Timestamp? {
        let text = node.string ?? ""
        guard let time = Self.time(text, from: start) else {
            diagnostics.append(.notATime(node))
            return nil
        }
        guard time >= start || !beginsAtStart else {
            diagnostics.append(
                Diagnostic(
                    .scenarioTimeOutside, "this is before the scenario's start, \(start.text)",
                    at: node, hint: "give a later time, or an earlier `start`"))
            return nil
        }
        return time
    }

    private static func time(_ text: String, from start: Timestamp) -> Timestamp? {
        guard let offset = Offset.nanoseconds(text) else { return Timestamp(text: text) }
        let (sum, overflow) = start.nanoseconds.addingReportingOverflow(offset)
        let time = Timestamp(nanoseconds: sum)
        return overflow || time > .latest ? nil : time
    }
}

extension Diagnostic {
    static func notATime(_ node: Node) -> Diagnostic {
        Diagnostic(
            .scenarioTimeInvalid,
            "this is neither an offset from `start` nor an RFC 3339 time from 1678 to 2260",
            at: node,
            hint: "write an offset such as 90s, 15m or 1h30m, or a time such as "
                + "2026-01-05T10:15:00Z")
    }
}
