internal import Events

/// Events as the second producer writes them: other order of keys, spaces, amounts as numbers.
extension EventLines {
    mutating func appendSpaced(_ event: ScheduledEvent, _ numbers: inout SeededNumbers) {
        buffer.append("{")
        buffer.append(spaced.key(.type))
        buffer.append("\"")
        buffer.append(event.type.name)
        switch event.kind {
        case .created: appendSpacedDebt(debt(of: event.payment), &numbers)
        case .attempted:
            buffer.append(#"", "gateway": ""#)
            buffer.append(Ornaments.gateway(UInt64(event.payment)))
        case .succeeded:
            buffer.append(spaced.nextString(.outcome))
            buffer.append(#"succeeded", "reference": ""#)
            buffer.append(hexadecimal: numbers.next(), digits: 12)
        case .failed: appendSpacedFailure(Ornaments.refusal(numbers.next()))
        }
        if event.kind != .created {
            buffer.append(spaced.nextString(.attempt))
            buffer.append("att-")
            buffer.append(Int(event.attempt), digits: 1)
        }
        buffer.append(spaced.nextString(.payment))
        buffer.append("pay-")
        buffer.append(Int(event.payment), digits: 7)
        buffer.append(spaced.nextString(.at))
        buffer.append(time(of: event))
        buffer.append(spaced.nextString(.id))
        buffer.append("ev-")
        buffer.append(Int(event.id), digits: 8)
        buffer.append("\"}\n")
    }

    private mutating func appendSpacedDebt(_ debt: Debt, _ numbers: inout SeededNumbers) {
        buffer.append(#"", "meta": {"channel": ""#)
        buffer.append(Ornaments.channel(numbers.next()))
        buffer.append(#"", "tags": ["load", "test"]}, "#)
        buffer.append(spaced.key(.currency))
        buffer.append("\"")
        buffer.append(debt.currency)
        buffer.append("\", ")
        buffer.append(spaced.key(.amount))
        buffer.append(amount: debt.minorUnits, fractionDigits: debt.fractionDigits)
        buffer.append(", ")
        buffer.append(spaced.key(.method))
        buffer.append("\"")
        buffer.append(debt.method)
        buffer.append(spaced.nextString(.client))
        buffer.append("cli-")
        buffer.append(debt.client, digits: 6)
    }

    private mutating func appendSpacedFailure(_ refusal: Ornaments.Refusal) {
        buffer.append("\", ")
        buffer.append(spaced.key(.error))
        buffer.append(#"{"message": ""#)
        buffer.append(refusal.message)
        buffer.append(#"", "code": ""#)
        buffer.append(refusal.code)
        buffer.append(#""}, "#)
        buffer.append(spaced.key(.outcome))
        buffer.append("\"failed")
    }
}
