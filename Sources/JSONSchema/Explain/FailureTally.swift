import Documents

/// The failures of one value: the first ones in document order, and the number of the others.
struct FailureTally {
    private(set) var failures: [Failure] = []
    private(set) var others = 0
    private var known: Set<Finding> = []
    /// Failures at this index or after it are only counted.
    private var end = Int.max
    private let most: Int

    /// A failure that has been reported.
    private struct Finding: Hashable {
        let keyword: Keyword?
        let instance: Int
        let schema: NodeID
    }

    /// - Parameter most: how many failures are kept.
    init(most: Int) {
        self.most = most
    }

    /// How many failures there are.
    var count: Int { failures.count + others }

    /// Whether a failure at `index` is only counted, so that nobody needs its text.
    func isFull(at index: Int) -> Bool { index >= end }

    /// Counts a failure; false if the same one is there already.
    mutating func insert(_ origin: Origin, _ index: Int) -> Bool {
        let finding = Finding(
            keyword: Keyword(name: origin.keyword), instance: index, schema: NodeID(origin.schema))
        guard known.insert(finding).inserted else { return false }
        if isFull(at: index) { others += 1 }
        return true
    }

    /// Adds a failure that has been counted, unless it is one of those that are only counted.
    mutating func append(_ failure: Failure) {
        guard !isFull(at: failure.instance.index) else { return }
        failures.append(failure)
        let (limit, overflow) = most.multipliedReportingOverflow(by: 2)
        if !overflow, failures.count >= max(limit, 64) { cutOff() }
    }

    /// Adds a failure about the value as a whole, which is shown whatever else is.
    mutating func prepend(_ failure: Failure) { failures.insert(failure, at: 0) }

    /// Replaces the failures that are kept by fewer, or by others about the same.
    mutating func replace(with failures: [Failure]) { self.failures = failures }

    /// Adds failures that were only counted elsewhere.
    mutating func count(others more: Int) { others += more }

    private mutating func cutOff() {
        failures = inOrder
        let rest = failures.count - most
        failures.removeLast(rest)
        others += rest
        end = failures.last?.instance.index ?? 0
    }

    /// In document order.
    private var inOrder: [Failure] {
        failures.enumerated().sorted {
            ($0.element.instance.index, $0.offset) < ($1.element.instance.index, $1.offset)
        }.map(\.element)
    }

    /// The first failures in document order, and how many others there are.
    var result: Failures {
        let first = inOrder.prefix(most)
        return Failures(first: Array(first), others: count - first.count)
    }
}

/// What is wrong with a value.
public struct Failures: Sendable {
    /// The first failures in document order.
    public let first: [Failure]
    /// How many more there are.
    public let others: Int
}
