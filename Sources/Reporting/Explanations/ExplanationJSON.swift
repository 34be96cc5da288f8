internal import JSONText
internal import Payments
public import Stories

/// One payment's story for programs: a step a line, then the payment as `states.json` has it.
public struct ExplanationJSON {
    private let explanation: Explanation

    public init(_ explanation: Explanation) {
        self.explanation = explanation
    }

    public var bytes: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.text("payment", explanation.payment)
            json.text("clock", explanation.end?.text)
            json.object("stream") { json in
                json.number("events", explanation.stream.events)
                json.number("afterEnd", explanation.stream.afterEnd)
                json.number("rejected", explanation.stream.rejected)
            }
            json.rows("steps", explanation.steps) { step, json in
                json.object { Self.write(step, to: &$0) }
            }
            json.lineBreak()
            json.object("whyNot", explanation.whyNot) { Self.write($0, to: &$1) }
            json.lineBreak()
            json.object("state", explanation.state) { $0.write(to: &$1) }
        }
    }

    // MARK: Steps

    private static func write(_ step: ExplainedStep, to json: inout JSONWriter) {
        let sentences = step.sentences
        step.row.write(to: &json)
        json.text("event", step.event)
        if let outcome = step.outcome { json.text("outcome", outcome.name) }
        json.text("reason", sentences.text(step.reason))
        json.list("anomalies", step.oddities) { oddity, json in
            json.object { json in
                json.text("kind", oddity.kind.name)
                json.text("reason", sentences.text(oddity) ?? sentences.text(step.reason))
            }
        }
        json.object("timer") { json in
            json.list("changes", step.timerChanges) { change, json in
                json.object { json in
                    json.text("change", change.kind.rawValue)
                    write(change.timer, to: &json)
                }
            }
            json.object("armed", step.timer) { write($0, to: &$1) }
        }
        json.object("money", step.money) { write($0, to: &$1) }
    }

    private static func write(_ timer: ArmedTimer, to json: inout JSONWriter) {
        json.text("attempt", timer.attempt)
        json.text("deadline", timer.deadline.text)
    }

    private static func write(_ money: MoneyStanding, to json: inout JSONWriter) {
        json.text("currency", money.returned.currency.code)
        json.text("received", money.received.amount)
        json.text("paidBy", money.paidBy)
        json.text("paid", money.paid?.amount)
        json.text("returned", money.returned.amount)
        json.text("client", money.client)
    }

    // MARK: Why not

    private static func write(_ question: WhyNot, to json: inout JSONWriter) {
        let sentences = Sentences(on: nil)
        json.text("status", question.status.name)
        json.boolean("isThere", question.answer == .isThere)
        json.text("answer", sentences.answer(question))
        json.list("stays", question.stays) { stay, json in
            json.object { json in
                json.object("entered") { write(stay.entered, to: &$0) }
                json.object("left", stay.left) { write($0, to: &$1) }
            }
        }
        json.list("findings", question.findings) { finding, json in
            json.object { json in
                json.text("attempt", finding.attempt)
                json.number("step", finding.step)
                json.text("reason", sentences.text(finding))
            }
        }
    }

    private static func write(_ mark: WhyNot.Mark, to json: inout JSONWriter) {
        json.text("at", mark.at.text)
        json.number("step", mark.step)
        json.text("rule", mark.rule.name)
    }
}
