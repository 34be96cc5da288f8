import Documents
import JSONSchema
import SourceText

/// Finds out whether two schemas say the same in the same words, annotations aside. References are
/// followed: what they lead to must be the same, too.
struct Sameness {
    private let subschemas: SubschemaTable
    private var known: [Pair: Bool] = [:]
    private var work: Int

    private struct Pair: Hashable {
        let left: SubschemaID
        let right: SubschemaID
    }

    init(_ subschemas: SubschemaTable, limits: CompareLimits) {
        self.subschemas = subschemas
        work = limits.samePairs
    }

    /// Whether both schemas certainly accept the same values.
    ///
    /// Pairs that are met again are taken to be the same: only if some pair differs do two schemas
    /// that are compared keyword by keyword differ.
    mutating func areSame(_ left: SubschemaID, _ right: SubschemaID) -> Bool {
        let start = Pair(left: left, right: right)
        if let known = known[start] { return known }
        var seen: Set<Pair> = []
        var pending = [start]
        while let pair = pending.popLast() {
            if pair.left == pair.right || known[pair] == true { continue }
            guard seen.insert(pair).inserted else { continue }
            work -= 1
            guard work > 0, known[pair] != false, let more = parts(of: pair) else {
                known[start] = false
                return false
            }
            pending += more
        }
        for pair in seen { known[pair] = true }
        return true
    }

    /// The pairs of subschemas that must be the same; nil if something else differs.
    private func parts(of pair: Pair) -> [Pair]? {
        let (left, right) = (subschemas.entries[pair.left], subschemas.entries[pair.right])
        guard left.node.kind == .object, right.node.kind == .object else {
            return left.node.kind == right.node.kind && left.node.boolean == right.node.boolean
                ? [] : nil
        }
        let language = subschemas.language(of: pair.left)
        let other = subschemas.language(of: pair.right)
        guard language.dialect == other.dialect, language.vocabularies == other.vocabularies,
            subschemas.assertsFormats(pair.left) == subschemas.assertsFormats(pair.right)
        else { return nil }
        let mine = SchemaObject(left.node, language: language)
        let others = SchemaObject(right.node, language: other)
        var pairs: [Pair] = []
        for keyword in Keyword.allCases where !isSilent(keyword, pair) {
            switch (mine[keyword], others[keyword]) {
            case (nil, nil): continue
            case (let value?, let value2?):
                guard let more = self.parts(keyword, value, value2, left, right, language.dialect)
                else { return nil }
                pairs += more
            default: return nil
            }
        }
        return pairs
    }

    private func isSilent(_ keyword: Keyword, _ pair: Pair) -> Bool {
        keyword == .format
            ? !subschemas.assertsFormats(pair.left) : keyword.facts.effect != .assertion
    }

    private func parts(
        _ keyword: Keyword, _ value: Node, _ other: Node, _ left: SubschemaTable.Entry,
        _ right: SubschemaTable.Entry, _ dialect: Dialect
    ) -> [Pair]? {
        switch keyword {
        case .dynamicRef, .recursiveRef: return nil
        case .ref:
            guard let text = value.string, let otherText = other.string,
                let target = subschemas.target(text, from: left.location, left.side),
                let otherTarget = subschemas.target(otherText, from: right.location, right.side)
            else { return nil }
            return [Pair(left: target, right: otherTarget)]
        default: break
        }
        let subschemas = keyword.facts.subschemas
        if subschemas == .none { return value.isEqual(to: other) ? [] : nil }
        guard value.kind == other.kind, value.count == other.count || value.isSchema else {
            return nil
        }
        if subschemas == .map { return members(value, other, left, right) }
        let mine = subschemas.found(in: value, dialect)
        let others = subschemas.found(in: other, dialect)
        guard mine.count == others.count, !mine.isEmpty || value.isEqual(to: other) else {
            return nil
        }
        return zip(mine, others).map { pair($0, $1, left, right) }
    }

    private func members(
        _ value: Node, _ other: Node, _ left: SubschemaTable.Entry, _ right: SubschemaTable.Entry
    ) -> [Pair]? {
        guard value.count == other.count else { return nil }
        let others = Dictionary(
            other.members.map { (ExactText($0.name), $0.value) }, uniquingKeysWith: { $1 })
        let names = Set(value.members.map { ExactText($0.name) })
        guard others.count == other.count, names.count == value.count else { return nil }
        var pairs: [Pair] = []
        for member in value.members {
            guard let match = others[ExactText(member.name)] else { return nil }
            if member.value.isSchema && match.isSchema {
                pairs.append(pair(member.value, match, left, right))
            } else if !member.value.isEqual(to: match) {
                return nil
            }
        }
        return pairs
    }

    private func pair(
        _ mine: Node, _ other: Node, _ left: SubschemaTable.Entry, _ right: SubschemaTable.Entry
    ) -> Pair {
        Pair(
            left: subschemas.id(of: mine, in: left.location, left.side),
            right: subschemas.id(of: other, in: right.location, right.side))
    }
}
