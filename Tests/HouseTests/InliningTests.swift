import TestSupport
import Testing

/// A replay is fast only where calls from one target to another are inlined.
@Suite("Inlinable members")
struct InliningTests {
    /// Of any other type the compiler takes them without a word, and never inlines them elsewhere.
    @Test("belong to types that are public or usable from inline")
    func types() throws {
        for file in try SourceFile.all(below: "Sources") {
            guard !file.lines(with: "@inlinable").isEmpty else { continue }
            // The line that the current declaration begins with, and the one before it.
            var (declaration, attribute, previous) = (Substring(), Substring(), Substring())
            for line in try ProjectFiles.text(file.path).split(separator: "\n") {
                if line.hasPrefix("package ") { (declaration, attribute) = (line, previous) }
                if line.hasPrefix("}") { declaration = "" }
                if line.contains("@inlinable"), !declaration.isEmpty {
                    #expect(attribute.contains("@usableFromInline"), "\(file.path): \(declaration)")
                }
                previous = line
            }
        }
    }
}
