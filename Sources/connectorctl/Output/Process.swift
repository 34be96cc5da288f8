import CLibrary
import Payments

/// What a command may know of itself and of whoever runs it.
extension Terminal {
    /// The value of an environment variable; nil if it is not set, or not UTF-8.
    static func variable(_ name: String) -> String? {
        variableBytes(name).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The bytes of an environment variable; nil if it is not set.
    static func variableBytes(_ name: String) -> [UInt8]? {
        getenv(name).map { value in
            Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
        }
    }

    /// Whether somebody is there to answer a question.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isTerminal(.standardError) }

    /// Who runs the program, where, and as which process.
    static var owner: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let host = String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let user = variable("USER") ?? "user \(getuid())"
        return "\(user)@\(host) (process \(getpid()))"
    }

    /// The time, for notes to others; no result depends on it.
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        // A clock that is set wrong may be beyond what a timestamp holds.
        let (nanoseconds, overflow) = Int64(time.tv_sec)
            .multipliedReportingOverflow(by: 1_000_000_000)
        return Timestamp(nanoseconds: overflow ? .max : nanoseconds)
    }
}
