import Payments
import Reporting
import Testing

@Suite("The table of the state machine")
struct RuleTableTests {
    @Test("names the statuses and rules that there are")
    func names() {
        let table = RuleTable.embedded
        #expect(table.statuses == Status.allCases.map(\.name))
        #expect(Set(table.rows.map(\.rule)) == Set(Rule.allCases.map(\.name)))
    }
}
