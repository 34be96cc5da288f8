import Foundation
public import Testing

/// Compares outputs with files that people read and commit.
public enum Golden {
    /// Expects the file `name` of the folder `Golden` beside the test to hold `output`.
    public static func expect(
        _ output: [UInt8], _ name: String, beside test: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(filePath: test).deletingLastPathComponent().appending(path: "Golden/\(name)")
        let path = file.path.dropFirst(ProjectFiles.root.path.count + 1)
        try expect(output, at: String(path), sourceLocation: sourceLocation)
    }

    /// Expects the file at `path` below the package's folder to hold `output`.
    ///
    /// With `CONNECTORCTL_RECORD` set in the environment, writes the file instead and fails, so that
    /// recording is never taken for passing.
    public static func expect(
        _ output: [UInt8], at path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = ProjectFiles.url(path)
        if ProcessInfo.processInfo.environment["CONNECTORCTL_RECORD"] != nil {
            try Data(output).write(to: file)
            Issue.record("recorded \(path)", sourceLocation: sourceLocation)
            return
        }
        let expected = Array(try Data(contentsOf: file))
        let advice: Comment = "\(path) differs; set CONNECTORCTL_RECORD to record it anew"
        let (text, wanted) = (
            String(decoding: output, as: UTF8.self), String(decoding: expected, as: UTF8.self)
        )
        #expect(text == wanted, advice, sourceLocation: sourceLocation)
        #expect(output == expected, advice, sourceLocation: sourceLocation)
    }
}
