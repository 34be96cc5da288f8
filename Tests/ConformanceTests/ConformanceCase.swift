import Foundation
import TestSupport
import Testing

/// A case of `spec/conformance`, as its README describes it.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
    let title: String
    let covers: [String]
    let arguments: [String]
    /// The name of the key file, where signatures are verified.
    let keys: String?
    let inputs: [String]
    let exitCode: Int32
    let rejected: [RejectedEvent]?
    var name = ""

    var testDescription: String { "\(name): \(title)" }
    var folder: URL { Self.root.appending(path: name) }

    struct RejectedEvent: Decodable, Sendable, Equatable {
        let file: String
        let line: Int
        let raw: String?
        let rawBase64: String?
    }

    private enum CodingKeys: CodingKey {
        case title, covers, arguments, keys, inputs, exitCode, rejected
    }

    private static let root = ProjectFiles.url("spec/conformance")

    /// Every case, in the order of their names.
    static let all: [ConformanceCase] = {
        let names = (try? ProjectFiles.names(in: root)) ?? []
        return names.compactMap { name in
            let file = root.appending(path: name).appending(path: "case.json")
            guard let data = try? Data(contentsOf: file),
                var decoded = try? JSONDecoder().decode(ConformanceCase.self, from: data)
            else { return nil }
            decoded.name = name
            return decoded
        }
    }()
}
