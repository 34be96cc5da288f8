public import Foundation

/// A case of `spec/conformance`, as its README describes it.
public struct ConformanceCase: Decodable, Sendable {
    public let title: String
    public let covers: [String]
    /// The folder of the configuration, where several cases share one.
    private let config: String?
    public let arguments: [String]
    /// The name of the key file, where signatures are verified.
    public let keys: String?
    public let inputs: [String]
    public let exitCode: Int32
    public let rejected: [RejectedEvent]?
    public private(set) var name = ""

    public struct RejectedEvent: Decodable, Sendable, Equatable {
        public let file: String
        public let line: Int
        public let raw: String?
        public let rawBase64: String?
    }

    private enum CodingKeys: CodingKey {
        case title, covers, config, arguments, keys, inputs, exitCode, rejected
    }

    private static let root = ProjectFiles.url("spec/conformance")
    /// The folder beside the cases that holds the configurations they share.
    private static let shared = "configurations"

    /// The names of all cases: of every folder, so that none is passed over because it cannot be read.
    public static func names() throws -> [String] {
        try ProjectFiles.names(in: root).filter { name in
            name != shared && !name.contains(".")
        }
    }

    public init(_ name: String) throws {
        let file = Self.root.appending(path: "\(name)/case.json")
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
        self.name = name
    }

    public var folder: URL { Self.root.appending(path: name) }

    /// The configuration's folder, from the case's.
    public var configuration: String { config ?? "config" }

    /// Whether the replay writes its outputs.
    public var writesStates: Bool {
        FileManager.default.fileExists(
            atPath: folder.appending(path: "expected/states.json").path)
    }

    /// The content of a file of the case.
    public func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    /// A copy of the key file that only its owner can read; nil where nothing is verified.
    public func copyOfKeys(in folder: TemporaryFolder) throws -> String? {
        try keys.map { try folder.writeSecret($0, bytes: read($0)) }
    }
}
