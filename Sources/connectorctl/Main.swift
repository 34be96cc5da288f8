import ArgumentParser
import Files

/// Parses the arguments, runs the command, and turns what it throws into an exit status.
@main
enum Main {
    static func main() {
        Signals.handle()
        CrashReports.switchOff()
        POSIX.raiseDescriptorLimit()
        do {
            let arguments = try Arguments.all()
            try CommandNames.check(arguments, of: Connectorctl.self)
            var command = try Connectorctl.parseAsRoot(arguments)
            try command.run()
        } catch let error as FileError {
            Failure(.couldNotRun, error.message).end()
        } catch let error as Failure {
            error.end()
        } catch {
            checkIsExpected(error)
            UsageError.end(error)
        }
    }

    /// What neither the argument parser nor a command means to throw is a fault of the program.
    private static func checkIsExpected(_ error: any Error) {
        guard Connectorctl.exitCode(for: error) == .failure, !(error is ExitCode) else { return }
        Failure(.internalError, "this should not have happened: \(error)").end()
    }
}
