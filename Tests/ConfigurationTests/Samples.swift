import Configuration
import Reporting
import SourceText
import TestSupport

/// The sample folders.
enum Samples {
    static let broken = ProjectFiles.path("samples/broken")
    static let shop = ProjectFiles.path("samples/shop/connectors")

    /// The folders of the broken samples, each a configuration of its own.
    static func brokenFolders() throws -> [String] {
        try ProjectFiles.names(in: ProjectFiles.url("samples/broken")).filter { !$0.contains(".") }
    }
}

/// Where a finding is expected or was made: `file:line code`.
struct Mark: Hashable, Comparable, CustomStringConvertible {
    let file: String
    let line: Int
    let code: String

    var description: String { "\(file):\(line) \(code)" }

    static func < (left: Mark, right: Mark) -> Bool {
        (left.file, left.line, left.code) < (right.file, right.line, right.code)
    }
}

extension Mark {
    /// The marks in a text: `# expect: CODE, …` at the end of the line in question, or
    /// `# expect: CODE at line N` anywhere.
    static func expected(in text: String, of file: String) -> [Mark] {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        return lines.enumerated().flatMap { index, line -> [Mark] in
            guard let marker = line.firstRange(of: "# expect: ") else { return [] }
            return line[marker.upperBound...].split(separator: ",").map { entry in
                let words = entry.split(separator: " ")
                let isElsewhere = words.count == 4 && words[1] == "at" && words[2] == "line"
                let place = isElsewhere ? Int(words[3]) ?? 0 : index + 1
                return Mark(file: file, line: place, code: words.first.map { String($0) } ?? "")
            }
        }
    }

    /// The marks of what was found, with paths from `folder`.
    static func found(_ configuration: LoadedConfiguration, from folder: String) -> [Mark] {
        let report = Report(configuration.diagnostics, files: 0, documents: 0)
        return report.findings.map { finding in
            let path = finding.diagnostic.span.source.path
            let name = path.hasPrefix(folder + "/") ? path.dropFirst(folder.count + 1) : path[...]
            return Mark(
                file: String(name), line: finding.range.start.line,
                code: finding.diagnostic.code.name)
        }
    }
}
