import Documents
import JSONSchema
import SourceText

/// Schemas that all apply to one value, each once and in order.
struct Conjunction: Hashable {
    let subschemas: [SubschemaID]

    init(_ subschemas: [SubschemaID]) {
        self.subschemas = Array(Set(subschemas)).sorted()
    }

    func with(_ others: [SubschemaID]) -> Conjunction { Conjunction(subschemas + others) }
}

/// What is certain of a value that is valid under some schemas: what they say together, references
/// and `allOf` followed. What is not understood is left out, so that there are at least as many
/// such values as there seem to be.
struct Facts {
    private(set) var isNever = false
    private(set) var types: TypeSet = .all
    private(set) var lists: [[Node]] = []
    private(set) var lower: NumberBound?
    private(set) var upper: NumberBound?
    private(set) var multiples: [Number] = []
    private(set) var minLength = 0
    private(set) var maxLength = Int.max
    private(set) var patterns: Set<ExactText> = []
    private(set) var formats: Set<ExactText> = []
    private(set) var minItems = 0
    private(set) var maxItems = Int.max
    private(set) var hasUniqueItems = false
    private(set) var arrays: [ArrayShape] = []
    private(set) var contains: [ContainsShape] = []
    private(set) var minProperties = 0
    private(set) var maxProperties = Int.max
    private(set) var required: [ExactText] = []
    private(set) var requiredSet: Set<ExactText> = []
    private(set) var dependentRequired: [Shape.Dependency] = []
    private(set) var objects: [ObjectShape] = []
    private(set) var propertyNames: [SubschemaID] = []
    private(set) var nots: [SubschemaID] = []
    private(set) var oneOfs: [Shape.Alternatives] = []
    private(set) var conditionals: [Shape.Conditional] = []
    /// Lists of conjunctions of schemas; at least one of each list applies.
    private(set) var alternatives: [[[SubschemaID]]] = []
    /// Every schema that applies, with those that it refers to.
    private(set) var members: [SubschemaID] = []
    private var memberSet: Set<SubschemaID> = []

    init(_ conjunction: Conjunction, _ subschemas: SubschemaTable, limit: Int) {
        var pending = Array(conjunction.subschemas.reversed())
        while let id = pending.popLast(), members.count < limit {
            guard memberSet.insert(id).inserted else { continue }
            members.append(id)
            let shape = subschemas.shape(of: id)
            add(shape)
            pending += shape.all.reversed()
        }
        completeRequired()
    }

    func contains(member id: SubschemaID) -> Bool { memberSet.contains(id) }

    private mutating func add(_ shape: Shape) {
        isNever = isNever || shape.isNever
        types = TypeSet.intersection(types, shape.types)
        lists += shape.enums.map(\.values)
        for bound in shape.lower where lower.map({ bound.isAbove($0) }) ?? true { lower = bound }
        for bound in shape.upper where upper.map({ bound.isBelow($0) }) ?? true { upper = bound }
        multiples += shape.multiples.map(\.number)
        minLength = max(minLength, shape.minLength?.value ?? 0)
        maxLength = min(maxLength, shape.maxLength?.value ?? Int.max)
        patterns.formUnion(shape.patterns.map(\.text))
        formats.formUnion(shape.formats.map(\.text))
        addContainers(shape)
        if let not = shape.not { nots.append(not.subschema) }
        if let anyOf = shape.anyOf { alternatives.append(anyOf.branches) }
        if let oneOf = shape.oneOf {
            oneOfs.append(oneOf)
            alternatives.append(oneOf.branches)
        }
        if let conditional = shape.conditional {
            conditionals.append(conditional)
            alternatives.append([
                [conditional.condition] + (conditional.consequence.map { [$0] } ?? []),
                conditional.alternative.map { [$0] } ?? [],
            ])
        }
    }

    private mutating func addContainers(_ shape: Shape) {
        minItems = max(minItems, shape.minItems?.value ?? 0)
        maxItems = min(maxItems, shape.maxItems?.value ?? Int.max)
        hasUniqueItems = hasUniqueItems || shape.uniqueItems != nil
        if let array = shape.array { arrays.append(array) }
        if let contains = shape.contains {
            self.contains.append(contains)
            minItems = max(minItems, contains.minimum)
        }
        minProperties = max(minProperties, shape.minProperties?.value ?? 0)
        maxProperties = min(maxProperties, shape.maxProperties?.value ?? Int.max)
        for name in shape.required where requiredSet.insert(name.text).inserted {
            required.append(name.text)
        }
        dependentRequired += shape.dependentRequired
        if let object = shape.object { objects.append(object) }
        if let names = shape.propertyNames { propertyNames.append(names) }
    }

    /// What required keys require in turn.
    private mutating func completeRequired() {
        for name in closure(of: required) where requiredSet.insert(name).inserted {
            required.append(name)
        }
        minProperties = max(minProperties, required.count)
    }

    /// The names with all those that they require beside them.
    func closure(of names: [ExactText]) -> [ExactText] {
        if dependentRequired.isEmpty { return names }
        var wanted: [ExactText: [ExactText]] = [:]
        for dependency in dependentRequired {
            wanted[dependency.name, default: []] += dependency.others
        }
        var result: [ExactText] = []
        var known: Set<ExactText> = []
        var pending = Array(names.reversed())
        while let name = pending.popLast() {
            guard known.insert(name).inserted else { continue }
            result.append(name)
            pending += wanted[name] ?? []
        }
        return result
    }

    /// The schemas of the element at `index`.
    func element(at index: Int) -> [SubschemaID] { arrays.compactMap { $0[index] } }

    /// The first index from which all elements have the same schemas.
    var prefixCount: Int { arrays.map(\.prefix.count).max() ?? 0 }
}

extension TypeSet {
    /// The values that have a type of both sets: an integer is a number, too.
    static func intersection(_ left: TypeSet, _ right: TypeSet) -> TypeSet {
        var result = left.expanded.intersection(right.expanded)
        if result.contains(.number) { result.subtract([.integer, .integerLiteral]) }
        if result.contains(.integer) { result.remove(.integerLiteral) }
        return result
    }

    private var expanded: TypeSet {
        if contains(.number) { return union([.integer, .integerLiteral]) }
        return contains(.integer) ? union(.integerLiteral) : self
    }
}

extension NumberBound {
    /// Whether this lower bound says more than `other`.
    func isAbove(_ other: NumberBound) -> Bool {
        number > other.number || number == other.number && isExclusive && !other.isExclusive
    }

    /// Whether this upper bound says more than `other`.
    func isBelow(_ other: NumberBound) -> Bool {
        number < other.number || number == other.number && isExclusive && !other.isExclusive
    }
}
