import Testing

@testable import Events
@testable import Replay

@Suite("Identifiers that are near")
struct NearestPaymentTests {
    @Test(
        "differ in few bytes",
        arguments: [
            ("order-1042", "order-1042", 0), ("order-1042", "order-104", 1),
            ("order-1042", "order-10422", 1), ("order-1042", "rder-1042", 1),
            ("order-1042", "order-1402", 2), ("order-1042", "oder-1043x", 3),
            ("order-1042", "order-9999", nil), ("order-1042", "", nil), ("", "", 0), ("", "a", nil),
            ("a", "b", 1), ("a", "", 1), ("abc", "abd", 1), ("abc", "xbd", nil),
        ] as [(String, String, Int?)])
    func distances(_ text: String, _ other: String, _ expected: Int?) {
        var distance = EditDistance(to: Array(text.utf8))
        let found = Array(other.utf8).withUnsafeBufferPointer {
            distance.distance(to: $0, distance.limit)
        }
        #expect(found == expected)
    }
}
