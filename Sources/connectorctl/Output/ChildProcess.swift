@preconcurrency import CLibrary
import Files

/// Another program, run to its end without a shell in between.
enum ChildProcess {
    struct Outcome {
        /// As a shell sees it: 128 and the signal, if one ended the program.
        let exitCode: Int32
        let output: [UInt8]
        let errors: [UInt8]
    }

    /// Runs the program that `words` name, with arguments; nil if there is no such program.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input.
    ///   - environment: what is set, or taken out (nil), in its environment.
    /// - Throws: `FileError` if the system does not run it.
    static func run(
        _ words: [String], input: [UInt8] = [], environment: [String: String?] = [:]
    ) throws(FileError) -> Outcome? {
        let folder = Terminal.temporaryFolder
        // Files rather than pipes: nothing can fill up and block.
        let streams = [
            try NamelessFile(in: folder, input), try NamelessFile(in: folder),
            try NamelessFile(in: folder),
        ]
        var process: pid_t = 0
        let fault = spawn(&process, words, streams.map(\.descriptor), environment)
        if fault == ENOENT { return nil }
        guard fault == 0 else { throw FileError(.read, words[0], .system(fault)) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw FileError(.read, words[0], .system(errno)) }
        }
        let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
        let contents = try streams.dropFirst().map { stream throws(FileError) in
            try stream.content(
                limitBytes: InputLimits.childOutputBytes, as: "the output of " + words[0])
        }
        return Outcome(
            exitCode: signal == 0 ? code : 128 + signal, output: contents[0], errors: contents[1])
    }

    private static func spawn(
        _ process: inout pid_t, _ words: [String], _ descriptors: [Int32],
        _ environment: [String: String?]
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (stream, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(stream))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this program ignores, another one may count on.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        let set = environment.compactMap { name, value in value.map { name + "=" + $0 } }
        return withStrings(words) { arguments in
            withStrings(set) { set in
                posix_spawnp(
                    &process, words[0], &actions, &attributes, arguments,
                    variables(without: environment) + set)
            }
        }
    }

    /// The environment of this process, as `NAME=VALUE`, except for these.
    private static func variables(
        without names: [String: String?]
    ) -> [UnsafeMutablePointer<CChar>?] {
        var variables: [UnsafeMutablePointer<CChar>?] = []
        var next = environ
        while let entry = next.pointee {
            let name = String(cString: entry).prefix { $0 != "=" }
            if names[String(name)] == nil { variables.append(entry) }
            next += 1
        }
        return variables
    }

    /// Calls `body` with C strings and a null after them.
    private static func withStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let strings = texts.map { strdup($0) }
        defer { for string in strings { free(string) } }
        return body(strings + [nil])
    }
}
