public import Documents
import Foundation
public import JSONSchema
import SourceText
import TestSupport

extension Dialect {
    /// The suite's name for the dialect.
    public var folder: String { "draft" + rawValue }
}

/// The public test suite of JSON Schema.
public enum SuiteFolder {
    /// What tests that need it name.
    public static let name = "JSON-Schema-Test-Suite"
    private static let path = Suites.folder(name)?.path ?? ""

    /// The paths of the JSON files in a folder of `tests`.
    public static func files(in folder: String) throws -> [String] {
        let folder = path + "/tests/" + folder
        return try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".json") }.sorted().map { folder + "/" + $0 }
    }

    /// The root of the document in a file.
    public static func read(_ file: String) -> Node? {
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        return JSONReader.read(SourceText(path: file, bytes: Array(data))).document?.root
    }

    /// The document that the suite has for a URI.
    public static func remote(_ uri: String) -> Node? {
        let prefix = "http://localhost:1234/"
        guard uri.hasPrefix(prefix) else { return nil }
        return read(path + "/remotes/" + uri.dropFirst(prefix.count))
    }
}
