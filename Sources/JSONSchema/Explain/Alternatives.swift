import Documents
import JSONText
import SourceText

/// What tells the alternatives of `anyOf` or `oneOf` apart, where the value is an object.
struct Alternatives {
    /// The key under which each alternative for objects has constants of its own.
    let discriminator: Discriminator?
    /// The keys that each alternative declares.
    let names: [Set<ExactText>]
    /// How many alternatives declare each key.
    private let counts: [ExactText: Int]

    struct Discriminator {
        let name: String
        /// The constants of each alternative; none of one that is not for objects.
        let constants: [[Node]]
        /// Where the first of the constants are.
        let origin: Origin
        /// `required` of the first alternative, if each one for objects requires the key.
        let required: Node?
        let isSecret: Bool
    }

    init(_ blocks: [BlockID], _ code: Code) {
        names = blocks.map { block in
            let plans = code.inPlace(block).flatMap { code.secrecy.edges[Int($0)].objects }
            return Set(plans.flatMap(code.program.declaredNames).map { ExactText($0) })
        }
        counts = names.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
        discriminator = Self.discriminator(of: blocks, code.program)
    }

    /// How many of the keys an alternative declares that others do not.
    func tellingCount(of keys: Set<ExactText>, in alternative: Int) -> Int {
        keys.count { names[alternative].contains($0) && counts[$0] != names.count }
    }

    // MARK: Constants

    private static func discriminator(
        of blocks: [BlockID], _ program: SchemaProgram
    ) -> Discriminator? {
        let tables = blocks.map { block in
            program.blocks[Int(block)].types.contains(.object) ? Constants(block, program) : nil
        }
        let known = tables.compactMap(\.self)
        guard known.count > 1, let first = known.first else { return nil }
        for name in first.names {
            let origins = known.compactMap { $0.origins[name] }
            guard origins.count == known.count, differ(origins) else { continue }
            return Discriminator(
                name: name.text, constants: tables.map { $0?.origins[name].map(values) ?? [] },
                origin: origins[0],
                required: known.allSatisfy { $0.required[name] != nil }
                    ? first.required[name] : nil,
                isSecret: known.contains { $0.secrets.contains(name) })
        }
        return nil
    }

    private static func values(_ origin: Origin) -> [Node] {
        origin.keyword == Keyword.enum.name ? Array(origin.schema.elements) : [origin.schema]
    }

    /// Whether the constants are scalars, and not all alternatives have the same.
    private static func differ(_ origins: [Origin]) -> Bool {
        let lists = origins.map(values)
        guard !lists.joined().contains(where: { $0.kind.isContainer }) else { return false }
        let sets = lists.map { Set($0.map(JSONWriter.bytes)) }
        return Set(sets).count > 1
    }
}

/// The constants that an alternative has under its keys, in every case.
private struct Constants {
    private(set) var names: [ExactText] = []
    private(set) var origins: [ExactText: Origin] = [:]
    private(set) var required: [ExactText: Node] = [:]
    private(set) var secrets: Set<ExactText> = []

    init(_ block: BlockID, _ program: SchemaProgram) {
        var known: Set<BlockID> = [block]
        var pending = [block]
        while let block = pending.popLast() {
            for position in program.blocks[Int(block)][.object].indices {
                switch program.instructions[position] {
                case .members(let plan): add(Int(plan), program)
                case .apply(let target):
                    if known.insert(target).inserted { pending.append(target) }
                case .allOf(let list):
                    let targets = list.indices.map { program.blockLists[$0] }
                    pending += targets.reversed().filter { known.insert($0).inserted }
                default: break
                }
            }
        }
    }

    private mutating func add(_ plan: Int, _ program: SchemaProgram) {
        let origin = program.objectOrigins[plan]
        for (name, position) in zip(origin.names, program.objects[plan].properties.indices) {
            let name = ExactText(name)
            let entry = program.properties[position]
            if entry.isRequired { required[name] = origin.required }
            guard entry.block >= 0 else { continue }
            if program.blocks[Int(entry.block)].flags.contains(.isSecret) { secrets.insert(name) }
            if origins[name] == nil, let constant = program.constant(of: entry.block) {
                origins[name] = constant
                names.append(name)
            }
        }
    }
}

extension SchemaProgram {
    /// `const` or `enum` of a schema.
    fileprivate func constant(of block: BlockID) -> Origin? {
        for kind in Node.Kind.allCases {
            for position in blocks[Int(block)][kind].indices
            where [Keyword.const, .enum].contains(where: { $0.name == origins[position].keyword }) {
                return origins[position]
            }
        }
        return nil
    }
}
