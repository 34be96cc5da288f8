import ArgumentParser
import Reporting
import SourceText

/// `connectorctl explain-code`
struct ExplainCode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain-code",
        abstract: "Say why a diagnostic exists and how to fix what it reports.",
        discussion: """
            Without a code, all codes are listed.

            Example:
              connectorctl explain-code setting-shadows-static
            """)

    @Argument(help: "The code, as in the brackets of a finding.")
    var code: String?

    @OptionGroup var output: FormatOption

    func run() throws {
        let listing = CodeListing(try code.map { [try Self.find($0)] } ?? Catalogue.all)
        try output.format.write(
            text: code == nil ? listing.text : listing.explanation, json: listing.json)
    }

    private static func find(_ name: String) throws -> DiagnosticCode {
        if let code = Catalogue.all.first(where: { ByteOrder.equal($0.name, name) }) {
            return code
        }
        throw Failure(
            .usage, "there is no diagnostic code `\(name)`",
            hint: Suggestion.hint(for: name, among: Catalogue.all.map(\.name))
                ?? "`connectorctl explain-code` lists all codes")
    }
}
