/// Many paths on the command line, as `find … -exec … {} +` and pre-commit give them.
///
/// The argument parser takes quadratic time for repeated arguments. So a long run of them is handed to it as one,
/// joined by what no argument can hold, and taken apart again by the command.
enum ArgumentRuns {
    private static let separator: UInt8 = 0
    /// Shorter command lines are left as they are.
    private static let leastArguments = 500
    /// The first arguments of a run are left alone: they may be names of commands, or values of options.
    private static let keptArguments = 16

    static func folded(_ arguments: [String]) -> [String] {
        guard arguments.count >= leastArguments else { return arguments }
        var folded: [String] = []
        var run: [String] = []
        var isTerminated = false
        for argument in arguments {
            guard argument.utf8.first == UInt8(ascii: "-"), !isTerminated else {
                run.append(argument)
                continue
            }
            folded += joined(run) + [argument]
            run = []
            isTerminated = argument == "--"
        }
        return folded + joined(run)
    }

    private static func joined(_ run: [String]) -> [String] {
        guard run.count > keptArguments + 1 else { return run }
        return run.prefix(keptArguments)
            + [run.dropFirst(keptArguments).joined(separator: "\0")]
    }

    /// The arguments that were folded.
    static func unfolded(_ arguments: [String]) -> [String] {
        guard arguments.contains(where: { $0.utf8.contains(separator) }) else { return arguments }
        return arguments.flatMap { argument in
            argument[...].utf8.split(separator: separator, omittingEmptySubsequences: false)
                .map { String(Substring($0)) }
        }
    }
}
