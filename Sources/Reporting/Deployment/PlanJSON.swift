public import Deployment
import Documents
import SourceText

/// A plan for programs: one change a line, values as JSON, secrets as `"•••"`.
public struct PlanJSON: Sendable {
    private let plan: Plan

    public init(_ plan: Plan) {
        self.plan = plan
    }

    public var bytes: [UInt8] {
        var object = JSONObjectWriter()
        object.number("formatVersion", 1)
        object.text("actor", plan.actor)
        object.text("lineage", plan.base?.lineage)
        object.number("serial", plan.base?.serial ?? 0)
        object.list("changes", plan.changes) { change, output in
            output += Array("\n".utf8) + Self.change(change)
        }
        object.list("refusals", plan.refusals) { refusal, output in
            output += Array("\n".utf8) + Self.refusal(refusal)
        }
        return object.end() + Array("\n".utf8)
    }

    private static func change(_ change: Change) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("action", change.action.rawValue)
        object.text("kind", change.kind == .connector ? "Connector" : "PaymentMethod")
        object.text("id", change.id)
        object.number("number", change.number)
        object.list("fields", change.fields) { field, output in
            var part = JSONObjectWriter()
            part.text("path", field.path)
            part.value("old", field.old ?? "null")
            part.value("new", field.new ?? "null")
            output += part.end()
        }
        object.texts("notes", change.notes.map { PlanSentences.text($0, of: change) })
        return object.end()
    }

    private static func refusal(_ refusal: Refusal) -> [UInt8] {
        var object = JSONObjectWriter()
        object.text("code", PlanSentences.code(refusal).name)
        object.text("connector", refusal.connector)
        object.texts("methods", PlanSentences.methods(refusal))
        object.text("message", PlanSentences.text(refusal))
        return object.end()
    }
}
