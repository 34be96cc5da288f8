import TestSupport
import Testing

/// A kind of input that can be made of any size, and what the program does with it.
struct GrowthKind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The smallest size; the others are ten and a hundred times as large.
    let size: Int
    let exitCode: Int32
    /// Where they name one of the files, the program is given its path.
    let arguments: [String]
    /// The files of an input, by their names.
    let files: @Sendable (Int) -> [String: String]

    init(
        _ name: String, size: Int, exits exitCode: Int32, _ arguments: String...,
        files: @escaping @Sendable (Int) -> [String: String]
    ) {
        testDescription = name
        self.size = size
        self.exitCode = exitCode
        self.arguments = arguments
        self.files = files
    }

    func check() throws {
        try Growth.check(size, exitCode: exitCode) { size, folder in
            let files = files(size)
            for (name, text) in files { try folder.write(name, text) }
            return arguments.map { files[$0] == nil ? $0 : folder.path($0) }
        }
    }
}

/// Text of `count` parts, separated by commas.
func parts(_ count: Int, _ part: (Int) -> String) -> String {
    (0..<count).map(part).joined(separator: ",")
}
