import TestSupport
import Testing

/// The targets and their dependencies as `Package.swift` declares them.
///
/// Read from its text: `swift package dump-package` would wait for the lock that the running
/// `swift test` holds, and needs seconds. What is read is only what that file uses: calls with a name
/// first and lists of names.
struct Manifest {
    struct Target {
        let name: String
        let dependencies: [String]
        /// The folder with its sources, from the package's folder.
        let folder: String
        let isFloor: Bool
    }

    /// In the order of the file.
    let targets: [Target]

    var floors: [Target] { targets.filter(\.isFloor) }

    func target(_ name: String) -> Target? { targets.first { $0.name == name } }

    init() throws {
        let text = try ProjectFiles.text("Package.swift")
        targets = text.matches(of: /\b(floor|tests|target|executableTarget|systemLibrary)\(/)
            .compactMap { match in
                let call = Self.call(text[match.range.upperBound...])
                return Self.target(String(match.1), call)
            }
        try #require(targets.count > 20, "Package.swift is read")
    }

    /// The arguments of the call that `text` begins with, up to its closing parenthesis.
    private static func call(_ text: Substring) -> Substring {
        var depth = 1
        let end = text.firstIndex { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth == 0
        }
        return text[..<(end ?? text.endIndex)]
    }

    private static func target(_ kind: String, _ call: Substring) -> Target? {
        // The functions that make targets have variables there.
        guard let first = call.firstMatch(of: /^\s*(?:name: )?"(\w+)"/) else { return nil }
        let name = kind == "tests" ? "\(first.1)Tests" : String(first.1)
        let list = call.firstMatch(of: /(?:on|dependencies): ?\[((?:[^\[\]])*)\]/)?.1 ?? ""
        let dependencies = list.matches(
            of: /(?:\.product\(name: )?"([\w-]+)"(?:, package: "[^"]*")?/
        )
        .map { String($0.1) }
        let path = call.firstMatch(of: /\bpath: "([^"]+)"/).map { String($0.1) }
        let parent = kind == "tests" ? "Tests" : "Sources"
        return Target(
            name: name, dependencies: dependencies, folder: path ?? "\(parent)/\(name)",
            isFloor: kind == "floor")
    }
}
