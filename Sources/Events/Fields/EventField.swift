/// The fields that some event type lists (contract, section 4).
package enum EventField: Int, CaseIterable, BitwiseCopyable {
    case id, at, type, payment, client, method, amount, currency, attempt, outcome, error, signature

    /// What no event type lists: such a field is ignored.
    case unlisted

    /// The fields that some type lists.
    static let listed = allCases.dropLast()

    package var name: String {
        switch self {
        case .id: "id"
        case .at: "at"
        case .type: "type"
        case .payment: "payment"
        case .client: "client"
        case .method: "method"
        case .amount: "amount"
        case .currency: "currency"
        case .attempt: "attempt"
        case .outcome: "outcome"
        case .error: "error"
        case .signature: "signature"
        case .unlisted: ""
        }
    }

    /// The field with this name, which is told by its length and then as one word.
    @inline(__always)
    static func named(_ name: UnsafePointer<UInt8>, _ count: Int) -> EventField {
        guard count >= 2, count <= 9 else { return .unlisted }
        let word = UnsafeRawPointer(name).loadUnaligned(as: UInt64.self).littleEndian
        let known = word & (UInt64.max >> UInt64(max(0, 64 - count * 8)))
        switch known {
        case 0x6469: return count == 2 ? .id : .unlisted
        case 0x7461: return count == 2 ? .at : .unlisted
        case 0x6570_7974: return count == 4 ? .type : .unlisted
        case 0x74_6e65_6d79_6170: return count == 7 ? .payment : .unlisted
        case 0x746e_6569_6c63: return count == 6 ? .client : .unlisted
        case 0x646f_6874_656d: return count == 6 ? .method : .unlisted
        case 0x746e_756f_6d61: return count == 6 ? .amount : .unlisted
        case 0x7963_6e65_7272_7563: return count == 8 ? .currency : .unlisted
        case 0x74_706d_6574_7461: return count == 7 ? .attempt : .unlisted
        case 0x65_6d6f_6374_756f: return count == 7 ? .outcome : .unlisted
        case 0x72_6f72_7265: return count == 5 ? .error : .unlisted
        case 0x7275_7461_6e67_6973:
            return count == 9 && name[8] == UInt8(ascii: "e") ? .signature : .unlisted
        default: return .unlisted
        }
    }
}

/// A set of fields.
struct EventFields: OptionSet {
    let rawValue: UInt16

    @inline(__always)
    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    @inline(__always)
    init(_ field: EventField) {
        self.init(rawValue: 1 << UInt16(field.rawValue))
    }

    static let type = EventFields(.type)
    static let at = EventFields(.at)
    static let id = EventFields(.id)
    static let payment = EventFields(.payment)
    static let client = EventFields(.client)
    static let method = EventFields(.method)
    static let amount = EventFields(.amount)
    static let currency = EventFields(.currency)
    static let attempt = EventFields(.attempt)
    static let outcome = EventFields(.outcome)
    static let error = EventFields(.error)
    static let signature = EventFields(.signature)
    /// The fields that every type requires.
    static let common: EventFields = [.type, .at]
}

/// The types of events, and the fields that each lists.
@usableFromInline
package enum EventType: UInt8, CaseIterable, BitwiseCopyable {
    case created, attempted, result, clockAdvanced

    /// The name in every input and output.
    package var name: StaticString {
        switch self {
        case .created: "payment.created"
        case .attempted: "payment.attempted"
        case .result: "gateway.result"
        case .clockAdvanced: "clock.advanced"
        }
    }

    /// The type with this name: one word at its start and one at its end tell it.
    @inline(__always)
    static func named(_ text: ByteSlice) -> EventType? {
        guard text.count >= 14, text.count <= 17 else { return nil }
        let (start, end) = (
            text.word(at: 0).littleEndian, text.word(at: text.count - 8).littleEndian
        )
        switch (text.count, start) {
        case (14, 0x2e79_6177_6574_6167): return end == 0x746c_7573_6572_2e79 ? .result : nil
        case (15, 0x2e74_6e65_6d79_6170): return end == 0x6465_7461_6572_632e ? .created : nil
        case (17, 0x2e74_6e65_6d79_6170):
            let isWhole = end == 0x6465_7470_6d65_7474 && text.base[8] == UInt8(ascii: "a")
            return isWhole ? .attempted : nil
        case (14, 0x6461_2e6b_636f_6c63): return end == 0x6465_636e_6176_6461 ? .clockAdvanced : nil
        default: return nil
        }
    }

    var required: EventFields {
        switch self {
        case .created: [.common, .payment, .client, .method, .amount, .currency]
        case .attempted: [.common, .payment, .attempt]
        case .result: [.common, .payment, .attempt, .outcome]
        case .clockAdvanced: .common
        }
    }

    /// The required and the optional fields.
    var listed: EventFields {
        switch self {
        case .created, .clockAdvanced: [required, .id]
        case .attempted: [required, .id, .method, .amount]
        case .result: [required, .id, .error, .signature]
        }
    }
}
