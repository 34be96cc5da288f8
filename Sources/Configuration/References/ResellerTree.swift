import Documents
public import SourceText

extension DiagnosticCode {
    /// No reseller is without a parent.
    public static let rootResellerMissing = DiagnosticCode(
        "root-reseller-missing", .error,
        reason: "Exactly one reseller, the root, has no parent; only it may manage connectors.",
        remedy: "Add a reseller without `parent`, or remove the `parent` of the topmost one.")

    /// More than one reseller is without a parent.
    public static let rootResellerAmbiguous = DiagnosticCode(
        "root-reseller-ambiguous", .error,
        reason: "Exactly one reseller, the root, has no parent; only it may manage connectors. "
            + "With two, it is unclear which of them may.",
        remedy: "Give every reseller but one a `parent`.")

    /// A reseller's parent does not exist.
    public static let resellerParentUnknown = DiagnosticCode(
        "reseller-parent-unknown", .error,
        reason: "`parent` names another reseller of the same installation by its id.",
        remedy: "Correct the id, or add the reseller that it names.")

    /// A reseller is above itself.
    public static let resellerCycle = DiagnosticCode(
        "reseller-cycle", .error,
        reason: "Resellers form a tree; here the parents of a reseller lead back to it and never "
            + "to the root.",
        remedy: "Give one reseller of the cycle a parent outside it.")
}

/// Rule: the resellers of an installation form one tree.
enum ResellerTree {
    static func check(_ model: Model) -> [Diagnostic] {
        model.installations.flatMap { installation -> [Diagnostic] in
            let links = ResellerLinks(installation)
            let faults = links.unknownParents() + links.cycles()
            // A wrong parent may be the very one that the root should not have.
            return faults + (faults.isEmpty ? links.rootMissing() : []) + links.furtherRoots()
        }
    }
}
