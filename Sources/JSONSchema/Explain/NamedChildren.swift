import Documents

/// The members and elements that the schemas of one value name, in any branch.
struct NamedChildren {
    /// The names of members, in the order of the schemas.
    let names: [String]
    /// Plans that take members by patterns.
    let patterned: [ObjectPlan]
    let items: [ItemsPlan]
    /// Whether another keyword takes any child: `contains`, or an unevaluated one further in.
    let takesAny: Bool
    let takesAnyMember: Bool
    /// The bytes of the names: texts are equal here if they look alike only.
    private let declared: Set<[UInt8]>

    /// - Parameter names: the names that each plan for objects declares.
    init(of root: BlockID, _ code: Code, _ names: (Int32) -> [String]) {
        let edges = code.inPlace(root).map { ($0, code.secrecy.edges[Int($0)]) }
        let plans = edges.flatMap(\.1.objects)
        let objects = plans.map { code.program.objects[$0] }
        self.names = plans.flatMap { names(Int32($0)) }
        patterned = objects.filter { $0.patterns.count > 0 }
        items = edges.flatMap(\.1.items).map { code.program.items[$0] }
        takesAny = edges.contains { $1.children.count > ($0 == root ? 1 : 0) }
        takesAnyMember = objects.contains(where: \.hasAdditional)
        declared = Set(self.names.map { Array($0.utf8) })
    }

    /// Whether a schema names this very key.
    func declares(_ key: Node) -> Bool { key.withText { declared.contains(Array($0)) } }
}
