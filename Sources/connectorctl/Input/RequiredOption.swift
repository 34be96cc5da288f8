/// Options that must be given. They are declared as optional, because the argument parser would
/// otherwise report the right name as missing before it says that a misspelt one is unknown.
enum RequiredOption {
    /// - Throws: `Failure` if there is no value.
    static func value(_ value: String?, _ name: String) throws(Failure) -> String {
        guard let value else { throw Failure(.usage, "the option `\(name)` is missing") }
        return value
    }
}
