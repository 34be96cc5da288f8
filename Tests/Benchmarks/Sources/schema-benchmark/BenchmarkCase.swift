import Documents
import Foundation
import JSONSchema
import Measuring
import SourceText

/// A schema, compiled, with its instances, parsed.
struct BenchmarkCase {
    let name: String
    let schemaPath: String
    let instancesPath: String
    let schema: Schema
    let instances: [Node]
    private let source: Node

    /// Reads and compiles `NAME/schema.json` and `NAME/instances.ndjson` in `folder`.
    init(_ name: String, in folder: String) throws {
        self.name = name
        schemaPath = "\(folder)/\(name)/schema.json"
        instancesPath = "\(folder)/\(name)/instances.ndjson"
        source = try Self.read(schemaPath)
        guard let schema = Self.compile(source) else {
            throw BenchmarkError(message: "\(schemaPath) does not compile")
        }
        self.schema = schema
        let path = instancesPath
        instances = try Data(contentsOf: URL(filePath: path)).split(separator: ASCII.lineFeed)
            .map { try Self.parse(Array($0), path) }
    }

    /// One sign an instance: `1` where it is valid, `0` where it is not.
    var verdicts: String {
        instances.map { schema.isValid($0) ? "1" : "0" }.joined()
    }

    /// The nanoseconds that one instance takes on average, over as many rounds as fill a while.
    func measure() -> Double {
        Stopwatch.average(of: instances.count) {
            var valid = 0
            for instance in instances where schema.isValid(instance) { valid += 1 }
            return valid
        }
    }

    /// The nanoseconds that compiling the parsed schema takes.
    func measureCompilation() -> Double {
        Stopwatch.average(of: 1) { Self.compile(source) == nil ? 0 : 1 }
    }

    private static func compile(_ source: Node) -> Schema? {
        SchemaCompiler().compile(source, baseURI: "benchmark:schema").schema
    }

    private static func read(_ path: String) throws -> Node {
        try parse(Array(Data(contentsOf: URL(filePath: path))), path)
    }

    private static func parse(_ bytes: [UInt8], _ path: String) throws -> Node {
        guard let document = JSONReader.read(SourceText(path: path, bytes: bytes)).document else {
            throw BenchmarkError(message: "\(path) is not JSON")
        }
        return document.root
    }
}
