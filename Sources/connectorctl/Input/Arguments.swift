import Files

/// The arguments of the program.
enum Arguments {
    /// - Throws: `Failure` if they cannot be known, or are not UTF-8.
    static func all() throws(Failure) -> [String] {
        let words = CommandLine.unsafeArgv
        // Swift asks the system for them.
        guard CommandLine.argc > 0 else {
            throw Failure(
                .usage, "the arguments cannot be read: the system has no /proc",
                hint: "mount it, as with `mount -t proc proc /proc`")
        }
        var arguments: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let word = words[index] else { break }
            guard let argument = String(validatingCString: word) else {
                let shown = PathText.escaped(
                    UnsafeRawBufferPointer(start: word, count: length(word)))
                throw Failure(
                    .couldNotRun, "the argument `\(shown)` is not UTF-8",
                    hint: "rename the file that it names")
            }
            arguments.append(argument)
        }
        return ArgumentRuns.folded(arguments)
    }

    private static func length(_ word: UnsafePointer<CChar>) -> Int {
        var count = 0
        while word[count] != 0 { count += 1 }
        return count
    }
}
