import Reporting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the program asks of the system around it: the only file that does.
enum Terminal {
    /// Where output goes to.
    enum Stream: Int32 {
        case standardOutput = 1
        case standardError = 2
    }

    /// A reader that has seen enough is no reason to be killed.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Colours only where somebody sees them and has not said no.
    static func style(of stream: Stream) -> TextStyle {
        let refusal = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        return !refusal && isatty(stream.rawValue) == 1 ? .coloured : .plain
    }

    /// Where temporary files go to.
    static var temporaryFolder: String {
        guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/tmp" }
        return String(cString: folder)
    }

    /// The number of processors that are there to be used.
    static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    static func exit(_ status: ExitStatus) -> Never {
        #if canImport(Glibc)
            Glibc.exit(status.rawValue)
        #elseif canImport(Musl)
            Musl.exit(status.rawValue)
        #else
            Darwin.exit(status.rawValue)
        #endif
    }

    static let brokenPipe = EPIPE
}
