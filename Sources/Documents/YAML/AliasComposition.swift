import SourceText

/// Aliases: copies of what their anchors name, within bounds.
extension YAMLComposer {
    mutating func appendAlias(_ name: [UInt8], _ range: SourceRange) {
        guard let target = anchors.target(name) else {
            appendPlaceholder(range)
            return reportUndefinedAlias(name, range)
        }
        switch target {
        case .scalar(let scalar):
            guard mayAdd(1, range) else { return appendPlaceholder(range) }
            let found = diagnostics.count
            let first = builder.nodeCount
            append(scalar)
            builder.markAlias(from: first, range)
            diagnostics.removeSubrange(found...)  // what is wrong was said where it is written
        case .collection(let index): appendCopy(of: index, name, range)
        case .unusable: appendPlaceholder(range)
        }
    }

    private mutating func appendCopy(of index: Int, _ name: [UInt8], _ range: SourceRange) {
        if builder.expectsKey {
            appendPlaceholder(range)
            return reportKeyNotScalar(range)
        }
        if builder.isOpen(index) {
            appendPlaceholder(range)
            return reportRecursiveAlias(name, range, index)
        }
        let count = Int(builder.records[index].next) - index
        guard mayAdd(count, range) else { return appendPlaceholder(range) }
        guard builder.depth + builder.height(ofNodeAt: index) <= limits.yamlDepth else {
            appendPlaceholder(range)
            return reportDepth(range.start)
        }
        let first = builder.nodeCount
        builder.appendCopy(ofNodeAt: index)
        builder.markAlias(from: first, range)
    }

    /// Whether aliases may add `count` more nodes; where not, that is reported once a document.
    private mutating func mayAdd(_ count: Int, _ range: SourceRange) -> Bool {
        if anchors.isExhausted { return false }
        anchors.addedNodes += count
        guard anchors.addedNodes > limits.yamlAliasNodes else { return true }
        anchors.isExhausted = true
        reportAliasLimit(range)
        return false
    }

    /// Null, or the alias's own text as a key, where an alias cannot be resolved.
    private mutating func appendPlaceholder(_ range: SourceRange) {
        if builder.expectsKey {
            builder.append(.string, sourceText: range, range)
        } else {
            builder.appendNull(range)
        }
    }
}

extension DocumentBuilder {
    /// Whether the container at `index` is still open.
    func isOpen(_ index: Int) -> Bool {
        var container = openContainer
        while let open = container, open >= index {
            if open == index { return true }
            let parent = records[open].parent
            container = parent == NodeRecord.noParent ? nil : Int(parent)
        }
        return false
    }

    /// The number of containers in the longest chain below and including the node at `index`.
    func height(ofNodeAt index: Int) -> Int {
        var ends: [UInt32] = []
        var height = 0
        for node in index..<Int(records[index].next) {
            while let end = ends.last, end <= node { ends.removeLast() }
            guard records[node].kind == .array || records[node].kind == .object else { continue }
            ends.append(records[node].next)
            height = max(height, ends.count)
        }
        return height
    }
}
