/// Why there is nothing to measure.
public struct BenchmarkError: Error, CustomStringConvertible {
    /// What is wrong, for people.
    public let message: String

    public init(message: String) {
        self.message = message
    }

    public var description: String { message }
}
