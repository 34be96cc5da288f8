import Documents
import Payments
import SourceText
import TestSupport
import Testing

/// `spec/state-machine.yaml` as the tests read it.
struct RuleExamples {
    struct Example: Sendable, CustomTestStringConvertible {
        /// The row's rule, or the anomaly's kind, and the example's place in the table.
        let name: String
        let events: [Node]
        let expected: Node
        var testDescription: String { name }
    }

    static let table: Node = {
        let path = "spec/state-machine.yaml"
        let bytes = (try? ProjectFiles.bytes(path)) ?? []
        let result = YAMLReader.read(SourceText(path: path, bytes: bytes))
        precondition(result.diagnostics.isEmpty && result.documents.count == 1, "the table reads")
        return result.documents[0].root
    }()

    static let all: [Example] = examples("rules", "rule") + examples("anomalies", "kind")

    private static func examples(_ list: String, _ key: String) -> [Example] {
        (table[list].map { Array($0.elements) } ?? []).flatMap { row in
            (row["examples"].map { Array($0.elements) } ?? []).enumerated().map { index, example in
                let given = example["given"].map { Array($0.elements) } ?? []
                return Example(
                    name: "\(row[key]?.string ?? "?") \(index + 1)",
                    events: given + [example["then"]].compactMap(\.self),
                    expected: example["expect"] ?? row)
            }
        }
    }
}

/// Replays the compact events of the table.
struct ExampleReplay {
    private var before = Payment()
    private(set) var steps: [Step] = []
    private var symbols: [String: Symbol] = [:]
    private let methods: MethodTable

    init() throws {
        var rows: [Method] = []
        for row in RuleExamples.table["exampleMethods"].map({ Array($0.elements) }) ?? [] {
            symbols[try #require(row["method"]?.string)] = Symbol(rawValue: UInt32(rows.count))
            let listed = row["currencies"].flatMap { $0.kind == .array ? $0 : nil }
            let currencies = try listed?.elements.map {
                try #require(Currency(code: $0.string ?? ""))
            }
            rows.append(
                Method(
                    connector: 0,
                    periodMinutes: row["processingPeriodMinutes"]?.numberLiteral.flatMap {
                        Int($0)
                    },
                    isActive: row["active"]?.boolean == true,
                    currencies: currencies.map(Set.init)
                ))
        }
        methods = MethodTable(rows)
    }

    /// Applies an event and checks every invariant after every step.
    mutating func apply(_ event: Node, to payment: inout Payment) throws {
        let minutes = try #require(event["at"]?.numberLiteral.flatMap { Int64($0) })
        let at = Timestamp(nanoseconds: minutes * 60_000_000_000)
        guard event["clock"] == nil else {
            StateMachine.real.close(
                &payment, at: at, willStep: { payment, _ in before = payment },
                didStep: { step, payment, _ in note(step, payment) })
            return
        }
        let parsed = PaymentEvent(at: at, action: try action(event))
        StateMachine.real.take(
            parsed, on: &payment, methods: methods, willStep: { payment, _ in before = payment },
            didStep: { step, payment, _ in note(step, payment) })
    }

    private mutating func note(_ step: Step, _ after: Payment) {
        steps.append(step)
        for invariant in Invariant.allCases {
            #expect(invariant.holds(from: before, by: step, to: after), "\(invariant.sentence)")
        }
    }

    private mutating func action(_ event: Node) throws -> PaymentEvent.Action {
        if let created = event["created"] {
            let currency = try #require(Currency(code: created["currency"]?.string ?? ""))
            let amount = try #require(try amount(created["amount"])?.minorUnits(in: currency))
            return .created(
                client: symbol(try #require(created["client"]?.string)),
                method: symbol(try #require(created["method"]?.string)), amount: amount,
                currency: currency)
        }
        if let attempted = event["attempted"] {
            let attempt = attempted["attempt"] ?? attempted
            return .attempted(
                attempt: key(try #require(attempt.string)),
                method: attempted["method"]?.string.map { symbol($0) },
                amount: try amount(attempted["amount"]))
        }
        if let succeeded = event["succeeded"] {
            return .succeeded(attempt: key(try #require(succeeded.string)))
        }
        let failed = key(try #require(event["failed"]?.string))
        return .failed(attempt: failed, error: GatewayError(code: nil, message: nil))
    }

    private func amount(_ node: Node?) throws -> WrittenAmount? {
        guard let node else { return nil }
        let text = Array(try #require(node.string).utf8)
        let amount: WrittenAmount = try #require(
            text.withUnsafeBufferPointer { WrittenAmount($0, spelling: .string) })
        return amount
    }

    private mutating func key(_ name: String) -> AttemptKey {
        AttemptKey(rawValue: UInt64(symbol(name).rawValue))
    }

    private mutating func symbol(_ name: String) -> Symbol {
        if let known = symbols[name] { return known }
        let new = Symbol(rawValue: UInt32(symbols.count))
        symbols[name] = new
        return new
    }
}
