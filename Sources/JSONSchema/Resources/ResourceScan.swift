import Documents
import SourceText

extension SchemaRegistry {
    /// Finds the resources and anchors in `root` and in the schemas below it.
    mutating func scan(_ root: Node, in resource: ResourceID) {
        var pending = [SchemaLocation(node: root, resource: resource)]
        while let location = pending.popLast() {
            markScanned(location.node)
            guard location.node.kind == .object else { continue }
            let inner = enter(location)
            let dialect = resources[inner].language.dialect
            if firstDocument === location.node.document {
                schemas.append(SchemaLocation(node: location.node, resource: inner))
            }
            var children: [Node] = []
            for member in location.node.members {
                guard let keyword = Keyword(name: member.name), keyword.exists(in: dialect)
                else { continue }
                children += keyword.facts.subschemas.found(in: member.value, dialect)
            }
            pending += children.reversed().map { SchemaLocation(node: $0, resource: inner) }
        }
    }

    private mutating func markScanned(_ node: Node) {
        let id = ObjectIdentifier(node.document)
        scanned[id, default: [Bool](repeating: false, count: node.document.records.count)][
            node.index] = true
    }

    /// Notes what the schema is called; returns the resource that it belongs to.
    private mutating func enter(_ location: SchemaLocation) -> ResourceID {
        let node = location.node
        let outer = resource(of: node, within: location.resource)
        guard !resources[outer].root.isSame(as: node) else {
            addAnchors(of: node, to: outer, language: resources[outer].language)
            return outer
        }
        // No copy of a resource is kept here: its anchors would be copied with each one added.
        let (base, outerLanguage) = (resources[outer].base, resources[outer].language)
        let language = self.language(of: node, inheriting: outerLanguage)
        let own = identifier(of: node, in: language, base: base)
        guard let own, !ByteOrder.equal(own.withoutFragment, base.withoutFragment) else {
            addAnchors(of: node, to: outer, language: own == nil ? outerLanguage : language)
            return outer
        }
        let id = addResource(SchemaResource(base: own, root: node, language: language))
        if !language.isSame(as: outerLanguage) {
            unchecked.append(SchemaLocation(node: node, resource: id))
        }
        addAnchors(of: node, to: id, language: language)
        return id
    }

    /// What `$id` resolves to, if the schema has one that counts.
    func identifier(
        of node: Node, in language: Language, base: URIReference
    ) -> URIReference? {
        let dialect = language.dialect
        guard let text = node[dialect.identifierKeyword]?.string else { return nil }
        if dialect.referenceStandsAlone && node[.ref] != nil { return nil }
        let target = URIReference(text).resolved(against: base)
        return target
    }

    private mutating func addAnchors(of node: Node, to id: ResourceID, language: Language) {
        let dialect = language.dialect
        guard dialect >= .draft2019 else {
            let base = resources[id].base
            if let fragment = identifier(of: node, in: language, base: base)?.fragment,
                !fragment.isEmpty, fragment.utf8.first != UInt8(ascii: "/")
            {
                addAnchor(String(fragment), node, to: id)
            }
            return
        }
        if let name = node[.anchor]?.string { addAnchor(name, node, to: id) }
        guard dialect == .draft2020 else { return }
        if let name = node[.dynamicAnchor]?.string {
            addAnchor(name, node, to: id)
            let key = ExactText(name)
            resources[id].dynamicAnchors[key] = node
            dynamicAnchors[key, default: []].append(SchemaLocation(node: node, resource: id))
        }
    }

    private mutating func addAnchor(_ name: String, _ node: Node, to id: ResourceID) {
        let key = ExactText(name)
        if let first = resources[id].anchors[key], !first.isSame(as: node) {
            report(.duplicateAnchor(name, at: node, first: first))
        } else {
            resources[id].anchors[key] = node
        }
    }
}
