import Documents
import SourceText

/// The resellers of one installation and what leads from one to another.
struct ResellerLinks {
    let installation: Installation
    /// The resellers, one for each id: the first that has it.
    let resellers: [Reseller]
    let byID: [String: Int]

    init(_ installation: Installation) {
        self.installation = installation
        var byID: [String: Int] = [:]
        var resellers: [Reseller] = []
        for reseller in installation.resellers where byID[reseller.id] == nil {
            byID[reseller.id] = resellers.count
            resellers.append(reseller)
        }
        self.byID = byID
        self.resellers = resellers
    }

    func unknownParents() -> [Diagnostic] {
        guard installation.isComplete else { return [] }
        var suggestions = NameSuggestions(resellers.map(\.id))
        return installation.resellers.compactMap { reseller in
            guard let parent = reseller.parent, byID[parent] == nil,
                let node = reseller.node?["parent"]
            else { return nil }
            return Diagnostic(
                .resellerParentUnknown, "there is no reseller `\(parent)`", at: node,
                hint: suggestions.hint(for: parent) ?? suggestions.listing)
        }
    }

    /// One finding for each cycle, at the first of its resellers.
    func cycles() -> [Diagnostic] {
        var state = [Int](repeating: 0, count: resellers.count)
        var diagnostics: [Diagnostic] = []
        for start in resellers.indices {
            var path: [Int] = []
            var next: Int? = start
            while let index = next, state[index] == 0 {
                state[index] = start + 1
                path.append(index)
                next = resellers[index].parent.flatMap { byID[$0] }
            }
            if let end = next, state[end] == start + 1, let from = path.firstIndex(of: end) {
                cycle(path[from...]).map { diagnostics.append($0) }
            }
        }
        return diagnostics
    }

    private func cycle(_ members: ArraySlice<Int>) -> Diagnostic? {
        guard let first = members.min(), let node = resellers[first].node?["parent"] else {
            return nil
        }
        let start = members.firstIndex(of: first) ?? members.startIndex
        let ordered = members[start...] + members[..<start] + [first]
        let chain = ordered.map { "`\(resellers[$0].id)`" }.joined(separator: " → ")
        return Diagnostic(
            .resellerCycle, "the parents of this reseller lead back to it: \(chain)", at: node,
            hint: "give one of them a parent outside of these, or none if it is the root")
    }

    func rootMissing() -> [Diagnostic] {
        guard installation.isComplete, !resellers.contains(where: \.isRoot),
            let node = installation.node?["resellers"]
        else { return [] }
        return [
            Diagnostic(
                .rootResellerMissing, "no reseller is the root: one of them must have no `parent`",
                at: node)
        ]
    }

    func furtherRoots() -> [Diagnostic] {
        let roots = resellers.filter(\.isRoot).compactMap { $0.node?["id"] }
        guard let first = roots.first else { return [] }
        return roots.dropFirst().map { node in
            Diagnostic(
                .rootResellerAmbiguous,
                "a second reseller has no `parent`; only the root reseller may have none", at: node,
                hint: "give it a parent, for example `parent: \(first.string ?? "")`",
                notes: [.init("the first one is here", at: first.span)])
        }
    }
}
