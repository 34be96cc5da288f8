import Documents
import Foundation
import SourceText
import TestSupport
import Testing

@Suite("yaml-test-suite", .needs(suite: "yaml-test-suite"))
struct YAMLSuiteTests {
    @Test("reads valid cases as the suite says, except those that libyaml cannot read")
    func validCases() throws {
        var counts = (cases: 0, passed: 0, excused: 0)
        for testCase in try YAMLSuiteCase.all() where !testCase.mustFail {
            counts.cases += 1
            let rendered = YAMLEventText.render(testCase.source)
            let matches = !rendered.failed && rendered.text == testCase.events
            let syntax = YAMLReader.read(testCase.source).diagnostics.filter {
                $0.code == .yamlSyntax
            }
            if testCase.isExcused && !matches {
                counts.excused += 1
                #expect(!syntax.isEmpty, "\(testCase.id) is read wrongly without a finding")
                continue
            }
            counts.passed += 1
            #expect(matches, "\(testCase.id): \(rendered.text)")
            #expect(syntax.isEmpty, "\(testCase.id): \(syntax.map(\.message))")
        }
        print(
            "yaml-test-suite valid: \(counts.passed) of \(counts.cases) have the right events,",
            "\(counts.excused) are refused because libyaml cannot read them")
    }

    @Test("refuses invalid cases, also those that libyaml accepts")
    func invalidCases() throws {
        var counts = (cases: 0, refused: 0, beaten: 0)
        for testCase in try YAMLSuiteCase.all() where testCase.mustFail {
            counts.cases += 1
            let errors = YAMLReader.read(testCase.source).diagnostics.filter {
                $0.code == .yamlSyntax
            }
            #expect(!errors.isEmpty, "\(testCase.id) is accepted")
            if !errors.isEmpty { counts.refused += 1 }
            if !errors.isEmpty && testCase.isExcused { counts.beaten += 1 }
        }
        print(
            "yaml-test-suite invalid: \(counts.refused) of \(counts.cases) refused,",
            "\(counts.beaten) of them accepted by libyaml")
    }

    @Test("reads the values that the suite says, where they fit JSON's data model")
    func values() throws {
        var counts = (cases: 0, compared: 0, outside: 0, excused: 0)
        for testCase in try YAMLSuiteCase.all() where !testCase.mustFail {
            guard let expected = testCase.values else { continue }
            counts.cases += 1
            let result = YAMLReader.read(testCase.source)
            let codes = result.diagnostics.filter { $0.severity == .error }.map(\.code)
            if testCase.isExcused && codes.contains(.yamlSyntax) {
                counts.excused += 1
                continue
            }
            if codes.contains(where: { $0 != .yamlTagUnknown }) {
                counts.outside += 1
                continue
            }
            counts.compared += 1
            #expect(result.documents.map { comparable($0.root) } == expected, "\(testCase.id)")
        }
        print(
            "yaml-test-suite values: \(counts.compared) of \(counts.cases) compared,",
            "\(counts.excused) excused, \(counts.outside) outside JSON's data model")
    }

    @Test("finds nothing in what the suite's emitters write, if libyaml can read it")
    func emitted() throws {
        let folder = try #require(Suites.folder("yaml-test-suite"))
        var count = 0
        for testCase in try YAMLSuiteCase.all() where !testCase.isExcused {
            for name in ["out.yaml", "emit.yaml"] {
                let file = folder.appending(path: testCase.id + "/" + name)
                guard FileManager.default.fileExists(atPath: file.path) else { continue }
                let source = try Suites.source(file)
                if YAMLEventText.render(source).failed { continue }
                let syntax = YAMLReader.read(source).diagnostics.filter { $0.code == .yamlSyntax }
                #expect(syntax.isEmpty, "\(testCase.id)/\(name): \(syntax.map(\.message))")
                count += 1
            }
        }
        print("yaml-test-suite emitted: \(count) files without a finding")
    }
}

/// One case of the suite.
struct YAMLSuiteCase {
    let id: String
    let source: SourceText
    let mustFail: Bool
    /// The content of `test.event`.
    let events: String
    /// The values of `in.json`, rendered by `comparable`.
    let values: [String]?
    /// Whether libyaml 0.2.5 is known to fail the case.
    let isExcused: Bool

    static func all() throws -> [YAMLSuiteCase] {
        let folder = try #require(Suites.folder("yaml-test-suite"))
        let failures = try String(
            contentsOf: folder.appending(path: "libyaml-0.2.5-known-failures.tsv"),
            encoding: .utf8)
        let excused = Set(failures.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) })
        var cases: [YAMLSuiteCase] = []
        for id in try identifiers(in: folder) {
            let files = folder.appending(path: id)
            cases.append(
                YAMLSuiteCase(
                    id: id, source: try Suites.source(files.appending(path: "in.yaml")),
                    mustFail: exists(files.appending(path: "error")),
                    events: try String(
                        contentsOf: files.appending(path: "test.event"), encoding: .utf8),
                    values: try values(files.appending(path: "in.json")),
                    isExcused: excused.contains(id)))
        }
        return cases
    }

    /// Case folders, or their numbered folders.
    private static func identifiers(in folder: URL) throws -> [String] {
        var result: [String] = []
        for name in try ProjectFiles.names(in: folder) {
            if exists(folder.appending(path: name + "/in.yaml")) {
                result.append(name)
            } else if !name.contains("."), name != "LICENSE" {
                result += try ProjectFiles.names(in: folder.appending(path: name)).map {
                    name + "/" + $0
                }
            }
        }
        return result
    }

    private static func exists(_ file: URL) -> Bool {
        FileManager.default.fileExists(atPath: file.path)
    }

    /// The values that follow one another in a file.
    private static func values(_ file: URL) throws -> [String]? {
        guard exists(file) else { return nil }
        let source = try Suites.source(file)
        var result: [String] = []
        var start = 0
        while true {
            var read = JSONReader.read(source, in: start..<source.bytes.count)
            let more = read.diagnostics.first { $0.code == .jsonTrailingContent }
            let end = more?.span.range.start ?? source.bytes.count
            if more != nil { read = JSONReader.read(source, in: start..<end) }
            guard let document = read.document else { return result }
            result.append(comparable(document.root))
            start = end
        }
    }
}

/// `node` as JSON with members by key and numbers as binary floating point, for comparisons.
private func comparable(_ node: Node) -> String {
    switch node.kind {
    case .number: String(Double(node.numberLiteral ?? "") ?? .nan)
    case .array: "[" + node.elements.map(comparable).joined(separator: ",") + "]"
    case .object:
        "{"
            + node.members.map { json($0.key) + ":" + comparable($0.value) }.sorted()
            .joined(separator: ",") + "}"
    default: json(node)
    }
}
