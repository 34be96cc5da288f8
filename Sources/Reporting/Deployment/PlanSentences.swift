public import Deployment
import SourceText

/// What plans say, in words.
enum PlanSentences {
    static func text(_ note: Change.Note, of change: Change) -> String {
        switch note {
        case .keyGenerated: "a hash key of 32 bytes is generated"
        case .keyShared(let variable):
            "the hash key is the one that the environment variable \(variable) holds"
        case .keyDeleted:
            "its hash key is deleted: results that are signed with it can no longer be verified"
        case .periodChanged(let old, let new): period(old, new)
        case .settingsStayValid(let methods):
            "the stored settings of " + Listing.count(methods, "payment method")
                + " stay valid under the new schema"
        case .looksLikeRenaming(let old): renaming(old, change)
        }
    }

    private static func period(_ old: Int?, _ new: Int?) -> String {
        let kept =
            old.map {
                "attempts in flight keep their deadlines (\(minutes($0)) after they started)"
            }
            ?? "attempts in flight go on without a deadline"
        let next =
            new.map { "those that start from now on have \(minutes($0))" }
            ?? "those that start from now on wait without end"
        return kept + "; " + next
    }

    private static func minutes(_ count: Int) -> String { Listing.count(count, "minute") }

    private static func renaming(_ old: String, _ change: Change) -> String {
        let what = "an id cannot be changed: `\(old)` is deleted and `\(change.id)` created"
        return change.kind == .connector
            ? what + ", with a new number and a new hash key"
            : what + "; events that name the old one will find no payment method"
    }

    /// The finding that a refusal is.
    static func code(_ refusal: Refusal) -> DiagnosticCode {
        switch refusal.reason {
        case .inUse: .connectorInUse
        case .settingsBecomeInvalid, .schemaOfUsedConnector: .connectorSchemaInUse
        }
    }

    static func text(_ refusal: Refusal) -> String {
        let name = "connector `\(refusal.connector)`"
        switch refusal.reason {
        case .inUse(let methods):
            return "\(name) cannot be deleted: it is used by \(Listing.quoted(methods))"
        case .schemaOfUsedConnector(let methods):
            return
                "the jsonSchema of \(name) cannot change: it is used by \(Listing.quoted(methods))"
        case .settingsBecomeInvalid(let methods):
            let details = methods.map { method in
                let problems = method.problems.map { "\($0.pointer) \($0.message)" }
                return "\(method.id) (\(problems.joined(separator: "; ")))"
            }
            return "the jsonSchema of \(name) cannot change: under the new one the stored settings "
                + "are not valid of " + details.joined(separator: ", ")
        }
    }

    /// The payment methods that a refusal names.
    static func methods(_ refusal: Refusal) -> [String] {
        switch refusal.reason {
        case .inUse(let methods), .schemaOfUsedConnector(let methods): methods
        case .settingsBecomeInvalid(let methods): methods.map(\.id)
        }
    }

    /// `1 to create, 2 to update`; zeros are left out.
    static func counts(_ plan: Plan) -> String {
        let parts = Change.Action.allCases.compactMap { action -> String? in
            let count = plan.changes.count { $0.action == action }
            return count == 0 ? nil : "\(count) to \(action.rawValue)"
        }
        return parts.isEmpty ? "nothing to change" : parts.joined(separator: ", ")
    }
}

extension Plan.Denial {
    /// Who is denied what, and who may.
    public func text(_ actor: String) -> String {
        "`\(actor)` may not \(action.rawValue) \(kind.rawValue) `\(id)`; "
            + "\(Listing.quoted(managers)) may"
    }
}
