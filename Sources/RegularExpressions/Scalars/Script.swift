/// The values of `Script` and `Script_Extensions` by the names that ECMA-262 gives them.
enum Script {
    /// The scalars of the script with this name; nil if there is no such script.
    static func scalars(named name: Substring) -> ScalarSet? {
        switch name {
        case "Zzzz", "Unknown": UnicodeTable.scripts.all.complement
        case "Hrkt", "Katakana_Or_Hiragana": .empty
        default: UnicodeTable.scripts.scalars(named: name)
        }
    }

    /// The scalars that the script with this name uses; nil if there is no such script.
    static func extensions(named name: Substring) -> ScalarSet? {
        guard let own = scalars(named: name) else { return nil }
        let shared = UnicodeTable.scriptExtensions
        let shortName = UnicodeTable.scripts.names(with: name)?.first ?? name
        // What several scripts share is no longer common to all.
        if shortName == "Zyyy" || shortName == "Zinh" { return own.subtracting(shared.all) }
        return own.union(shared.scalars(named: shortName) ?? .empty)
    }
}
