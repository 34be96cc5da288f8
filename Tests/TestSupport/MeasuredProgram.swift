public import Foundation

extension Program {
    /// What a run took of the processor and of memory, which other processes do not change.
    public struct Cost: Sendable {
        public let exitCode: Int32
        public let seconds: Double
        /// At least what this process has: a new process begins with the peak of the one that starts it.
        public let peakBytes: Int
    }

    public struct NotRun: Error {}

    /// Runs the program in `folder`, without its outputs, and measures it.
    public static func cost(of arguments: [String], in folder: URL) throws -> Cost {
        let line = "cd \"$1\" && shift && exec \"$@\" < /dev/null > /dev/null 2>&1"
        let words = ["/bin/sh", "-c", line, "sh", folder.path, url.path] + arguments
        var strings: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for string in strings { free(string) } }
        var process: pid_t = 0
        guard posix_spawn(&process, words[0], nil, nil, &strings, environ) == 0 else {
            throw NotRun()
        }
        var (status, usage) = (Int32(0), rusage())
        while wait4(process, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw NotRun() }
        }
        let seconds = [usage.ru_utime, usage.ru_stime].map {
            Double($0.tv_sec) + Double($0.tv_usec) / 1e6
        }
        #if os(Linux)
            let unit = 1024
        #else
            let unit = 1
        #endif
        return Cost(
            exitCode: status >> 8 & 0xFF, seconds: seconds[0] + seconds[1],
            peakBytes: Int(usage.ru_maxrss) * unit)
    }
}
