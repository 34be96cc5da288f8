import ArgumentParser
import SourceText

/// What the argument parser has to say: help, or what is wrong with the arguments.
enum UsageError {
    /// Prints it and ends the program. The parser quotes arguments as they are, and they may hold escape
    /// sequences, or whole lines.
    static func end(_ error: any Error) -> Never {
        let code = Connectorctl.exitCode(for: error)
        let message = Connectorctl.fullMessage(for: error)
        guard !code.isSuccess, !message.isEmpty else { Connectorctl.exit(withError: error) }
        let output = ByteOutput(.standardError, .shown)
        let text = quotingSafely(message, CommandLine.arguments.dropFirst())
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            output.write(PrintableText.escaped(String(line)) + "\n")
        }
        output.flush()
        Terminal.exit(code)
    }

    /// `message` with the arguments in it escaped, line ends too.
    private static func quotingSafely(
        _ message: String, _ arguments: some Sequence<String>
    ) -> String {
        var message = message
        for argument in arguments {
            let value = argument.utf8.firstIndex(of: UInt8(ascii: "=")).map {
                String(argument[argument.utf8.index(after: $0)...])
            }
            for text in [argument, value ?? ""] {
                let shown = PrintableText.escaped(text)
                guard !ByteOrder.equal(text, shown) else { continue }
                message = message.replacing(text, with: shown)
            }
        }
        return message
    }
}
