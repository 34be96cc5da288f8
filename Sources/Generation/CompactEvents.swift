internal import Events

/// Events as the first producer writes them.
extension EventLines {
    mutating func appendCompact(_ event: ScheduledEvent, _ numbers: inout SeededNumbers) {
        buffer.append("{")
        buffer.append(compact.key(.id))
        buffer.append("\"ev-")
        buffer.append(Int(event.id), digits: 8)
        buffer.append(compact.nextString(.type))
        buffer.append(event.type.name)
        buffer.append(compact.nextString(.at))
        buffer.append(time(of: event))
        buffer.append(compact.nextString(.payment))
        buffer.append("pay-")
        buffer.append(Int(event.payment), digits: 7)
        if event.kind == .created {
            appendDebt(debt(of: event.payment), &numbers)
        } else {
            buffer.append(compact.nextString(.attempt))
            buffer.append("att-")
            buffer.append(Int(event.attempt), digits: 1)
            appendAttempt(event, &numbers)
        }
    }

    private mutating func appendDebt(_ debt: Debt, _ numbers: inout SeededNumbers) {
        buffer.append(compact.nextString(.client))
        buffer.append("cli-")
        buffer.append(debt.client, digits: 6)
        buffer.append(compact.nextString(.method))
        buffer.append(debt.method)
        buffer.append(compact.nextString(.amount))
        buffer.append(amount: debt.minorUnits, fractionDigits: debt.fractionDigits)
        buffer.append(compact.nextString(.currency))
        buffer.append(debt.currency)
        buffer.append(#"","reference":"order-"#)
        buffer.append(hexadecimal: numbers.next(), digits: 8)
        buffer.append(#"","meta":{"channel":""#)
        buffer.append(Ornaments.channel(numbers.next()))
        buffer.append(#"","items":"#)
        buffer.append(1 + numbers.below(8), digits: 1)
        buffer.append("}}\n")
    }

    private mutating func appendAttempt(
        _ event: ScheduledEvent, _ numbers: inout SeededNumbers
    ) {
        switch event.kind {
        case .created: break
        case .attempted: buffer.append(#"","gateway":""#)
        case .succeeded:
            buffer.append(compact.nextString(.outcome))
            buffer.append(#"succeeded","gateway":""#)
        case .failed: appendFailure(Ornaments.refusal(numbers.next()))
        }
        buffer.append(Ornaments.gateway(UInt64(event.payment)))
        if event.kind == .attempted {
            buffer.append(#"","idempotencyKey":""#)
            buffer.append(hexadecimal: numbers.next(), digits: 16)
            buffer.append(hexadecimal: numbers.next(), digits: 16)
            buffer.append("\"}\n")
        } else {
            buffer.append(#"","reference":"ch_"#)
            buffer.append(hexadecimal: numbers.next(), digits: 16)
            buffer.append(#"","meta":{"batch":"#)
            buffer.append(numbers.below(4096), digits: 1)
            buffer.append("}}\n")
        }
    }

    private mutating func appendFailure(_ refusal: Ornaments.Refusal) {
        buffer.append(compact.nextString(.outcome))
        buffer.append(#"failed","#)
        buffer.append(compact.key(.error))
        buffer.append(#"{"code":""#)
        buffer.append(refusal.code)
        buffer.append(#"","message":""#)
        buffer.append(refusal.message)
        buffer.append(#""},"gateway":""#)
    }
}
