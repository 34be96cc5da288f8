/// A set of Unicode code points, as sorted runs that neither overlap nor touch.
package struct ScalarSet: Hashable, Sendable {
    package private(set) var runs: [ClosedRange<UInt32>]

    static let last: UInt32 = 0x10_FFFF
    package static let empty = ScalarSet([])
    static let all = ScalarSet([0...last])

    /// Sorts and joins runs.
    ///
    /// - Complexity: O(*n* log *n*) in the number of runs.
    init(_ runs: [ClosedRange<UInt32>]) {
        self.runs = []
        for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let previous = self.runs.last, run.lowerBound <= previous.upperBound + 1 {
                let upperBound = max(previous.upperBound, run.upperBound)
                self.runs[self.runs.count - 1] = previous.lowerBound...upperBound
            } else {
                self.runs.append(run)
            }
        }
    }

    init(_ scalar: UInt32) {
        runs = [scalar...scalar]
    }

    /// The code points that `isMember` accepts.
    ///
    /// `isMember` is asked about scalars only; a surrogate is never a member.
    init(where isMember: (Unicode.Scalar) -> Bool) {
        var runs: [ClosedRange<UInt32>] = []
        for run in UniformRuns() {
            guard let scalar = Unicode.Scalar(run.lowerBound), isMember(scalar) else { continue }
            runs.append(run)
        }
        self.init(runs)
    }

    /// - Complexity: O(log *n*) in the number of runs.
    package func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].contains(scalar)
    }

    var complement: ScalarSet {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for run in runs {
            if run.lowerBound > next { gaps.append(next...run.lowerBound - 1) }
            next = run.upperBound + 1
        }
        if next <= Self.last { gaps.append(next...Self.last) }
        return ScalarSet(gaps)
    }

    package func union(_ other: ScalarSet) -> ScalarSet {
        ScalarSet(runs + other.runs)
    }

    func subtracting(_ other: ScalarSet) -> ScalarSet {
        complement.union(other).complement
    }
}

/// The sets that ECMA-262 names by an escape.
extension ScalarSet {
    /// `\d`
    static let digits = ScalarSet([0x30...0x39])

    /// `\w`
    static let wordCharacters = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

    /// `\s`: `WhiteSpace`, which has all of `Space_Separator`, and `LineTerminator`.
    static let whitespace = ScalarSet([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
        0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])

    /// What `.` does not match.
    static let lineTerminators = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}
