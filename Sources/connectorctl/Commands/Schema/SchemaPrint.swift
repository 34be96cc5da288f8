public import ArgumentParser
public import Configuration

extension PublishedFormat: ExpressibleByArgument {}

/// `connectorctl schema print`
struct SchemaPrint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print a published format, which the program itself enforces.",
        discussion: """
            Example:
              connectorctl schema print payment-method
            """)

    @Argument(help: "The kind of document.")
    var kind: PublishedFormat

    func run() throws {
        try ByteOutput.write(kind.bytes)
    }
}
