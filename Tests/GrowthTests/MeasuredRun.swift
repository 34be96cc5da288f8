import Glibc
import TestSupport

/// One run of the program: the time of the processor that it took, and the most memory.
struct MeasuredRun {
    let exitCode: Int32
    let seconds: Double
    let megabytes: Double

    /// Runs the program; its outputs are dropped.
    init(_ arguments: [String]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = ([Program.path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, Program.path, &actions, nil, &words, environ)
        if failure != 0 { throw Failure.notStarted(failure) }
        var (status, usage): (Int32, rusage) = (0, rusage())
        while wait4(process, &status, 0, &usage) < 0 {
            if errno != EINTR { throw Failure.notStarted(errno) }
        }
        exitCode = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        seconds = [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
        }
        megabytes = Double(usage.ru_maxrss) / 1024
    }

    enum Failure: Error {
        case notStarted(Int32)
    }
}
