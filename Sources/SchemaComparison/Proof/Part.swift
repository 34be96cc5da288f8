import Documents
import SourceText

/// A part of a value, which an obstacle is about.
enum Part {
    case key(String)
    /// A key that no schema declares, and that matches just these patterns.
    case otherKey(Set<ExactText>)
    case index(Int)
    /// A key itself.
    case name
}

extension Prover {
    /// The obstacle with examples for the whole value instead of the part.
    func raised(_ obstacle: Obstacle, _ goal: Goal, _ part: Part) -> Obstacle {
        guard let sampler, !obstacle.witnesses.isEmpty else { return obstacle }
        var obstacle = obstacle
        obstacle.witnesses = obstacle.witnesses.prefix(4).flatMap {
            sampler.values(around: $0, at: part, goal)
        }
        return obstacle
    }
}
