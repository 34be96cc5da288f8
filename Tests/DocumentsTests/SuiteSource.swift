import Foundation
import SourceText
import TestSupport

extension Suites {
    /// The content of a file, as a source with the file's name.
    static func source(_ file: URL) throws -> SourceText {
        SourceText(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
    }
}
