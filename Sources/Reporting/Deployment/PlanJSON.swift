public import Deployment
import JSONText
import SourceText

/// A plan for programs: one change a line, values as JSON, secrets as `"•••"`.
public struct PlanJSON: Sendable {
    private let plan: Plan

    public init(_ plan: Plan) {
        self.plan = plan
    }

    public var bytes: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.text("actor", plan.actor)
            json.text("lineage", plan.base?.lineage)
            json.number("serial", plan.base?.serial ?? 0)
            json.list("changes", plan.changes) { change, json in
                json.lineBreak()
                json.object { Self.write(change, to: &$0) }
            }
            json.list("refusals", plan.refusals) { refusal, json in
                json.lineBreak()
                json.object { Self.write(refusal, to: &$0) }
            }
        }
    }

    private static func write(_ change: Change, to json: inout JSONWriter) {
        json.text("action", change.action.rawValue)
        json.text("kind", change.kind == .connector ? "Connector" : "PaymentMethod")
        json.text("id", change.id)
        json.number("number", change.number)
        json.list("fields", change.fields) { field, json in
            json.object { json in
                json.text("path", field.path)
                json.value("old", field.old ?? "null")
                json.value("new", field.new ?? "null")
            }
        }
        json.texts("notes", change.notes.map { PlanSentences.text($0, of: change) })
    }

    private static func write(_ refusal: Refusal, to json: inout JSONWriter) {
        json.text("code", PlanSentences.code(refusal).name)
        json.text("connector", refusal.connector)
        json.texts("methods", PlanSentences.methods(refusal))
        json.text("message", PlanSentences.text(refusal))
    }
}
