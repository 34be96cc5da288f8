import Documents
import SourceText

/// Follows the explanation from schema to schema, and notes what is wrong as a tree.
struct OutputTrail {
    /// The tree, each unit before those within it.
    private(set) var units: [OutputUnit] = []
    /// The bytes of all locations and messages so far.
    private(set) var size = 0
    private let program: SchemaProgram
    private let disclosure: Disclosure
    /// The bytes of the pointer to the value that all is about.
    private let rootLength: Int
    private var open: [Level] = []

    /// A schema or keyword in which we are.
    private struct Level {
        let location: String
        let schema: Node
        let resource: Int32
    }

    init(_ program: SchemaProgram, of instance: Node, _ disclosure: Disclosure) {
        self.program = program
        self.disclosure = disclosure
        rootLength = instance.pointer.utf8.count
    }

    /// Goes into a schema.
    mutating func enter(_ id: BlockID, by application: Application, at instance: Node) {
        let schema = program.blockOrigins[Int(id)].schema
        let level = Level(
            location: open.last.map { location(of: schema, by: application, in: $0) } ?? "",
            schema: schema, resource: program.blocks[Int(id)].resource)
        append(level.location, schema, level.resource, instance, "a schema refuses the value")
        open.append(level)
    }

    /// Goes into a keyword that refuses a value because the schemas in its list do.
    mutating func enter(_ origin: Origin, at instance: Node, _ error: String) {
        guard let outer = open.last else { return }
        let level = Level(
            location: location(of: origin, in: outer), schema: origin.schema,
            resource: outer.resource)
        append(level.location, level.schema, level.resource, instance, error)
        open.append(level)
    }

    /// Goes out again. What has nothing wrong in it leaves nothing.
    mutating func leave() {
        open.removeLast()
        if let last = units.last, last.depth == open.count, !last.isFinal { units.removeLast() }
    }

    /// Adds what a keyword refuses, or says so of the schema that we are in if it is `false`.
    mutating func add(_ origin: Origin, at instance: Node, _ error: String) {
        guard let level = open.last else { return }
        let location = self.location(of: origin, in: level)
        if let last = units.last, last.depth == open.count - 1, !last.isFinal,
            ByteOrder.equal(last.keywordLocation, location)
        {
            units.removeLast()
            append(location, origin.schema, level.resource, instance, error, isFinal: true, up: 1)
            return
        }
        append(location, origin.schema, level.resource, instance, error, isFinal: true)
    }

    private mutating func append(
        _ location: String, _ schema: Node, _ resource: Int32, _ instance: Node, _ error: String,
        isFinal: Bool = false, up levels: Int = 0
    ) {
        let shown = disclosure.shownAncestor(of: instance)
        let pointer = shown.pointer.utf8.dropFirst(rootLength)
        let unit = OutputUnit(
            keywordLocation: location,
            absoluteKeywordLocation: absoluteLocation(of: schema, in: resource),
            instanceLocation: String(decoding: pointer, as: UTF8.self), error: error,
            depth: open.count - levels, isFinal: isFinal)
        size += unit.size
        units.append(unit)
    }
}

extension OutputTrail {
    /// The way to a schema. Compiling skips schemas that only refer to others; the way does not.
    private func location(
        of schema: Node, by application: Application, in level: Level
    ) -> String {
        var location = level.location
        var node: Node? = level.schema
        for token in application.tokens {
            location += "/" + JSONPointer.escaped(token)
            node = node?.resolve(pointer: "/" + JSONPointer.escaped(token))
        }
        if node?.kind == .string { node = node.flatMap { program.references[NodeID($0)] } }
        for _ in 0..<program.references.count {
            guard let current = node, !current.isSame(as: schema),
                let reference = current[.ref],
                let next = program.references[NodeID(reference)]
            else { break }
            location += "/$ref"
            node = next
        }
        return location
    }

    /// The way to a keyword of the schema that we are in; a schema that is `false` has none.
    private func location(of origin: Origin, in level: Level) -> String {
        if origin.schema.isSame(as: level.schema) && !program.isForm { return level.location }
        let (inner, outer) = (origin.schema.pointer, level.schema.pointer)
        let isInside =
            origin.schema.document === level.schema.document && inner.utf8.starts(with: outer.utf8)
        guard isInside, !program.isForm else { return level.location + "/" + origin.keyword }
        let rest = inner.utf8.dropFirst(outer.utf8.count)
        return level.location + String(decoding: rest, as: UTF8.self)
    }

    private func absoluteLocation(of node: Node, in resource: Int32) -> String? {
        guard program.resourceOrigins.indices.contains(Int(resource)) else { return nil }
        let resource = program.resourceOrigins[Int(resource)]
        guard resource.root.document === node.document else { return nil }
        let pointer = node.pointer.utf8.dropFirst(resource.root.pointer.utf8.count)
        return resource.uri + "#"
            + PercentEncoding.encoded(pointer, except: URISyntax.fragmentCharacters)
    }
}
