import Documents

/// Chooses the alternative that a value was probably meant to match.
enum NearestBranch {
    /// What speaks against an alternative, the weightiest first.
    private struct Distance: Comparable {
        /// The value is of another type, or another constant.
        var isOtherKind = false
        /// Members with another constant: another kind of object, as `type: card` says.
        var otherConstants = 0
        /// Keys that the alternative does not declare.
        var strangers = 0
        var failures = 0

        static func < (left: Distance, right: Distance) -> Bool {
            (left.isOtherKind ? 1 : 0, left.otherConstants, left.strangers, left.failures)
                < (right.isOtherKind ? 1 : 0, right.otherConstants, right.strangers, right.failures)
        }
    }

    /// The position of the nearest of some alternatives, given what is wrong under each one.
    ///
    /// - Parameter strangers: for an object, the number of keys that each one does not declare.
    static func position(
        in branches: [[Failure]], among positions: [Int], _ strangers: [Int], for index: Int
    ) -> Int? {
        let distances = branches.map { distance(of: $0, for: index) }.enumerated().map {
            var distance = $1
            if !strangers.isEmpty { distance.strangers = strangers[$0] }
            return distance
        }
        return positions.min { (distances[$0], $0) < (distances[$1], $1) }
    }

    /// How many other alternatives failed; nothing if they are for other types of values.
    static func remark(on branches: [[Failure]], for index: Int) -> String {
        let rivals = branches.count { failures in
            !failures.contains { $0.keyword == "type" && $0.instance.index == index }
        }
        if rivals < 2 { return "" }
        let others = branches.count - 1
        return " (nearest of \(branches.count) alternatives; the "
            + (others == 1 ? "other fails too)" : "\(others) others fail too)")
    }

    private static func distance(of failures: [Failure], for index: Int) -> Distance {
        var distance = Distance()
        for failure in failures {
            distance.failures += 1
            let isConstant = failure.keyword == "const" || failure.keyword == "enum"
            if failure.instance.index == index {
                let isKind = isConstant || failure.keyword == "type"
                distance.isOtherKind = distance.isOtherKind || isKind
            } else if isConstant && failure.instance.parent?.index == index {
                distance.otherConstants += 1
            }
        }
        return distance
    }
}
