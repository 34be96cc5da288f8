/// Events as the first producer writes them.
extension EventLines {
    mutating func appendCompact(_ event: ScheduledEvent, _ numbers: inout SeededNumbers) {
        buffer.append(#"{"id":"ev-"#)
        buffer.append(Int(event.id), digits: 8)
        switch event.kind {
        case .created: buffer.append(#"","type":"payment.created","at":""#)
        case .attempted: buffer.append(#"","type":"payment.attempted","at":""#)
        case .succeeded, .failed: buffer.append(#"","type":"gateway.result","at":""#)
        }
        buffer.append(time(of: event))
        buffer.append(#"","payment":"pay-"#)
        buffer.append(Int(event.payment), digits: 7)
        if event.kind == .created {
            appendDebt(debt(of: event.payment), &numbers)
        } else {
            buffer.append(#"","attempt":"att-"#)
            buffer.append(Int(event.attempt), digits: 1)
            appendAttempt(event, &numbers)
        }
    }

    private mutating func appendDebt(_ debt: Debt, _ numbers: inout SeededNumbers) {
        buffer.append(#"","client":"cli-"#)
        buffer.append(debt.client, digits: 6)
        buffer.append(#"","method":""#)
        buffer.append(debt.method)
        buffer.append(#"","amount":""#)
        buffer.append(amount: debt.minorUnits, fractionDigits: debt.fractionDigits)
        buffer.append(#"","currency":""#)
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
        case .succeeded: buffer.append(#"","outcome":"succeeded","gateway":""#)
        case .failed:
            let refusal = Ornaments.refusal(numbers.next())
            buffer.append(#"","outcome":"failed","error":{"code":""#)
            buffer.append(refusal.code)
            buffer.append(#"","message":""#)
            buffer.append(refusal.message)
            buffer.append(#""},"gateway":""#)
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
}
