import Files
import Foundation
import TestSupport
import Testing

/// A copy of the sample shop, with secrets that tests look for in every output.
struct Shop {
    let folder: TemporaryFolder
    /// What the program sees in its environment.
    var environment = [
        "ACME_WEBHOOK_SECRET": "planted-webhook-secret", "ACME_SECRET": "planted-secret",
        "ACME_SECRET_BALTIC": "planted-baltic-secret",
        "BANKGATE_CLIENT_SECRET": "planted-bank-\"secret\"",
        "MOBI_API_KEY": "planted-mobile-secret",
    ]
    static let fileSecret = "planted-tallinn-secret"
    static let fileName = "config/methods/secrets/acme-tallinn.key"

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: ProjectFiles.url("samples/shop/connectors"),
            to: folder.url.appending(path: "config"))
        try folder.write(Self.fileName, Self.fileSecret + "\n")
    }

    /// Runs the program in the folder, in which `config` is the configuration.
    func run(
        _ arguments: String..., more: [String] = []
    ) throws -> Program.Outcome {
        try Program.run(arguments + more, in: folder.url, environment: environment)
    }

    /// What is deployed, and its keys.
    var files: [[UInt8]?] {
        ["connectorctl.state.json", "connectorctl.keys.json"].map { folder.read($0) }
    }

    /// The generated keys, as the key file spells them.
    func keys() throws -> [String] {
        let text = String(
            decoding: try #require(folder.read("connectorctl.keys.json")), as: UTF8.self)
        return text.split(separator: "\"").map(String.init).filter {
            $0.utf8.count == 64 && $0.allSatisfy(\.isHexDigit)
        }
    }

    func text(_ name: String) throws -> String {
        String(decoding: try #require(folder.read(name)), as: UTF8.self)
    }

    func permissions(_ name: String) throws -> Int { try Folder.permissions(of: folder.path(name)) }
}
