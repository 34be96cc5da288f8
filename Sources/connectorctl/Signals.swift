import CLibrary
import Files
import Synchronization

/// What happens to the process when a signal arrives.
enum Signals {
    /// The signals that end the program from outside. `CrashReports` is about those that tell of a bug of
    /// the program, after which nothing is tidied up.
    private static let ending = [
        SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF,
    ]

    /// Whether a line on the terminal is to be cleared before the end.
    static let hasProgressLine = Atomic(false)

    /// Decides about all signals; to be called once, before anything else is done.
    static func handle() {
        prepare()
        // A reader that has seen enough should not kill the program, and neither should a limit on the
        // size of files: writing fails, and is reported.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        setAction(of: SIGBUS)
        // A signal that was ignored when the program was started stays ignored, as with nohup.
        for number in ending where !isIgnored(number) { setAction(of: number) }
    }

    /// Does once what the handler will do, on an empty table: this initialises globals and type metadata,
    /// which a handler must not wait for.
    private static func prepare() {
        TemporaryNames().removeAll()
        _ = TemporaryNames.shared
        _ = SignalGate().admits(SIGTERM)
        _ = SignalGate.shared
        clearProgressLine()
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        // Compared as addresses: no function is there.
        let address = unsafeBitCast(action.function, to: UInt.self)
        return address == unsafeBitCast(SIG_IGN, to: UInt.self)
    }

    private static func setAction(of number: Int32) {
        var action = sigaction()
        action.function = end
        // System calls go on after a signal that has to wait.
        action.sa_flags = SA_SIGINFO | SA_RESTART
        // One after the other: a second signal waits until the first has ended the process.
        sigfillset(&action.sa_mask)
        sigdelset(&action.sa_mask, SIGBUS)
        sigaction(number, &action, nil)
    }

    static func clearProgressLine() {
        if hasProgressLine.load(ordering: .sequentiallyConsistent) { write("\r\u{1B}[K") }
    }

    static func write(_ text: StaticString) {
        _ = sysWrite(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
    }
}

/// Ends the process, and leaves nothing behind, unless files are just being published: then that is
/// completed, and the signal raised again. It may have interrupted any code, so it does only what is safe
/// then: atomic steps, unlink, rmdir, write, signal, raise, _exit.
private func end(
    _ number: Int32, _ information: UnsafeMutablePointer<siginfo_t>?,
    _ context: UnsafeMutableRawPointer?
) {
    // After SIGBUS nothing can be completed first.
    guard SignalGate.shared.admits(number) || number == SIGBUS else { return }
    TemporaryNames.shared.removeAll()
    Signals.clearProgressLine()
    if number == SIGBUS, let information, Int(information.pointee.si_code) == Int(BUS_ADRERR) {
        Signals.write(
            """
            error: an input file was truncated while it was being read
              = hint: give a file that nothing writes to any more; if nothing does, check the disk

            """)
        _exit(ExitStatus.couldNotRun.rawValue)
    }
    if number == SIGBUS { CrashReports.say() }
    // The shell is to see which signal ended the process: it is delivered when this returns.
    signal(number, SIG_DFL)
    raise(number)
}

extension Signals {
    typealias Handler =
        @convention(c) (
            Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?
        ) -> Void
}

extension sigaction {
    /// The handler, under the name that each C library has for it.
    var function: Signals.Handler? {
        get {
            #if canImport(Glibc)
                __sigaction_handler.sa_sigaction
            #elseif canImport(Musl)
                __sa_handler.sa_sigaction
            #else
                __sigaction_u.__sa_sigaction
            #endif
        }
        set {
            #if canImport(Glibc)
                __sigaction_handler.sa_sigaction = newValue
            #elseif canImport(Musl)
                __sa_handler.sa_sigaction = newValue
            #else
                __sigaction_u.__sa_sigaction = newValue
            #endif
        }
    }
}

// The name is taken inside `Signals`.
private func sysWrite(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, base, count)
}
