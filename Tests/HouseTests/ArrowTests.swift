import TestSupport
import Testing

/// `Package.swift` alone says which targets there are and which may use which.
@Suite("The targets of the house")
struct ArrowTests {
    private let manifest: Manifest

    init() throws {
        manifest = try Manifest()
    }

    @Test("depend only on floors below, which are declared before")
    func order() {
        let names = manifest.floors.map(\.name)
        for (index, floor) in manifest.floors.enumerated() {
            for dependency in floor.dependencies {
                guard let other = names.firstIndex(of: dependency) else { continue }
                #expect(other < index, "\(floor.name) depends on \(dependency)")
            }
        }
    }

    @Test("import what they declare, and declare what they import")
    func imports() throws {
        let names = Set(manifest.targets.map(\.name))
        for target in manifest.targets {
            let files = try SourceFile.all(below: target.folder)
            var imported: Set<String> = []
            for file in files {
                for name in file.imports where names.contains(name) {
                    #expect(target.dependencies.contains(name), "\(file.path) imports \(name)")
                }
                imported.formUnion(file.imports)
            }
            for dependency in target.dependencies where dependency != "connectorctl" {
                #expect(
                    imported.contains(dependency),
                    "\(target.name) declares \(dependency) and imports it nowhere")
            }
        }
    }

    @Test("that need the built program run it")
    func program() throws {
        for target in manifest.targets where target.dependencies.contains("connectorctl") {
            let usesIt = try SourceFile.all(below: target.folder).contains { file in
                !file.lines(with: "Program.").isEmpty || file.imports.contains("connectorctl")
            }
            #expect(usesIt, "\(target.name)")
        }
    }

    @Test("have the files that pages for contributors name")
    func paths() throws {
        for page in ["spec/architecture.md", ".github/CONTRIBUTING.md"] {
            let names = try ProjectFiles.text(page)
                .matches(of: /`((?:Sources|Tests|samples)\/[\w\/.+-]+)`/).map { String($0.1) }
            #expect(!names.isEmpty)
            for name in names {
                #expect(ProjectFiles.exists(name), "\(page) names `\(name)`")
            }
        }
    }

    @Test("are on the README's map, highest first")
    func map() throws {
        let section = try ProjectFiles.text("README.md").components(after: "| floor | is |")
        let rows = section.split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst(2).prefix { $0.hasPrefix("|") }
        let names = rows.compactMap { $0.firstMatch(of: /^\| `(\w+)` \|/).map { String($0.1) } }
        #expect(names == ["connectorctl"] + manifest.floors.reversed().map(\.name))
    }
}

extension String {
    /// What follows the first `marker`, nothing where there is none.
    fileprivate func components(after marker: String) -> Substring {
        firstRange(of: marker).map { self[$0.upperBound...] } ?? ""
    }
}
