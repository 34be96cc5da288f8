import Documents

/// Turns schemas into blocks. Each schema is a task of its own on a list, so that no nesting and
/// no chain of references is too deep.
struct Lowering {
    var registry: SchemaRegistry
    var program = SchemaProgram()
    let assertsFormats: Bool
    /// Which block applies which other one to the same value, and by which keyword.
    var applications: [BlockID: [Application]] = [:]
    /// What each dynamic reference asks for, and the targets found so far.
    var dynamics: [DynamicQuestion] = []
    var dynamicTargets: [DynamicQuestion: [DynamicTarget]] = [:]
    /// The keys of `dynamicTargets` in the order in which they were found.
    var questions: [DynamicQuestion] = []
    var patterns = PatternTable()
    private var blockIDs: [BlockKey: BlockID] = [:]
    private var pending: [Task] = []
    private var referenceEnds: [NodeID: SchemaLocation] = [:]

    /// A schema for the same value.
    struct Application {
        let target: BlockID
        let keyword: Node
    }

    private struct BlockKey: Hashable {
        let node: NodeID
        let isTracked: Bool
    }

    /// A block that is still to be made.
    private struct Task {
        let id: BlockID
        let location: SchemaLocation
        let isTracked: Bool
    }

    init(registry: SchemaRegistry, assertsFormats: Bool) {
        self.registry = registry
        self.assertsFormats = assertsFormats
    }

    /// The block of a schema; made later if it is new.
    mutating func block(for location: SchemaLocation, isTracked: Bool) -> BlockID {
        let key = BlockKey(node: NodeID(location.node), isTracked: isTracked)
        if let known = blockIDs[key] { return known }
        let id = BlockID(truncatingIfNeeded: program.blocks.count)
        blockIDs[key] = id
        program.blocks.append(Block())
        program.blockOrigins.append(BlockOrigin(schema: location.node))
        pending.append(Task(id: id, location: location, isTracked: isTracked))
        return id
    }

    /// The block of a subschema of `scope`'s schema for another value; `none` if it accepts all.
    mutating func child(_ node: Node, of scope: BlockScope) -> BlockID {
        if node.boolean == true || node.kind == .object && node.count == 0 { return .none }
        return realChild(node, of: scope)
    }

    /// The block of a subschema of `scope`'s schema for another value.
    mutating func realChild(_ node: Node, of scope: BlockScope) -> BlockID {
        let resource = registry.resource(of: node, within: scope.resource)
        return block(for: end(of: SchemaLocation(node: node, resource: resource)), isTracked: false)
    }

    /// Asks for the unreachable schemas of the document too, so that their references and patterns are
    /// checked.
    mutating func lowerRest() {
        for location in registry.schemas {
            let key = BlockKey(node: NodeID(location.node), isTracked: true)
            if blockIDs[key] == nil { _ = block(for: location, isTracked: false) }
        }
        drain()
    }

    /// Makes every block that has been asked for, and those that they ask for.
    mutating func drain() {
        repeat {
            while let task = pending.popLast() { make(task) }
            extendDynamics()
        } while !pending.isEmpty
    }

    private mutating func make(_ task: Task) {
        let node = task.location.node
        var draft = BlockDraft()
        if node.boolean == false {
            draft.types = []
        } else if node.kind == .object {
            let language = registry.resources[task.location.resource].language
            let scope = BlockScope(
                id: task.id, schema: SchemaObject(node, language: language),
                resource: task.location.resource, isTracked: task.isTracked)
            lower(scope, into: &draft)
        }
        program.blocks[Int(task.id)] = draft.emit(into: &program, resource: task.location.resource)
        program.blockOrigins[Int(task.id)].type = draft.type
        let idle = draft.idle
        if !idle.isEmpty { program.idle[task.id] = idle }
    }

    /// Where a chain of schemas that only refer to others ends, within one resource.
    mutating func end(of start: SchemaLocation) -> SchemaLocation {
        if let known = referenceEnds[NodeID(start.node)] { return known }
        guard start.node[.ref] != nil else {
            // Looking for the key takes long in a large object, which many references may lead to.
            if start.node.count > 16 { referenceEnds[NodeID(start.node)] = start }
            return start
        }
        var path: [NodeID] = []
        var visited: Set<NodeID> = []
        var location = start
        while visited.insert(NodeID(location.node)).inserted {
            if let known = referenceEnds[NodeID(location.node)] {
                location = known
                break
            }
            path.append(NodeID(location.node))
            guard let next = next(after: location), next.resource == start.resource else { break }
            if let reference = location.node[.ref] {
                program.references[NodeID(reference)] = next.node
            }
            location = next
        }
        for id in path { referenceEnds[id] = location }
        return location
    }

    private mutating func next(after location: SchemaLocation) -> SchemaLocation? {
        guard location.node.kind == .object else { return nil }
        let language = registry.resources[location.resource].language
        let schema = SchemaObject(location.node, language: language)
        guard schema.isPureReference(checksFormats: checksFormats(in: language)),
            let text = schema.text(.ref)?.text,
            case .schema(let next) = registry.resolve(text, in: location.resource)
        else { return nil }
        return next
    }
}

/// The schema that is being lowered.
struct BlockScope {
    let id: BlockID
    let schema: SchemaObject
    let resource: ResourceID
    /// Whether an enclosing schema needs to know what this one evaluates.
    let isTracked: Bool

    var dialect: Dialect { schema.language.dialect }

    /// Whether the schema itself reads what it evaluates.
    var tracks: Bool {
        schema[.unevaluatedItems] != nil || schema[.unevaluatedProperties] != nil
    }

    /// Whether what the schema evaluates must be noted.
    var marks: Bool { isTracked || tracks }
}
