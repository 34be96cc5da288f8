/// Matches by trying one way through a program after the other, as ECMA-262 describes it.
///
/// It follows every pattern, but its time may grow exponentially with the text, so its steps are
/// limited.
struct Backtracker: Sendable {
    let program: BacktrackingProgram
    var stepLimit = PatternLimits.backtrackingSteps

    func matches(_ text: UTF8Text) throws(MatchLimitExceeded) -> Bool {
        var run = BacktrackingRun(program: program, text: text, stepsLeft: stepLimit)
        var start = 0
        while true {
            switch run.matches(at: start) {
            case .yes: return true
            case .no where start == text.count: return false
            case .no: _ = text.scalar(after: &start)
            case .unknown: throw MatchLimitExceeded(steps: stepLimit)
            }
        }
    }
}
