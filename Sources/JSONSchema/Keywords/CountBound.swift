import Documents
import SourceText

/// The fewest or the most parts that a value may have: characters, elements or keys.
enum CountBound: Sendable, BitwiseCopyable {
    case atLeast(Int)
    case atMost(Int)

    func accepts(_ count: Int) -> Bool {
        switch self {
        case .atLeast(let least): count >= least
        case .atMost(let most): count <= most
        }
    }

    /// The bound in words: `at least 2 elements`.
    func text(_ unit: String) -> String {
        switch self {
        case .atLeast(let least): "at least " + Listing.count(least, unit)
        case .atMost(let most): "at most " + Listing.count(most, unit)
        }
    }
}

extension BlockScope {
    /// The bounds that a pair of keywords sets. At least none is not a bound.
    func counts(_ least: Keyword, _ most: Keyword) -> [(bound: CountBound, origin: Origin)] {
        var bounds: [(CountBound, Origin)] = []
        if let node = schema[least], let count = schema.count(least), count > 0 {
            bounds.append((.atLeast(count), Origin(least, node)))
        }
        if let node = schema[most], let count = schema.count(most) {
            bounds.append((.atMost(count), Origin(most, node)))
        }
        return bounds
    }
}

extension FailureExplainer {
    /// Reports a value with too few or too many parts; `found` says how many there are.
    mutating func explain(
        _ bound: CountBound, of unit: String, _ found: String, _ index: Int, _ origin: Origin
    ) {
        if case .atLeast(1) = bound { return report(origin, index, "must not be empty") }
        report(origin, index, "must have \(bound.text(unit))\(found)")
    }
}
