import TestSupport
import Testing

extension Golden {
    /// Expects the file `name` beside these tests to hold `output`.
    static func expect(
        _ output: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expect(
            output, at: "Tests/ReportingTests/Golden/" + name, sourceLocation: sourceLocation)
    }
}
