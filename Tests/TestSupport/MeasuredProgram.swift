public import Foundation

extension Program {
    /// What a run took of the processor and of memory, which other processes do not change.
    public struct Cost: Sendable {
        public let exitCode: Int32
        public let seconds: Double
        /// The most memory that it was seen to hold, looked at every millisecond. What the system says at the
        /// end would be at least the peak of this process, which starts it.
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
        var (status, usage, peak) = (Int32(0), rusage(), 0)
        while true {
            peak = max(peak, residentPeak(of: process))
            let ended = wait4(process, &status, WNOHANG, &usage)
            if ended == process { break }
            guard ended == 0 || errno == EINTR else { throw NotRun() }
            usleep(1000)
        }
        let seconds = [usage.ru_utime, usage.ru_stime].map {
            Double($0.tv_sec) + Double($0.tv_usec) / 1e6
        }
        return Cost(
            exitCode: status >> 8 & 0xFF, seconds: seconds[0] + seconds[1],
            peakBytes: peak)
    }

    /// The most memory that a running process has held, by /proc; 0 where that cannot be said.
    private static func residentPeak(of process: pid_t) -> Int {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let peak = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (peak?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }
}
