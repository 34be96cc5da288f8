/// Events as the second producer writes them: other order of keys, spaces, amounts as numbers.
extension EventLines {
    mutating func appendSpaced(_ event: ScheduledEvent, _ numbers: inout SeededNumbers) {
        switch event.kind {
        case .created:
            buffer.append(#"{"type": "payment.created", "#)
            appendSpacedDebt(debt(of: event.payment), &numbers)
        case .attempted:
            buffer.append(#"{"type": "payment.attempted", "gateway": ""#)
            buffer.append(Ornaments.gateway(UInt64(event.payment)))
        case .succeeded:
            buffer.append(#"{"type": "gateway.result", "outcome": "succeeded", "reference": ""#)
            buffer.append(hexadecimal: numbers.next(), digits: 12)
        case .failed:
            appendSpacedFailure(Ornaments.refusal(numbers.next()))
        }
        if event.kind != .created {
            buffer.append(#"", "attempt": "att-"#)
            buffer.append(Int(event.attempt), digits: 1)
        }
        buffer.append(#"", "payment": "pay-"#)
        buffer.append(Int(event.payment), digits: 7)
        buffer.append(#"", "at": ""#)
        buffer.append(time(of: event))
        buffer.append(#"", "id": "ev-"#)
        buffer.append(Int(event.id), digits: 8)
        buffer.append("\"}\n")
    }

    private mutating func appendSpacedDebt(_ debt: Debt, _ numbers: inout SeededNumbers) {
        buffer.append(#""meta": {"channel": ""#)
        buffer.append(Ornaments.channel(numbers.next()))
        buffer.append(#"", "tags": ["load", "test"]}, "currency": ""#)
        buffer.append(debt.currency)
        buffer.append(#"", "amount": "#)
        buffer.append(amount: debt.minorUnits, fractionDigits: debt.fractionDigits)
        buffer.append(#", "method": ""#)
        buffer.append(debt.method)
        buffer.append(#"", "client": "cli-"#)
        buffer.append(debt.client, digits: 6)
    }

    private mutating func appendSpacedFailure(_ refusal: Ornaments.Refusal) {
        buffer.append(#"{"type": "gateway.result", "error": {"message": ""#)
        buffer.append(refusal.message)
        buffer.append(#"", "code": ""#)
        buffer.append(refusal.code)
        buffer.append(#""}, "outcome": "failed"#)
    }
}
