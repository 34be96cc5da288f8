/// The scalars, divided into classes whose members no set of a pattern tells apart.
///
/// A pattern has few classes, whatever its sets: a text is turned from scalars into classes, and
/// from there on nothing depends on the size of Unicode.
struct Alphabet: Sendable {
    /// How many classes there are; they are numbered from 0.
    let classCount: Int

    /// The classes of the first 128 scalars, which are most of most texts.
    let asciiClasses: [Int32]

    /// Where each run of scalars of the same class begins, in order, and its class.
    private let starts: [UInt32]
    private let classes: [Int32]

    private let setCount: Int

    /// Whether a class belongs to a set: one bit for each, first by class.
    private let memberships: [UInt64]

    init(of sets: [ScalarSet]) throws(PatternError) {
        let division = try Division(by: sets)
        classCount = division.signatures.count
        starts = division.starts
        classes = division.classes
        setCount = sets.count
        memberships = division.memberships(setCount: sets.count)
        asciiClasses = (0..<128).map { [starts, classes] scalar in
            classes[Self.run(of: scalar, in: starts)]
        }
    }

    /// - Complexity: O(log *n*) in the number of runs, and O(1) for ASCII.
    func classIndex(of scalar: UInt32) -> Int {
        if scalar < 0x80 { return Int(asciiClasses[Int(scalar)]) }
        return Int(classes[Self.run(of: scalar, in: starts)])
    }

    func contains(_ classIndex: Int, set: Int) -> Bool {
        let bit = classIndex * setCount + set
        return memberships[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// The last run that does not begin after a scalar.
    private static func run(of scalar: UInt32, in starts: [UInt32]) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= scalar { low = middle } else { high = middle }
        }
        return low
    }
}

/// How sets divide the scalars into classes: found by sweeping over the ends of their runs.
private struct Division {
    private(set) var starts: [UInt32] = []
    private(set) var classes: [Int32] = []

    /// The sets that each class belongs to, a bit for each.
    private(set) var signatures: [[UInt64]] = []

    init(by sets: [ScalarSet]) throws(PatternError) {
        var numbers: [[UInt64]: Int] = [:]
        var signature = [UInt64](repeating: 0, count: sets.count / 64 + 1)
        var changes = Self.changes(of: sets)[...]
        var position: UInt32 = 0
        while position <= ScalarSet.last {
            while let change = changes.first, change.position == position {
                signature[change.set >> 6] ^= 1 << UInt64(change.set & 63)
                changes.removeFirst()
            }
            let number = numbers[signature] ?? signatures.count
            if number == signatures.count {
                numbers[signature] = number
                signatures.append(signature)
            }
            let (bits, overflows) = signatures.count.multipliedReportingOverflow(by: sets.count)
            if overflows || bits > PatternLimits.setTableBits { throw .tooManySets }
            starts.append(position)
            classes.append(Int32(number))
            position = changes.first?.position ?? ScalarSet.last + 1
        }
    }

    /// Where a set begins or stops to hold, in order.
    private static func changes(of sets: [ScalarSet]) -> [(position: UInt32, set: Int)] {
        sets.enumerated().flatMap { set, scalars in
            scalars.runs.flatMap { [($0.lowerBound, set), ($0.upperBound + 1, set)] }
        }.sorted { $0.0 < $1.0 }
    }

    func memberships(setCount: Int) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: signatures.count * setCount / 64 + 1)
        for (number, signature) in signatures.enumerated() {
            for set in 0..<setCount where signature[set >> 6] & (1 << UInt64(set & 63)) != 0 {
                let bit = number * setCount + set
                bits[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
        return bits
    }
}
