import Foundation
public import Testing

/// Compares texts with files that people read and commit.
public enum Golden {
    /// Expects the file at `path` below the package's folder to hold `text`.
    ///
    /// With `CONNECTORCTL_RECORD` set in the environment, writes the file instead and fails, so that
    /// recording is never taken for passing.
    public static func expect(
        _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = ProjectFiles.url(path)
        if ProcessInfo.processInfo.environment["CONNECTORCTL_RECORD"] != nil {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(path)", sourceLocation: sourceLocation)
            return
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(
            text == expected, "\(path) differs; set CONNECTORCTL_RECORD to record it anew",
            sourceLocation: sourceLocation)
    }
}
