import TestSupport

/// A Swift file of this package.
struct SourceFile {
    let path: String
    let lines: [Substring]

    /// The Swift files below `folder`.
    static func all(below folder: String) throws -> [SourceFile] {
        try ProjectFiles.files(below: folder).filter { $0.hasSuffix(".swift") }.map { name in
            let path = folder + "/" + name
            let text = try ProjectFiles.text(path)
            return SourceFile(
                path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// The modules that the file imports.
    var imports: [String] {
        lines.compactMap { line in
            line.prefixMatch(
                of:
                    /\s*(?:@testable |public |package |private |internal )?import (?:struct |class |enum |func )?(\w+)/
            )
            .map { String($0.1) }
        }
    }
}
