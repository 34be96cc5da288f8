import CIntrinsics
import CLibrary
import Files

/// What happens to the process when the program itself is at fault.
///
/// The Swift runtime would print registers with the memory that they point to, and the system might write
/// a core file: pieces of keys, secrets and settings, in the log of whatever runs the program. Every command
/// may hold some, so each only says that it failed.
enum CrashReports {
    /// The environment variable that asks for the report all the same.
    private static let variable = "CONNECTORCTL_CRASH_REPORT"

    /// The signals of a fault. SIGBUS mostly tells of a truncated file: see `Signals`.
    private static let faults = [SIGSEGV, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS]

    /// Has a fault end the program with one line; to be called once, before anything else is done.
    static func switchOff() {
        guard getenv(variable) == nil else { return }
        intrinsics_hide_memory()
        useOwnStack()
        for number in faults {
            var action = sigaction()
            action.function = endWithFault
            action.sa_flags = Int32(SA_SIGINFO) | Int32(SA_ONSTACK)
            sigfillset(&action.sa_mask)
            sigaction(number, &action, nil)
        }
    }

    /// Gives the handlers a stack of their own: the fault may be that the main one is used up. It is never
    /// given back.
    private static func useOwnStack() {
        let bytes = 64 << 10
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
        stack.ss_size = numericCast(bytes)
        sigaltstack(&stack, nil)
    }

    /// Whether the process ends because the system gave it no memory: allocations leave that in `errno`
    /// before the Swift runtime, which cannot go on without, raises the signal.
    static func isOfMemory(_ errorNumber: Int32) -> Bool { errorNumber == ENOMEM }

    /// Safe in a signal handler.
    static func say() {
        Signals.clearProgressLine()
        Signals.write(
            """
            error: this is a bug in connectorctl; for a report, which may show secrets, run it \
            again with CONNECTORCTL_CRASH_REPORT=1

            """)
    }
}

/// Ends the process. It may have interrupted any code, so it does only what is safe then: write, signal,
/// raise.
private func endWithFault(
    _ number: Int32, _ information: UnsafeMutablePointer<siginfo_t>?,
    _ context: UnsafeMutableRawPointer?
) {
    if CrashReports.isOfMemory(errno) { endWithoutMemory(number) }
    CrashReports.say()
    // The shell is to see which signal it was: it is delivered when this returns.
    signal(number, SIG_DFL)
    raise(number)
}

/// No more memory is no bug: what was begun is removed, unless files are just being published.
private func endWithoutMemory(_ number: Int32) -> Never {
    if SignalGate.shared.admits(number) { TemporaryNames.shared.removeAll() }
    Signals.clearProgressLine()
    Signals.write(
        """
        error: the system gave the program no more memory
          = hint: allow it more; `replay --memory SIZE` holds no more than that of a stream

        """)
    _exit(ExitStatus.couldNotRun.rawValue)
}
