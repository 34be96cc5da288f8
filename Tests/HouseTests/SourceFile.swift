import Foundation
import TestSupport

/// A Swift file of this package. It is searched as bytes: a debug build reads all of them in a moment.
struct SourceFile {
    let path: String
    private let bytes: Data

    /// The Swift files below `folder`.
    static func all(below folder: String) throws -> [SourceFile] {
        try ProjectFiles.files(below: folder).filter { $0.hasSuffix(".swift") }.map { name in
            let path = folder + "/" + name
            return SourceFile(path: path, bytes: try Data(contentsOf: ProjectFiles.url(path)))
        }
    }

    /// The lines that hold `text`, each with its number.
    func lines(with text: String) -> [(number: Int, text: Substring)] {
        guard bytes.range(of: Data(text.utf8)) != nil else { return [] }
        return String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { $1.contains(text) ? ($0 + 1, $1) : nil }
    }

    var lineCount: Int { bytes.count { $0 == 0x0A } }

    /// The modules that the file imports.
    var imports: [String] {
        lines(with: "import ").compactMap { line in
            let words = line.text.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import"), !line.text.hasPrefix("//"),
                words[..<keyword].allSatisfy(Self.modifiers.contains)
            else { return nil }
            // `import struct Module.Name` names its module, too.
            return words.last?.split(separator: ".").first.map(String.init)
        }
    }

    private static let modifiers: Set<Substring> = [
        "@testable", "public", "package", "internal", "private",
    ]
}
