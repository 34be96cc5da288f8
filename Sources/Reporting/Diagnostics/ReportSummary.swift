public import SourceText

/// How much was looked at, and how much of each severity was found.
public struct ReportSummary: Sendable, Hashable {
    public let files: Int
    public let documents: Int
    /// What was checked, such as `3 connectors`, `5 methods`; empty where only files are counted.
    public let checked: [String]
    public private(set) var errors = 0
    public private(set) var warnings = 0
    public private(set) var notes = 0

    public init(
        _ diagnostics: [Diagnostic], files: Int, documents: Int, checked: [String] = []
    ) {
        self.files = files
        self.documents = documents
        self.checked = checked
        for diagnostic in diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .note: notes += 1
            }
        }
    }

    /// For people: `2 errors, 1 warning in 4 files`, after a line such as `checked 3 connectors, 5 methods in
    /// 4 files` where it is known what was checked.
    public var text: String {
        let counts = [(errors, "error"), (warnings, "warning"), (notes, "note")]
        let found = counts.filter { $0.0 > 0 }.map { Listing.count($0.0, $0.1) }
        let what = found.isEmpty ? "no findings" : found.joined(separator: ", ")
        let inFiles = " in " + Listing.count(files, "file")
        let things =
            checked.isEmpty ? "" : "checked " + checked.joined(separator: ", ") + inFiles + "\n"
        return things + what + inFiles
    }
}
