import Documents

extension Machine {
    /// Whether a value passes a step that applies no other schema.
    @inline(__always)
    mutating func runLeaf(_ step: Step, _ node: UnsafePointer<NodeRecord>) -> Bool {
        switch step {
        case .fail: return false
        case .type(let types): return acceptsType(types, node)
        case .boolean(let value): return (node.pointee.length != 0) == value
        case .count(let bounds):
            let count = node.pointee.length
            return count >= bounds.minimum && count <= bounds.maximum
        case .elementTypes(let types): return runElementTypes(types, node)
        case .length(let bounds): return CodePoints.isCount(of: view.text(node.pointee), in: bounds)
        case .text(let text):
            let name = view.text(node.pointee)
            guard name.count == Int(text.count), let bytes = name.baseAddress else {
                return name.count == Int(text.count)
            }
            return BytesEqual.at(UnsafeRawPointer(bytes), flat.texts + Int(text.start), name.count)
        case .pattern(let pattern):
            return matches(pattern, view.text(node.pointee), node - view.nodes)
        case .names(let table): return find(node, in: table) >= 0
        case .integers(let list): return isOne(of: list, node)
        case .number(let check): return runNumber(flat.numbers + Int(check), node)
        default: return false
        }
    }

    private mutating func acceptsType(
        _ types: TypeSet, _ node: UnsafePointer<NodeRecord>
    ) -> Bool {
        types.contains(TypeSet(node.pointee.kind)) || acceptsNumber(types, node - view.nodes)
    }

    /// Whether a number is one of some integers.
    private mutating func isOne(of list: FlatRange, _ node: UnsafePointer<NodeRecord>) -> Bool {
        let text = view.text(node.pointee)
        let value: Int64
        if let decimal = Decimal(text) {
            guard let integer = decimal.integer else { return false }
            value = integer
        } else {
            guard let integer = Number(literal: text)?.integer else { return false }
            value = Int64(integer)
        }
        var position = Int(list.start)
        var end = position + Int(list.count)
        // A long list is sorted; the last few are looked at one by one.
        while end - position > 8 {
            let middle = (position + end) / 2
            if flat.integers[middle] <= value { position = middle } else { end = middle }
        }
        while position < end {
            if flat.integers[position] == value { return true }
            position += 1
        }
        return false
    }

    /// Whether every element of an array has one of the types.
    private mutating func runElementTypes(
        _ types: TypeSet, _ array: UnsafePointer<NodeRecord>
    ) -> Bool {
        let nodes = view.nodes
        var child = array - nodes &+ 1
        var left = array.pointee.length
        while left > 0 {
            let kind = TypeSet(nodes[child].kind)
            if types.isDisjoint(with: kind) && !acceptsNumber(types, child) { return false }
            child = Int(nodes[child].next)
            left &-= 1
        }
        return true
    }

    /// Whether a number is within bounds and a multiple.
    @inline(__always)
    private mutating func runNumber(
        _ check: UnsafePointer<NumberStep>, _ node: UnsafePointer<NodeRecord>
    ) -> Bool {
        guard let value = Decimal(view.text(node.pointee)) else {
            return runExactly(check.pointee, node)
        }
        let parts = check.pointee.parts
        if parts.contains(.minimum) {
            let order = value.compared(to: check.pointee.minimum)
            if order < (parts.contains(.excludesMinimum) ? 1 : 0) { return false }
        }
        if parts.contains(.maximum) {
            let order = value.compared(to: check.pointee.maximum)
            if order > (parts.contains(.excludesMaximum) ? -1 : 0) { return false }
        }
        if !parts.contains(.divisor) { return true }
        return value.isMultiple(of: check.pointee.divisor) ?? runExactly(check.pointee, node)
    }

    /// The same for numbers of any size.
    private mutating func runExactly(
        _ check: NumberStep, _ node: UnsafePointer<NodeRecord>
    ) -> Bool {
        for position in check.instructions.indices {
            guard case .number(let bound) = flat.instructions[position],
                code.accepts(view.text(node.pointee), bound)
            else { return false }
        }
        return true
    }
}

extension CodePoints {
    /// Whether the number of code points of `text`, which is UTF-8, is within bounds.
    @inline(__always)
    static func isCount(of text: UnsafeBufferPointer<UInt8>, in bounds: Step.Bounds) -> Bool {
        let bytes = text.count
        let minimum = Int(bounds.minimum)
        if bytes < minimum { return false }
        // A code point has at most four bytes.
        if bytes <= Int(bounds.maximum) && (bytes &+ 3) / 4 >= minimum { return true }
        let count = count(text)
        return count >= minimum && count <= Int(bounds.maximum)
    }
}
