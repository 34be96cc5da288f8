import Documents

extension Fusion {
    /// A table of one name needs no hash.
    func names(_ table: NameTable) -> Step {
        let start = Int(table.slots)
        let taken = program.slots[start...start + Int(table.mask)].filter { $0.value >= 0 }
        if taken.count == 1 { return .text(taken[0].text) }
        return .names(table)
    }

    /// Whether a number is one of these values, where all of them are integers of 64 bits.
    mutating func integers(_ set: Int32) -> Step? {
        var list: [Int64] = []
        for value in program.valueSets[Int(set)].values {
            guard let number = value.number?.integer,
                number.magnitude < 1_000_000_000_000_000_000
            else { return nil }
            list.append(Int64(number))
        }
        let start = result.integers.count
        result.integers += list.sorted()
        return .integers(FlatRange(start: Int32(start), count: Int32(list.count)))
    }

    /// Adds a bound or divisor, to the checks before it if they belong together.
    mutating func addNumber(_ check: NumberCheck, at position: Int, to draft: inout Draft) {
        let instruction = Int32(position)
        guard let value = operand(check) else {
            draft.steps.append(.instruction(instruction))
            return
        }
        var step = NumberStep()
        step.instructions = FlatRange(start: instruction, count: 1)
        step.set(check, value)
        if case .number(let last)? = draft.steps.last,
            let merged = result.numbers[Int(last)].merging(step)
        {
            result.numbers[Int(last)] = merged
        } else {
            draft.steps.append(.number(Int32(result.numbers.count)))
            result.numbers.append(step)
        }
    }

    private func operand(_ check: NumberCheck) -> Decimal? {
        switch check {
        case .minimum(let index), .exclusiveMinimum(let index), .maximum(let index),
            .exclusiveMaximum(let index), .multipleOf(let index):
            Decimal(program.numbers[Int(index)])
        }
    }

    /// One schema for every element.
    func items(_ id: Int32) -> Step? {
        let plan = program.items[Int(id)]
        if plan.prefix.count > 0 || plan.isTracking || plan.rest < 0 { return nil }
        let block = program.blocks[Int(plan.rest)]
        return block.flags.contains(.isPlain) ? .elementTypes(block.types) : .elements(plan.rest)
    }

    /// Whether an object plan asks only for one or two short names.
    func hasFewNames(_ id: Int32) -> Bool {
        let plan = program.objects[Int(id)]
        return 1...2 ~= plan.properties.count && plan.patterns.count == 0 && !plan.hasAdditional
            && !plan.isTracking
            && plan.properties.indices.allSatisfy { result.propertyNames[$0].text.count <= 16 }
    }

    /// Names that an object plan requires but does not declare get a schema too: that of additional
    /// properties, unless a pattern may match them.
    mutating func fuseProperties() {
        result.properties = program.properties
        result.propertyNames = program.properties.map { _ in .free }
        for plan in program.objects where plan.names.mask >= 0 {
            let start = Int(plan.names.slots)
            for slot in program.slots[start...start + Int(plan.names.mask)] where slot.value >= 0 {
                result.propertyNames[Int(slot.value)] = slot
            }
        }
        for plan in program.objects where plan.hasAdditional && plan.patterns.count == 0 {
            for position in plan.properties.indices where !program.properties[position].isDeclared {
                result.properties[position].block = plan.additional
                result.properties[position].isDeclared = true
            }
        }
    }
}

extension NumberStep {
    /// Adopts a check.
    mutating func set(_ check: NumberCheck, _ value: Decimal) {
        switch check {
        case .minimum: (minimum, parts) = (value, .minimum)
        case .exclusiveMinimum: (minimum, parts) = (value, [.minimum, .excludesMinimum])
        case .maximum: (maximum, parts) = (value, .maximum)
        case .exclusiveMaximum: (maximum, parts) = (value, [.maximum, .excludesMaximum])
        case .multipleOf: (divisor, parts) = (value, .divisor)
        }
    }

    /// Both together; nil if they ask for the same or if their instructions are not adjacent.
    func merging(_ other: NumberStep) -> NumberStep? {
        guard other.instructions.start == instructions.start + instructions.count,
            parts.isDisjoint(with: other.parts)
        else { return nil }
        var merged = self
        if other.parts.contains(.minimum) { merged.minimum = other.minimum }
        if other.parts.contains(.maximum) { merged.maximum = other.maximum }
        if other.parts.contains(.divisor) { merged.divisor = other.divisor }
        merged.parts.formUnion(other.parts)
        merged.instructions.count += other.instructions.count
        return merged
    }
}

extension Decimal {
    /// Nil if the number is too large or has too many digits.
    init?(_ number: Number) {
        var literal = number.description
        guard let value = literal.withUTF8({ Decimal($0) }) else { return nil }
        self = value
    }
}
