public import ArgumentParser
import Configuration
public import JSONSchema

extension Dialect: ExpressibleByArgument {}

/// The options of commands that read schemas.
struct SchemaOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Look for a $ref that begins with the prefix in the folder; may be repeated.",
            valueName: "uri-prefix=folder"))
    var map: [String] = []

    @Option(help: "The dialect of schemas without $schema.")
    var dialect = Dialect.draft2020

    @Flag(help: "Check `format`, which is otherwise only an annotation.")
    var assertFormats = false

    mutating func validate() throws {
        _ = try mappings()
    }

    /// What finds and compiles the schemas.
    func files() throws -> SchemaFiles {
        SchemaFiles(
            mappings: try mappings(), dialect: dialect, assertsFormats: assertFormats)
    }

    private func mappings() throws -> [SchemaFiles.Mapping] {
        try map.map { text in
            guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
                throw ValidationError("--map needs URI-PREFIX=FOLDER, not '\(text)'")
            }
            return SchemaFiles.Mapping(
                prefix: String(text[..<equals]), folder: String(text[text.index(after: equals)...]))
        }
    }
}
