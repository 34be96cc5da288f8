import ArgumentParser
import CLibrary
import Reporting

/// What the program asks of the system around it; what it asks about signals is in
/// `Signals.swift`.
enum Terminal {
    /// Where output goes to.
    enum Stream: Int32 {
        case standardOutput = 1
        case standardError = 2
    }

    /// Colours only where somebody sees them and has not said no.
    static func style(of stream: Stream) -> TextStyle {
        let refusal = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        return !refusal && isTerminal(stream) ? .coloured : .plain
    }

    static func isTerminal(_ stream: Stream) -> Bool {
        isatty(stream.rawValue) == 1
    }

    /// Whether a line on standard error can be written over: on a terminal that knows how.
    static var canOverwriteLines: Bool {
        guard isTerminal(.standardError), let name = getenv("TERM") else { return false }
        return name.pointee != 0 && strcmp(name, "dumb") != 0
    }

    /// Where temporary files go to.
    static var temporaryFolder: String {
        guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/tmp" }
        return String(cString: folder)
    }

    /// The number of processors that are there to be used.
    static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    static func exit(_ code: ExitCode) -> Never {
        sysExit(code.rawValue)
    }

    static func exit(_ status: ExitStatus) -> Never {
        sysExit(status.rawValue)
    }

    static let brokenPipe = EPIPE
}

// The name is taken inside `Terminal`.
private func sysExit(_ code: Int32) -> Never { exit(code) }
