import Documents
import SourceText

/// Executes a program for a verdict: no failures are built, and nothing is allocated but what
/// unevaluated keywords need.
struct Machine {
    private let owner: Unmanaged<Code>
    let view: DocumentView
    let flat: CodeView
    let usesDynamicScope: Bool
    var marks = Marks()
    /// The resources entered so far, outermost first, for dynamic references.
    var scope: [Int32] = []
    /// Why the run was given up; the verdict then means nothing.
    var abortion: Abortion?
    private let depthLimit: Int
    private var depth = 0
    private var stepsLeft: Int

    /// A reason to give up.
    enum Abortion {
        case tooDeep
        case tooManySteps
        case tooMuchOutput
        case tooManyFailures
        case pattern(Int32, node: Int)
    }

    /// - Parameter isShallow: whether to give up where the caller's stack might not be enough.
    init(_ code: Code, _ view: DocumentView, isShallow: Bool = false) {
        owner = .passUnretained(code)
        self.view = view
        flat = code.view
        usesDynamicScope = code.usesDynamicScope
        let limits = code.limits
        depthLimit = isShallow ? min(limits.shallowDepth, limits.depth) : limits.depth
        stepsLeft = limits.steps + limits.stepsPerNode * view.records.count
    }

    /// Not counted as a reference, as the schema that makes a machine keeps its code.
    var code: Code { owner.takeUnretainedValue() }

    /// Whether the value at `index` is valid under a block.
    @inline(__always)
    mutating func run(_ id: BlockID, _ index: Int) -> Bool {
        let head = flat.heads[Int(id)]
        let kind = TypeSet((view.nodes + index).pointee.kind)
        if head.types.isDisjoint(with: kind) && !acceptsNumber(head.types, index) { return false }
        if head.checked.isDisjoint(with: kind) { return true }
        return head.leaves.isDisjoint(with: kind) ? runSteps(id, index) : runLeaves(id, index)
    }

    /// Whether the value has one of the types.
    @inline(__always)
    func accepts(_ types: TypeSet, _ record: NodeRecord) -> Bool {
        if types.contains(TypeSet(record.kind)) { return true }
        return record.kind == .number && Machine.accepts(types, number: view.text(record))
    }

    /// Whether the value is a number and an integer, if that is one of the types.
    @inline(__always)
    mutating func acceptsNumber(_ types: TypeSet, _ index: Int) -> Bool {
        let node = view.nodes + index
        if types.rawValue < TypeSet.integer.rawValue { return false }
        if node.pointee.kind != .number { return false }
        return Machine.accepts(types, number: view.text(node.pointee))
    }

    // Static, as a method would be given a copy of the whole machine.
    private static func accepts(
        _ types: TypeSet, number text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if types.isDisjoint(with: [.integer, .integerLiteral]) { return false }
        var index = 0
        while index < text.count, ASCII.isDigit(text[index]) || text[index] == 0x2D { index &+= 1 }
        if index == text.count { return true }
        return types.contains(.integer) && Number(literal: text)?.isInteger ?? false
    }

    /// Counts the work of one schema more; false if the run is given up.
    @inline(__always)
    mutating func enter(_ block: Block) -> Bool {
        enter(resource: block.resource)
    }

    @inline(__always)
    mutating func enter(resource: Int32) -> Bool {
        depth &+= 1
        stepsLeft &-= 1
        if usesDynamicScope { scope.append(resource) }
        if depth <= depthLimit && stepsLeft >= 0 { return true }
        abort(depth > depthLimit ? .tooDeep : .tooManySteps)
        return false
    }

    @inline(__always)
    mutating func leave() {
        depth &-= 1
        if usesDynamicScope { scope.removeLast() }
    }

    /// Gives up the run: with no steps left, it ends soon. The first reason counts.
    mutating func abort(_ reason: Abortion) {
        if abortion == nil { abortion = reason }
        stepsLeft = 0
    }

    /// Counts the work of a schema that applies no other one.
    @inline(__always)
    mutating func countStep() -> Bool {
        stepsLeft &-= 1
        if stepsLeft >= 0 { return true }
        abort(.tooManySteps)
        return false
    }

    /// Counts work that grows with the schema within one check; false if the run is given up.
    mutating func takeSteps(_ count: Int) -> Bool {
        stepsLeft &-= count
        if stepsLeft >= 0 { return true }
        abort(.tooManySteps)
        return false
    }

    /// Runs a block whose marks count only if it holds.
    mutating func runBranch(_ id: BlockID, _ index: Int, _ record: NodeRecord) -> Bool {
        let frame = marks.push(Int(record.length))
        let holds = run(id, index)
        if holds { marks.merge(frame) } else { marks.drop(frame) }
        return holds
    }
}

extension Node.Kind {
    @inline(__always)
    var isContainer: Bool { self == .array || self == .object }
}
