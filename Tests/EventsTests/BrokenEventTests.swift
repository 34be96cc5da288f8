import Testing

@testable import Events

@Suite("Events that are broken as JSON")
struct BrokenEventTests {
    @Test(
        "are said to be broken, and how",
        arguments: [
            (#"{"at":}"#, "event-json-invalid: the JSON is broken: expected a value"),
            (#"{"at":1"#, "event-json-invalid: the JSON is broken: the text ends where"),
            ("{} {}", "event-json-invalid: the JSON is broken: the text must end"),
        ])
    func reasons(line: String, reason: String) throws {
        let reasons = try #require(StreamReading.line(Array(line.utf8)).refused[1])
        #expect(reasons.count == 1)
        #expect(reasons.first?.hasPrefix(reason) == true, "\(reasons)")
    }
}
