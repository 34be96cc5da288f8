internal import Documents
internal import Events
internal import Payments
public import Stories

/// One payment's story for programs: a step a line, then the payment as `states.json` has it.
public struct ExplanationJSON {
    private let explanation: Explanation

    public init(_ explanation: Explanation) {
        self.explanation = explanation
    }

    public var bytes: [UInt8] {
        var output = Array("{\"formatVersion\":1,\"payment\":".utf8)
        JSONWriter.append(explanation.payment, to: &output)
        output.append(contentsOf: ",\"clock\":".utf8)
        output.append(contentsOf: (explanation.end.map { "\"\($0.text)\"" } ?? "null").utf8)
        output.append(contentsOf: stream.utf8)
        output.append(contentsOf: ",\"steps\":[".utf8)
        for (position, step) in explanation.steps.enumerated() {
            output.append(contentsOf: (position == 0 ? "\n" : ",\n").utf8)
            output.append(contentsOf: Self.step(step))
        }
        output.append(contentsOf: "\n],\n\"whyNot\":".utf8)
        output.append(contentsOf: explanation.whyNot.map(Self.whyNot) ?? Self.null)
        output.append(contentsOf: ",\n\"state\":".utf8)
        if let state = explanation.state {
            state.appendJSON(to: &output)
        } else {
            output.append(contentsOf: Self.null)
        }
        output.append(contentsOf: "}\n".utf8)
        return output
    }

    private static let null = Array("null".utf8)

    private var stream: String {
        let counts = explanation.stream
        return ",\"stream\":{\"events\":\(counts.events),\"afterEnd\":\(counts.afterEnd),"
            + "\"rejected\":\(counts.rejected)}"
    }

    // MARK: Steps

    private static func step(_ step: ExplainedStep) -> [UInt8] {
        let sentences = step.sentences
        var object = JSONObjectWriter()
        step.row.append(to: &object)
        object.text("event", step.event)
        object.text("reason", sentences.text(step.reason))
        object.list("anomalies", step.oddities) { oddity, output in
            var object = JSONObjectWriter()
            object.text("kind", oddity.kind.name)
            object.text("reason", sentences.text(oddity) ?? sentences.text(step.reason))
            output.append(contentsOf: object.end())
        }
        object.value("timer", timer(step))
        object.value("money", step.money.map(money) ?? null)
        return object.end()
    }

    private static func timer(_ step: ExplainedStep) -> [UInt8] {
        var object = JSONObjectWriter()
        object.list("changes", step.timerChanges) { change, output in
            output.append(contentsOf: timer(change.timer, change.kind))
        }
        object.value("armed", step.timer.map { timer($0, nil) } ?? null)
        return object.end()
    }

    private static func timer(_ timer: ArmedTimer, _ change: TimerChange.Kind?) -> [UInt8] {
        var object = JSONObjectWriter()
        if let change { object.text("change", change.rawValue) }
        object.text("attempt", timer.attempt)
        object.text("deadline", timer.deadline.text)
        return object.end()
    }

    private static func money(_ money: MoneyStanding) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("currency", money.returned.currency.code)
        object.text("received", money.received.amount)
        object.text("paidBy", money.paidBy)
        object.text("paid", money.paid?.amount)
        object.text("returned", money.returned.amount)
        object.text("client", money.client)
        return object.end()
    }

    // MARK: Why not

    private static func whyNot(_ question: WhyNot) -> [UInt8] {
        let sentences = Sentences(on: nil)
        var object = JSONObjectWriter()
        object.text("status", question.status.name)
        object.boolean("isThere", question.answer == .isThere)
        object.text("answer", sentences.answer(question))
        object.list("stays", question.stays) { stay, output in
            var object = JSONObjectWriter()
            object.value("entered", mark(stay.entered))
            object.value("left", stay.left.map(mark) ?? null)
            output.append(contentsOf: object.end())
        }
        object.list("findings", question.findings) { finding, output in
            var object = JSONObjectWriter()
            object.text("attempt", finding.attempt)
            object.number("step", finding.step)
            object.text("reason", sentences.text(finding))
            output.append(contentsOf: object.end())
        }
        return object.end()
    }

    private static func mark(_ mark: WhyNot.Mark) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("at", mark.at.text)
        object.number("step", mark.step)
        object.text("rule", mark.rule.name)
        return object.end()
    }
}
