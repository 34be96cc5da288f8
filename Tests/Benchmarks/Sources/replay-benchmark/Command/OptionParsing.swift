import Generation

extension Options {
    /// - Throws: `UsageError` for the first argument that is wrong.
    init(_ arguments: [String]) throws(UsageError) {
        var given: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" {
                wantsHelp = true
                return
            }
            given.append(try take(argument, &rest))
        }
        let made = given.first { ["--events", "--seed", "--disorder"].contains($0) }
        if let made, stream != nil {
            throw UsageError("`--stream` names a stream that is there: `\(made)` makes one")
        }
        try checkRecipe()
    }

    private static let names: Set = [
        "--events", "--seed", "--disorder", "--stream", "--program", "--config", "--threads",
        "--runs", "--baseline", "--format",
    ]

    /// Takes an option, `--name value` or `--name=value`, and gives its name.
    private mutating func take(
        _ argument: String, _ rest: inout ArraySlice<String>
    ) throws(UsageError) -> String {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard let name = parts.first, Self.names.contains(name) else {
            throw UsageError("`\(argument)` is no option")
        }
        let next = argument.contains("=") ? parts.dropFirst().first : rest.popFirst()
        guard let value = next, !value.isEmpty else { throw UsageError("`\(name)` needs a value") }
        try set(name, value)
        return name
    }

    private mutating func set(_ name: String, _ value: String) throws(UsageError) {
        switch name {
        case "--events": eventCount = try parsed(name, value, "a whole number") { Int($0) }
        case "--seed": seed = try parsed(name, value, "a whole number") { UInt64($0) }
        case "--disorder":
            disorderPerMille = try parsed(name, value, "a number from 0 to 100", Self.perMille)
        case "--stream": stream = value
        case "--program": program = value
        case "--config": config = value
        case "--threads":
            threads = try parsed(name, value, "numbers from 1 to 64, like 1,2", Self.threads)
        case "--runs": runs = try parsed(name, value, "a number from 1 to 1000", Self.runs)
        case "--baseline":
            baseline = try parsed(name, value, "a command with its quotation marks closed") {
                CommandTemplate($0)
            }
        default: format = try parsed(name, value, "text or json") { Format(rawValue: $0) }
        }
    }

    private func parsed<Value>(
        _ name: String, _ text: String, _ wanted: String, _ parse: (String) -> Value?
    ) throws(UsageError) -> Value {
        guard let value = parse(text) else {
            throw UsageError("`\(name)` must be \(wanted), not `\(text)`")
        }
        return value
    }

    private static func perMille(_ text: String) -> Int? {
        guard let percent = Double(text), (0...100).contains(percent) else { return nil }
        return Int((percent * 10).rounded())
    }

    private static func threads(_ text: String) -> [Int]? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }.filter((1...64).contains)
        return numbers.count == parts.count ? numbers : nil
    }

    private static func runs(_ text: String) -> Int? {
        Int(text).flatMap { (1...1000).contains($0) ? $0 : nil }
    }

    private func checkRecipe() throws(UsageError) {
        do throws(RecipeFault) {
            try recipe.check()
        } catch .eventCount(let count, let allowed) {
            throw UsageError(
                "`--events` must be a number from \(allowed.lowerBound) to "
                    + "\(allowed.upperBound), not `\(count)`")
        } catch {
            throw UsageError("there is no such stream: \(error)")
        }
    }
}
