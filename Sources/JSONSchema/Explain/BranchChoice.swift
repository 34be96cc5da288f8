import Documents
import SourceText

/// Which alternatives an object may have been meant to match.
enum BranchChoice {
    /// What is wrong is the same whichever is meant, and has been reported.
    case reported
    /// This one, as the remark says.
    case one(Int, remark: String)
    /// The nearest of these; for each alternative, the number of keys that it does not declare.
    case nearest(of: [Int], strangers: [Int])
}

extension FailureExplainer {
    /// Chooses by the key that tells the alternatives apart, or else by the keys that are there.
    ///
    /// - Parameter start: where the list of the alternatives starts in the program.
    mutating func choose(_ blocks: [BlockID], _ start: Int32, _ node: Node) -> BranchChoice {
        let facts = alternatives[start] ?? Alternatives(blocks, code)
        alternatives[start] = facts
        let keys = Set(node.members.map { ExactText($0.name) })
        let strangers = facts.names.map { names in keys.count { !names.contains($0) } }
        let all = Array(blocks.indices)
        guard let discriminator = facts.discriminator else {
            return .nearest(of: all, strangers: strangers)
        }
        if let value = node[discriminator.name] {
            let matching = all.filter {
                discriminator.constants[$0].contains {
                    $0.isEqual(to: value, opaqueIsAnyString: true)
                }
            }
            if !matching.isEmpty { return .nearest(of: matching, strangers: strangers) }
            let constants = distinct(discriminator.constants.joined())
            explainValue(
                value.index, discriminator.origin, constants, count: constants.count)
            return .reported
        }
        guard let required = discriminator.required else {
            return .nearest(of: all, strangers: strangers)
        }
        let counts = all.map { facts.tellingCount(of: keys, in: $0) }
        let most = counts.max() ?? 0
        if most == 0 {
            reportMissing(discriminator, required, node.index)
            return .reported
        }
        let meant = all.filter { counts[$0] == most }
        guard let only = meant.first, meant.count == 1 else {
            return .nearest(of: meant, strangers: strangers)
        }
        return .one(only, remark: " (alternative \(label(of: blocks[only], discriminator, only)))")
    }

    /// The constants without repetitions.
    private func distinct(_ values: some Sequence<Node>) -> [Node] {
        var result: [Node] = []
        var known: [Int: [Node]] = [:]
        for value in values {
            let hash = ValueHash.of(value)
            if known[hash]?.contains(where: { $0.isEqual(to: value) }) ?? false { continue }
            known[hash, default: []].append(value)
            result.append(value)
        }
        return result
    }

    /// Reports that the key is missing that would say which alternative is meant.
    private mutating func reportMissing(
        _ discriminator: Alternatives.Discriminator, _ required: Node, _ index: Int
    ) {
        let values = distinct(discriminator.constants.joined())
        let list = Listing.short(
            values.prefix(Listing.shortLimit).map(ValueText.short), of: values.count)
        let isShown = !discriminator.isSecret && !isHidden(index)
        report(
            Origin(.required, required), index, Self.missing([discriminator.name]),
            hint: isShown ? "write \(values.count > 1 ? "one of " : "")\(list)" : nil)
    }

    /// The title of an alternative, or else its constant.
    private func label(
        of block: BlockID, _ discriminator: Alternatives.Discriminator, _ position: Int
    ) -> String {
        let schema = code.program.blockOrigins[Int(block)].schema
        let target = schema[.ref].flatMap { code.program.references[NodeID($0)] }
        if let title = schema[.title]?.string ?? target?[.title]?.string {
            return ValueText.cut(title)
        }
        let name = ValueText.quoted(discriminator.name)
        guard let constant = discriminator.constants[position].first, !discriminator.isSecret else {
            return String(position + 1)
        }
        return "with \(name): \(ValueText.short(constant))"
    }
}
