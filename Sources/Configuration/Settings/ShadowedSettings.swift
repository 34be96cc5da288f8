import Documents
public import SourceText

extension DiagnosticCode {
    /// A payment method gives a setting that its connector gives already.
    public static let settingShadowsStatic = DiagnosticCode(
        "setting-shadows-static", .error,
        reason: "The connector's staticJson holds what is common to all its payment methods. If a "
            + "payment method gives the same key again, it is unclear which of the two counts.",
        remedy: "Remove the key from `settings`, or from the connector's staticJson.")
}

/// Rule: a top-level key is in `settings` or in the connector's static settings, not in both.
struct ShadowedSettings {
    private(set) var diagnostics: [Diagnostic] = []
    /// The indices of the keys in question.
    private(set) var keys: Set<Int> = []

    init(_ method: PaymentMethod, _ connector: Connector) {
        guard let settings = method.settings, let common = connector.staticSettings else { return }
        var known: [[UInt8]: Node] = [:]
        for member in common.members { known[member.key.withText(Array.init)] = member.key }
        for member in settings.members {
            guard let other = known[member.key.withText(Array.init)] else { continue }
            keys.insert(member.key.index)
            diagnostics.append(
                Diagnostic(
                    .settingShadowsStatic,
                    "the connector's static settings already give `\(member.name)`", at: member.key,
                    hint: "remove it here or there",
                    notes: [.init("the static setting is here", at: other.span)]))
        }
    }
}
