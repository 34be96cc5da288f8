import Testing

@testable import RegularExpressions

@Suite("Properties are those of Unicode")
struct UnicodePropertyTests {
    @Test("Runs taken to be uniform are")
    func runsAreUniform() {
        for run in UniformRuns() where run.count > 1 {
            guard let first = Unicode.Scalar(run.lowerBound)?.properties else { continue }
            for value in stride(from: run.upperBound, through: run.lowerBound, by: -37) {
                guard let properties = Unicode.Scalar(value)?.properties else { continue }
                #expect(properties.generalCategory == first.generalCategory)
                #expect(properties.isIDStart == first.isIDStart)
                #expect(properties.isIdeographic == first.isIdeographic)
            }
        }
    }

    @Test("Runs cover every code point once")
    func runsAreComplete() {
        var next: UInt32 = 0
        for run in UniformRuns() {
            guard run.lowerBound == next else {
                Issue.record("\(run) should begin at \(next)")
                return
            }
            next = run.upperBound + 1
        }
        #expect(next == 0x11_0000)
    }

    @Test(
        "A set and its complement share nothing", arguments: ["L", "Cn", "Alphabetic", "sc=Latn"])
    func complements(_ name: String) throws {
        let set = try UnicodeProperty.scalars(named: name)
        #expect(set.complement.complement == set)
        #expect(set.union(set.complement) == .all)
        #expect(set.subtracting(set) == .empty)
    }

    @Test("The tables are of the Unicode version that Swift has")
    func versionsMatch() throws {
        // Each new version gives scalars to scripts that were not assigned before.
        let unassigned = ScalarSet(where: {
            switch $0.properties.generalCategory {
            case .unassigned, .privateUse: true
            default: false
            }
        })
        let surrogates = ScalarSet([0xD800...0xDFFF])
        #expect(try UnicodeProperty.scalars(named: "sc=Unknown") == unassigned.union(surrogates))
    }

    @Test("Emoji are those that Swift knows")
    func emoji() throws {
        // Every emoji is pictographic, but for the parts that are combined: digits, flags, tones.
        let emoji = ScalarSet(where: { $0.properties.isEmoji })
        let parts = try UnicodeProperty.scalars(named: "Emoji_Component")
        let pictographic = try UnicodeProperty.scalars(named: "Extended_Pictographic")
        #expect(emoji.subtracting(parts).subtracting(pictographic) == .empty)
    }

    @Test("The scripts are disjoint, and the tables well formed")
    func scriptsAreDisjoint() throws {
        let lines = String(decoding: PackageResources.scripts_txt, as: UTF8.self)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }
        let listed = try lines.flatMap { line in
            try #require(line.split(separator: ": ").dropFirst().first).split(separator: " ")
        }
        let total = try listed.reduce(into: 0) { total, run in
            let bounds = run.split(separator: "-")
            let first = try #require(UInt32(bounds[0], radix: 16))
            let last = try #require(UInt32(bounds[bounds.count - 1], radix: 16))
            total += Int(last) - Int(first) + 1
        }
        let known = try UnicodeProperty.scalars(named: "sc=Unknown").complement
        #expect(known.runs.reduce(0) { $0 + $1.count } == total)
    }
}
