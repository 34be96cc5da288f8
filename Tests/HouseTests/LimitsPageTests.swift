import Foundation
import TestSupport
import Testing

@Suite("The table of limits")
struct LimitsPageTests {
    /// A row of `spec/limits.md`.
    struct Row: Sendable, Hashable, CustomTestStringConvertible {
        let limit: String
        let file: String
        let name: String

        var testDescription: String { "\(file) \(name)" }
    }

    private static func rows() throws -> [Row] {
        let row = /\| [^|]+ \| ([^|]+) \| [^|]+ \| `([^`]+)` `([^`]+)` \|/
        return try ProjectFiles.text("spec/limits.md").matches(of: row).map {
            Row(limit: String($0.1), file: String($0.2), name: String($0.3))
        }
    }

    /// The constants of a file that are numbers or ranges, as the page writes their values.
    private static func constants(_ file: String) throws -> [String: String] {
        let constant =
            /^ {4}(?: {4}public )?(?:[a-z()]+ )*(?:let|var) (\w+)(?:: [\w?]+)? = ([0-9_]+)( << [0-9]+)?(\.\.\.[0-9_]+)?$/
            .anchorsMatchLineEndings()
        let found = try ProjectFiles.text("Sources/" + file).matches(of: constant).map { match in
            let first = number(match.2) << (match.3.map(number) ?? 0)
            let text = text(match.4.map(number) ?? first, unitOf: String(match.1))
            return (String(match.1), match.4 == nil ? text : "\(grouped(first)) to \(text)")
        }
        return Dictionary(found) { first, _ in first }
    }

    private static func number(_ text: Substring) -> Int {
        Int(String(text.filter(\.isNumber))) ?? 0
    }

    private static func text(_ value: Int, unitOf name: String) -> String {
        if name.lowercased().hasSuffix("bytes") {
            for (shift, unit) in [(30, "GiB"), (20, "MiB"), (10, "KiB")]
            where value > 0 && value % (1 << shift) == 0 {
                return "\(grouped(value >> shift)) \(unit)"
            }
            return "\(grouped(value)) bytes"
        }
        let unit = ["Seconds", "Minutes", "Digits", "Bits"].first { name.hasSuffix($0) }
        return grouped(value) + (unit.map { " " + $0.lowercased() } ?? "")
    }

    /// With a comma after every three digits.
    private static func grouped(_ value: Int) -> String {
        var digits = Array(String(value))
        for index in stride(from: digits.count - 3, to: 0, by: -3) {
            digits.insert(",", at: index)
        }
        return String(digits)
    }

    @Test("has the values of the constants that it names")
    func values() throws {
        let rows = try Self.rows()
        #expect(rows.count > 60)
        for row in rows {
            #expect(try Self.constants(row.file)[row.name] == row.limit, "\(row.testDescription)")
        }
        #expect(Set(rows.map(\.testDescription)).count == rows.count)
    }

    @Test("names every constant of every file of limits")
    func complete() throws {
        let named = Set(try Self.rows().map(\.testDescription))
        let files = try ProjectFiles.files(below: "Sources").filter { $0.hasSuffix("Limits.swift") }
        #expect(files.count > 8)
        for file in files {
            for name in try Self.constants(file).keys {
                #expect(
                    named.contains("\(file) \(name)"), "spec/limits.md lacks `\(file)` `\(name)`")
            }
        }
    }

    @Test("reads constants as they are written")
    func parsing() throws {
        #expect(Self.text(8 << 20, unitOf: "yamlBytes") == "8 MiB")
        #expect(Self.text(16, unitOf: "soughtBytes") == "16 bytes")
        #expect(Self.text(525_600, unitOf: "periodMinutes") == "525,600 minutes")
        #expect(Self.grouped(1_000_000) == "1,000,000" && Self.grouped(999) == "999")
        #expect(try Self.constants("Generation/Limits.swift")["perMille"] == "0 to 1,000")
    }
}
