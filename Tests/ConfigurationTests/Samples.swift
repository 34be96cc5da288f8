import Configuration
import Files
import Reporting
import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The sample folders, found from this file's place.
enum Samples {
    /// The top of the package.
    static let package = PathText.parent(PathText.parent(PathText.parent(#filePath)))
    static let broken = package + "/samples/broken"
    static let shop = package + "/samples/shop/connectors"

    /// The folders of the broken samples, each a configuration of its own.
    static let brokenFolders =
        (try? Folder.names(in: broken).filter { !$0.contains(".") }) ?? []

    /// How many mutations each part of the mutation test tries; CONNECTORCTL_ROUNDS says otherwise.
    static let mutationRounds =
        getenv("CONNECTORCTL_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 15

    /// Every file below `folder`, with its path from there.
    static func files(in folder: String, below prefix: String = "") throws -> [String] {
        try Folder.names(in: folder).flatMap { name -> [String] in
            let path = PathText.join(folder, name)
            guard try Folder.kind(of: path) == .folder else { return [prefix + name] }
            return try files(in: path, below: prefix + name + "/")
        }
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try WholeFile.read(path, limitBytes: 1 << 24), as: UTF8.self)
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
                file: String(name), line: finding.place.start.line,
                code: finding.diagnostic.code.name)
        }
    }
}
