/// The values of `Script` and `Script_Extensions` by the names that ECMA-262 gives them.
enum Script {
    /// The scalars whose script is the one named, or nothing if there is no such script.
    static func scalars(named name: Substring) -> ScalarSet? {
        switch name {
        case "Zzzz", "Unknown":
            ScalarSet(lines(of: scriptTable).flatMap { ScalarSet(listing: $0.runs).runs })
                .complement
        case "Hrkt", "Katakana_Or_Hiragana":
            .empty
        default:
            lines(of: scriptTable).first { $0.names.contains(name) }
                .map { ScalarSet(listing: $0.runs) }
        }
    }

    /// The scalars that the script named uses, or nothing if there is no such script.
    static func extensions(named name: Substring) -> ScalarSet? {
        guard let own = scalars(named: name) else { return nil }
        let names = lines(of: scriptTable).first { $0.names.contains(name) }?.names
        let shortName = names?.first ?? name
        var shared = ScalarSet.empty
        var used = own
        for line in lines(of: scriptExtensionTable) {
            let set = ScalarSet(listing: line.runs)
            shared = shared.union(set)
            if line.names.contains(shortName) { used = used.union(set) }
        }
        // What several scripts share is no longer common to all.
        return shortName == "Zyyy" || shortName == "Zinh" ? own.subtracting(shared) : used
    }

    private static func lines(
        of table: String
    ) -> [(names: [Substring], runs: Substring)] {
        table.split(separator: "\n").map { line in
            let sides = line.split(separator: ":")
            return (sides[0].split(separator: " "), sides.count > 1 ? sides[1] : "")
        }
    }
}

extension ScalarSet {
    /// The runs that a table lists: `41-5A AA 100-102`, in hexadecimal.
    init(listing runs: some StringProtocol) {
        self.init(
            runs.split(separator: " ").compactMap { run in
                let bounds = run.split(separator: "-").compactMap { UInt32($0, radix: 16) }
                guard let first = bounds.first, let last = bounds.last else { return nil }
                return first...last
            }
        )
    }
}
