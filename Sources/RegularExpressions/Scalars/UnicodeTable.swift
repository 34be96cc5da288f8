/// A table that `Tests/UnicodeTables/generate.py` has made from the Unicode Character Database. Each
/// is parsed when it is first asked for.
package struct UnicodeTable: Sendable {
    let lines: [(names: [Substring], content: Substring)]

    static let scripts = UnicodeTable(PackageResources.scripts_txt)
    static let scriptExtensions = UnicodeTable(PackageResources.script_extensions_txt)
    static let generalCategories = UnicodeTable(PackageResources.general_categories_txt)
    static let emoji = UnicodeTable(PackageResources.emoji_txt)

    /// Each line has names, a colon and its content: runs of scalars in hexadecimal, `41-5A AA`, or more
    /// names. Those that begin with `#` are comments.
    package init(_ text: [UInt8]) {
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
        self.lines = lines.filter { !$0.hasPrefix("#") }.map { line in
            let sides = line.split(separator: ":")
            return (sides[0].split(separator: " "), sides.count > 1 ? sides[1] : "")
        }
    }

    /// The names of the line that has this one.
    func names(with name: Substring) -> [Substring]? {
        lines.first { $0.names.contains(name) }?.names
    }

    /// The scalars of all lines with a name; nil if there are none.
    package func scalars(named name: Substring) -> ScalarSet? {
        let found = lines.filter { $0.names.contains(name) }
        return found.isEmpty ? nil : ScalarSet(found.flatMap { runs(in: $0.content) })
    }

    /// The scalars of all lines.
    var all: ScalarSet { ScalarSet(lines.flatMap { runs(in: $0.content) }) }

    private func runs(in text: Substring) -> [ClosedRange<UInt32>] {
        text.split(separator: " ").compactMap { run in
            let bounds = run.split(separator: "-").compactMap { UInt32($0, radix: 16) }
            guard let first = bounds.first, let last = bounds.last else { return nil }
            return first...last
        }
    }
}
