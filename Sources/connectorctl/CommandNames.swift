import ArgumentParser
import SourceText

/// Names of commands. The argument parser suggests options that were misspelt, but not commands.
enum CommandNames {
    /// - Throws: `Failure` if the first argument names no command.
    static func check(_ arguments: [String], of command: any ParsableCommand.Type) throws {
        let subcommands = command.configuration.subcommands
        guard !subcommands.isEmpty, let name = arguments.first, name.utf8.first != 0x2D else {
            return
        }
        if let next = subcommands.first(where: { ByteOrder.equal($0._commandName, name) }) {
            return try check(Array(arguments.dropFirst()), of: next)
        }
        let names = subcommands.map { $0._commandName } + ["help"]
        if ByteOrder.equal(name, "help") { return }
        throw Failure(
            .usage, "there is no command `\(name)`",
            hint: Suggestion.hint(for: name, among: names)
                ?? "the commands are \(names.joined(separator: ", "))")
    }
}
