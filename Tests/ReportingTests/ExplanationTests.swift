import Documents
import Payments
import Reporting
import SourceText
import Stories
import TestSupport
import Testing

@Suite("Explanations in all formats")
struct ExplanationTests {
    @Test(
        "of the sample shop",
        arguments: [
            ("order-1042", Status.waiting), ("order-1003", nil), ("order-1007", .completed),
            ("order-0999", .completed), ("order-1023", .processing),
        ])
    func shop(payment: String, whyNot: Status?) throws {
        let explanation = try ExplainedShop.explain(payment, whyNot: whyNot)
        for output in ExplainedShop.outputs(explanation) {
            try Golden.expect(output.bytes, "explain-\(payment).\(output.name)")
        }
    }

    @Test("of identifiers that no format likes")
    func unusual() throws {
        for output in ExplainedShop.outputs(RandomStory(seed: 4, count: 24).explained()) {
            try Golden.expect(output.bytes, "explain-unusual.\(output.name)")
        }
    }

    // MARK: Whatever happens

    @Test("have a reason for every step, which names its facts", arguments: 0..<200)
    func reasons(seed: UInt64) {
        let explanation = RandomStory(seed: seed).explained()
        #expect(!explanation.steps.isEmpty)
        for step in explanation.steps {
            let sentence = step.sentences.text(step.reason)
            let place: Comment = "seed \(seed), step \(step.row.number): \(sentence)"
            #expect(!sentence.isEmpty, place)
            for fact in facts(step) { #expect(sentence.contains(fact), place) }
            for oddity in step.oddities {
                #expect(step.sentences.text(oddity)?.isEmpty != true, place)
            }
        }
    }

    /// What the sentence of a step must contain.
    private func facts(_ step: ExplainedStep) -> [String] {
        let (row, time) = (step.row, step.sentences.time)
        var facts = row.attempt.map { [Words.name($0)] } ?? []
        switch row.rule {
        case .periodExpired, .periodExpiredWithoutEffect: facts.append(time(row.at))
        case .secondPaymentReturned:
            facts.append(row.returned ?? "no amount")
            facts.append(Words.name(step.money?.client ?? "no client"))
            facts.append(Words.name(step.money?.paidBy ?? "nobody"))
        case .attemptStarted:
            if let timer = step.timer { facts.append(time(timer.deadline)) }
        case .paymentCreated: facts.append("100")
        case .attemptRecorded, .declineNotDisplayed:
            facts.append(Words.name(step.money?.paidBy ?? "nobody"))
        case .declined, .declinedLate:
            facts.append(row.displayedError.map(Words.error) ?? "no error")
        case .duplicateIgnored: facts.append(" already ")
        default: break
        }
        return facts
    }

    @Test("are JSON for programs", arguments: 0..<40)
    func json(seed: UInt64) throws {
        let status = Status.allCases[Int(seed % 3)]
        let explanation = RandomStory(seed: seed).explained(whyNot: status)
        let output = ExplanationJSON(explanation).bytes
        let read = JSONReader.read(SourceText(path: "out.json", bytes: output))
        #expect(read.diagnostics.isEmpty, "seed \(seed)")
        let root = try #require(read.document?.root)
        #expect(
            root.members.map(\.name) == [
                "formatVersion", "payment", "clock", "stream", "steps", "whyNot", "state",
            ])
        #expect(root["steps"]?.count == explanation.steps.count)
        #expect(root["whyNot"]?["answer"]?.string?.isEmpty == false)
        let lines = output.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == explanation.steps.count + 4)
    }

    @Test("have nothing in diagrams that Mermaid would take for its own", arguments: 0..<100)
    func mermaid(seed: UInt64) throws {
        let text = ExplanationMermaid(RandomStory(seed: seed).explained()).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "sequenceDiagram")
        for line in lines.dropFirst().dropLast() {
            let place: Comment = "seed \(seed): \(line)"
            let statement = try line.prefixMatch(of: Self.statement)
            #expect(statement != nil, place)
            let rest = line[(statement?.range.upperBound ?? line.startIndex)...]
                .replacing("<br/>", with: " ").replacing(/#\d+;/, with: "~")
            #expect(rest.unicodeScalars.allSatisfy { !Self.isSpecial($0) }, place)
            #expect(!rest.contains("style") && !rest.contains("classDef"), place)
        }
    }

    /// The starts of the statements that a diagram has.
    private static var statement: Regex<AnyRegexOutput> {
        get throws {
            try Regex(
                "    (actor c as |participant (p|g[0-9]+) as |Note over (p|c,p): "
                    + "|(c|p|g[0-9]+)-?(->>|-x)(c|p|g[0-9]+): )")
        }
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        "#;\"`<>%{}\\&$*=+@\u{FB02}\u{B6}".unicodeScalars.contains(scalar)
            || PrintableText.mustEscape(scalar)
    }

    @Test("show nothing that moves a terminal's cursor", arguments: 0..<40)
    func text(seed: UInt64) {
        let status = Status.allCases[Int(seed % 3)]
        let text = ExplanationText(RandomStory(seed: seed).explained(whyNot: status)).text
        let scalars = text.unicodeScalars
        #expect(scalars.allSatisfy { $0 == "\n" || !PrintableText.mustEscape($0) }, "seed \(seed)")
    }

    @Test("happen to need every rule")
    func coverage() {
        let rules = (0..<200).flatMap { RandomStory(seed: $0).explained().steps.map(\.row.rule) }
        #expect(Set(rules) == Set(Rule.allCases))
    }
}
