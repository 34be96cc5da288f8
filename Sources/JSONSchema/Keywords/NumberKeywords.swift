import Documents

/// The bounds of numbers and `multipleOf`, compiled. Payloads are indices into the program's numbers.
enum NumberCheck: Sendable, BitwiseCopyable {
    case minimum(Int32)
    case exclusiveMinimum(Int32)
    case maximum(Int32)
    case exclusiveMaximum(Int32)
    case multipleOf(Int32)

    var cost: Int {
        if case .multipleOf = self { 4 } else { 3 }
    }
}

extension Lowering {
    mutating func lowerNumbers(_ scope: BlockScope, into draft: inout BlockDraft) {
        let lower = scope.schema.bounds(.minimum, .exclusiveMinimum).map {
            ($0, $0.isExclusive ? NumberCheck.exclusiveMinimum : NumberCheck.minimum)
        }
        let upper = scope.schema.bounds(.maximum, .exclusiveMaximum).map {
            ($0, $0.isExclusive ? NumberCheck.exclusiveMaximum : NumberCheck.maximum)
        }
        let inOrder = (lower + upper).sorted { $0.0.keyword.rawValue < $1.0.keyword.rawValue }
        for (bound, check) in inOrder {
            draft.add(
                .number(check(add(bound.number))), for: .number,
                from: Origin(bound.keyword, bound.node))
        }
        lowerMultipleOf(scope, into: &draft)
    }

    private mutating func lowerMultipleOf(_ scope: BlockScope, into draft: inout BlockDraft) {
        guard let node = scope.schema[.multipleOf], let divisor = node.number,
            divisor > Number(0)
        else { return }
        guard divisor.significantDigits <= program.limits.multipleOfDigits else {
            let limit = program.limits.multipleOfDigits
            registry.report(
                .schema(
                    .schemaInvalid, "\"multipleOf\" may have at most \(limit) significant digits",
                    at: node))
            return
        }
        draft.add(
            .number(.multipleOf(add(divisor))), for: .number, from: Origin(.multipleOf, node))
    }

    private mutating func add(_ number: Number) -> Int32 {
        program.numbers.append(number)
        return Int32(truncatingIfNeeded: program.numbers.count - 1)
    }
}

extension Code {
    /// Checks a number by its literal.
    func accepts(_ literal: UnsafeBufferPointer<UInt8>, _ check: NumberCheck) -> Bool {
        guard let number = Number(literal: literal) else { return false }
        switch check {
        case .minimum(let bound): return number >= program.numbers[Int(bound)]
        case .exclusiveMinimum(let bound): return number > program.numbers[Int(bound)]
        case .maximum(let bound): return number <= program.numbers[Int(bound)]
        case .exclusiveMaximum(let bound): return number < program.numbers[Int(bound)]
        case .multipleOf(let divisor):
            return number.isMultiple(of: program.numbers[Int(divisor)])
        }
    }
}

extension FailureExplainer {
    mutating func explain(_ check: NumberCheck, _ index: Int, _ origin: Origin) {
        let bound = ValueText.short(origin.schema)
        let relation =
            switch check {
            case .minimum: "at least"
            case .exclusiveMinimum: "more than"
            case .maximum: "at most"
            case .exclusiveMaximum: "less than"
            case .multipleOf: "a multiple of"
            }
        report(origin, index, "must be \(relation) \(bound)\(butFound(index))")
    }
}
