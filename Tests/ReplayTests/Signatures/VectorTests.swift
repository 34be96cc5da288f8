import Foundation
import HashKeys
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("The published vectors of signatures")
struct VectorTests {
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        /// Hexadecimal digits; nil for a shared key.
        let key: String?
        let sharedKey: String?
        let event: String
        let signedText: String
        let signature: String
        var testDescription: String { name }

        func hashKey() throws -> HashKey {
            if let sharedKey { return try #require(HashKey(shared: sharedKey)) }
            return try #require(key.flatMap(HashKey.init(hex:)))
        }
    }

    private struct Vectors: Decodable {
        let vectors: [Vector]
    }

    private static func vectors() throws -> [Vector] {
        let bytes = try ProjectFiles.bytes("spec/signatures/vectors.json")
        return try JSONDecoder().decode(Vectors.self, from: Data(bytes)).vectors
    }

    @Test("are what is signed, and how", arguments: try vectors())
    func vector(vector: Vector) throws {
        let signed = SignedSample.read(vector.event)
        #expect(String(decoding: signed.text, as: UTF8.self) == vector.signedText)
        let key = try vector.hashKey()
        #expect(key.signature(of: signed.text) == vector.signature)
        #expect(key.verifies(vector.signature.utf8, of: signed.text))
    }

    @Test("are there, and on the page of the specification")
    func page() throws {
        let vectors = try Self.vectors()
        #expect(vectors.count >= 11)
        let page = try ProjectFiles.text("spec/signatures.md")
        let published = page.split(separator: "\n").filter { $0.hasPrefix("signature  ") }
        #expect(published.count >= 4)
        for line in published {
            let signature = String(line.dropFirst("signature  ".count))
            let vector = vectors.filter { $0.signature == signature }.first {
                page.contains("event      \($0.event)\ntext       \($0.signedText)\n")
            }
            let key = try #require(vector.flatMap { $0.key ?? $0.sharedKey }, "\(signature)")
            #expect(page.contains("`\(key)`"))
        }
    }

    @Test("names stand in the order of their bytes")
    func order() {
        let names = SignedField.allCases.map(\.name)
        #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        let text = SignedField.allCases.reduce(into: SignedText()) { $0.append($1, "x") }
        let expected = names.map { "\($0)=1:x" }.joined()
        #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    }
}

/// Reads single results for what is signed of them.
enum SignedSample {
    /// What is signed of `event`, which is a valid result.
    static func read(_ event: String) -> SignedResult {
        let arena = ScratchArena()
        var reader = ResultReader()
        return withExtendedLifetime(arena) { reader.signedResult(arena.copy(event)) }
    }
}
