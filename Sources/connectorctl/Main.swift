import ArgumentParser
import Files

/// Parses the arguments, runs the command, and turns what it throws into an exit status.
@main
enum Main {
    static func main() {
        Terminal.ignoreBrokenPipes()
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            try CommandNames.check(arguments, of: Connectorctl.self)
            var command = try Connectorctl.parseAsRoot(arguments)
            try command.run()
        } catch let error as FileError {
            Failure.end(.couldNotRun, error.message)
        } catch let error as Failure {
            Failure.end(error.status, error.message, hint: error.hint)
        } catch {
            Connectorctl.exit(withError: error)
        }
    }
}
