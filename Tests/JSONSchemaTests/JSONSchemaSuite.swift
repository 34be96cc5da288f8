import Documents
import Foundation
import JSONSchema
import SchemaReading
import SourceText
import TestSupport
import Testing

/// The public test suite of JSON Schema.
@Suite("JSONSchemaSuite")
struct JSONSchemaSuite {
    /// Optional tests that are not met, by file, and why.
    static let exceptions = [
        "content.json": "contentEncoding and contentMediaType only describe, as in later drafts"
    ]

    @Test(
        "every draft", .needs(suite: SuiteFolder.name), arguments: Dialect.allCases)
    func draft(dialect: Dialect) throws {
        let required = try SuiteTally(dialect, in: "")
        let optional = try SuiteTally(dialect, in: "/optional")
        let formats = try SuiteTally(dialect, in: "/optional/format", assertsFormats: true)
        let counts = "required \(required), optional \(optional), format \(formats)"
        var lines = ["draft \(dialect.rawValue): \(counts)"]
        #expect(required.total > 0 && optional.total > 0 && formats.total > 0)
        #expect(required.failures.isEmpty, "\(required.failures.joined(separator: "\n"))")
        for failure in optional.failures + formats.failures {
            let file = String(failure.prefix { $0 != ":" })
            let reason = Self.exceptions[file]
            #expect(reason != nil, "\(failure)")
            lines.append("  exception: \(failure) (\(reason ?? "none"))")
        }
        print(lines.joined(separator: "\n"))
    }
}

/// Counts the passed tests of one folder.
struct SuiteTally: CustomStringConvertible {
    private let dialect: Dialect
    private let assertsFormats: Bool
    private var schema: Node?
    var total = 0
    var passed = 0
    var failures: [String] = []

    init(_ dialect: Dialect, in folder: String, assertsFormats: Bool = false) throws {
        self.dialect = dialect
        self.assertsFormats = assertsFormats
        for file in try SuiteFolder.files(in: dialect.folder + folder) { try run(file) }
    }

    var description: String { "\(passed)/\(total)" }

    private mutating func run(_ file: String) throws {
        let root = try #require(SuiteFolder.read(file))
        let name = file.split(separator: "/").last ?? ""
        for group in root.elements {
            let compiler = SchemaCompiler(
                defaultDialect: dialect, assertsFormats: assertsFormats, load: SuiteFolder.remote)
            let schema = try #require(group["schema"])
            let result = compiler.compile(schema, baseURI: "test:suite")
            let title = "\(name): \(group["description"]?.string ?? "")"
            for test in try #require(group["tests"]).elements {
                self.schema = schema
                run(test, result.schema, result.diagnostics, title)
            }
        }
    }

    private mutating func run(
        _ test: Node, _ schema: Schema?, _ diagnostics: [Diagnostic], _ title: String
    ) {
        total += 1
        let title = "\(title): \(test["description"]?.string ?? "")"
        guard let schema, let data = test["data"] else {
            let why = diagnostics.map(\.message).joined(separator: "; ")
            failures.append("\(title): not compiled: \(why)")
            return
        }
        let expected = test["valid"]?.boolean
        if schema.isValid(data) != expected {
            failures.append("\(title): should be \(expected == true ? "valid" : "invalid")")
        } else if schema.failures(of: data).isEmpty != expected {
            failures.append("\(title): the explanation says otherwise")
        } else if let fault = fault(in: schema.outputUnits(of: data), of: data, expected) {
            failures.append("\(title): the output is wrong: \(fault)")
        } else {
            passed += 1
        }
    }

    /// What is wrong with an output tree: each place in it must be there.
    private func fault(in units: [OutputUnit], of data: Node, _ expected: Bool?) -> String? {
        if units.isEmpty != expected { return "the verdict" }
        let base = "test:suite#"
        for unit in units {
            let keyword = unit.keywordLocation
            if data.resolve(pointer: unit.instanceLocation) == nil { return unit.instanceLocation }
            let isDirect = !["$ref", "$dynamicRef", "$recursiveRef"].contains {
                keyword.contains($0)
            }
            if isDirect, schema?.resolve(pointer: keyword) == nil { return keyword }
            guard let place = unit.absoluteKeywordLocation, place.hasPrefix(base) else { continue }
            let pointer = place.dropFirst(base.count).removingPercentEncoding ?? ""
            if schema?.resolve(pointer: pointer) == nil { return place }
        }
        return nil
    }
}
