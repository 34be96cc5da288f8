import Foundation

/// How often a test of random inputs tries.
public enum Rounds {
    /// `usual`, unless the variable of the environment asks for another number.
    public static func count(_ variable: String, usual: Int) -> Int {
        guard let text = ProcessInfo.processInfo.environment[variable] else { return usual }
        guard let count = Int(text), count > 0 else {
            preconditionFailure("\(variable) must be a positive number, not \(text)")
        }
        return count
    }
}
