import Events
import Payments
import Replay
import Stories
import TestSupport
import Testing

@testable import Scenarios

@Suite("Scenarios with very many steps and expectations")
struct GrowthTests {
    @Test("show the first of a long list, and how many more there are")
    func longLists() {
        let items = (0..<120).map { "n\($0)" }
        #expect(
            LongList.text(items.prefix(50), count: 50) == items.prefix(50).joined(separator: ", "))
        #expect(
            LongList.text(items, count: 120)
                == items.prefix(50).joined(separator: ", ") + ", … (70 more)")
        #expect(LongList.text([], count: 0) == "none")
    }
}
