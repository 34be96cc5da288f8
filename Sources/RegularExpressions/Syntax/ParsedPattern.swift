/// What a parsed pattern is: its tree, and what it says about its groups.
package struct ParsedPattern {
    package let root: PatternNode
    let warnings: [PatternWarning]

    /// How many capturing groups there are; their numbers start at 1.
    let groupCount: Int

    /// The numbers of the groups of each name.
    let groupsByName: [[UInt32]: [Int]]

    /// How many look-aheads and look-behinds there are.
    let lookCount: Int

    let hasBackreferences: Bool

    package init(parsing source: String) throws(PatternError) {
        var parser = Parser(source)
        root = try parser.pattern()
        warnings = parser.warnings
        groupCount = parser.groupCount
        groupsByName = parser.groupsByName
        lookCount = parser.lookCount
        hasBackreferences = !parser.references.isEmpty
    }

    /// The numbers of the groups that a back-reference may mean.
    func groups(of reference: GroupReference) -> [Int] {
        switch reference {
        case .number(let number): [number]
        case .name(let name): groupsByName[name] ?? []
        }
    }
}
