/// All the instructions of a program that reading the text so far may have led to.
///
/// A thread follows the program up to where it must read a scalar. No two wait at one
/// instruction, which bounds the work at each position, and stops loops that read nothing.
struct Threads {
    /// The instructions at which threads wait for a scalar.
    private(set) var waiting: [Int] = []

    /// Whether a thread has reached the end of the program.
    private(set) var hasAccepted = false

    /// The instructions followed since the beginning.
    private(set) var effort = 0

    /// The latest generation in which an instruction was visited.
    private var visits: [Int]
    private var generation = 1
    private var pending: [Int] = []

    init(codeCount: Int) {
        visits = Array(repeating: 0, count: codeCount)
    }

    /// Ends all threads.
    mutating func reset() {
        waiting.removeAll(keepingCapacity: true)
        hasAccepted = false
        generation += 1
    }

    /// Starts threads at some instructions and at the beginning, and follows them wherever they
    /// lead without reading.
    ///
    /// A match may begin anywhere, so a thread begins at every position.
    mutating func start(
        at entries: [Int], in code: [PatternInstruction], where holds: (Condition) -> Bool
    ) {
        pending.append(0)
        pending += entries
        while let index = pending.popLast() {
            guard visits[index] != generation else { continue }
            visits[index] = generation
            effort += 1
            switch code[index] {
            case .consume: waiting.append(index)
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .jump(let target): pending.append(target)
            case .accept: hasAccepted = true
            case .check(let condition, let isNegated):
                if holds(condition) != isNegated { pending.append(index + 1) }
            case .look, .save, .requireProgress, .forget, .backreference:
                preconditionFailure("threads have no memory")
            }
        }
    }
}
