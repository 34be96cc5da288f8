/// The fields that some event type lists (contract, section 4).
enum EventField: Int, CaseIterable {
    case id, at, type, payment, client, method, amount, currency, attempt, outcome, error, signature

    var name: String {
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
        }
    }

    /// The field with this name.
    @inline(__always)
    static func named(_ key: ByteSlice, before end: UnsafePointer<UInt8>) -> EventField? {
        switch KeyWord.first(of: key, before: end) {
        case 0x6469: key.count == 2 ? .id : nil
        case 0x7461: key.count == 2 ? .at : nil
        case 0x6570_7974: key.count == 4 ? .type : nil
        case 0x74_6e65_6d79_6170: key.count == 7 ? .payment : nil
        case 0x746e_6569_6c63: key.count == 6 ? .client : nil
        case 0x646f_6874_656d: key.count == 6 ? .method : nil
        case 0x746e_756f_6d61: key.count == 6 ? .amount : nil
        case 0x7963_6e65_7272_7563: key.count == 8 ? .currency : nil
        case 0x74_706d_6574_7461: key.count == 7 ? .attempt : nil
        case 0x65_6d6f_6374_756f: key.count == 7 ? .outcome : nil
        case 0x72_6f72_7265: key.count == 5 ? .error : nil
        case 0x7275_7461_6e67_6973: key.equals("signature") ? .signature : nil
        default: nil
        }
    }
}

/// The first eight bytes of a key as one number, with which keys are told apart at once.
enum KeyWord {
    /// Little-endian, filled up with zeros. `end` is where readable memory ends.
    @inline(__always)
    static func first(of key: ByteSlice, before end: UnsafePointer<UInt8>) -> UInt64 {
        guard end - key.base >= 8 else { return assembled(key) }
        let word = UnsafeRawPointer(key.base).loadUnaligned(as: UInt64.self).littleEndian
        return key.count >= 8 ? word : word & ((1 << UInt64(key.count * 8)) &- 1)
    }

    private static func assembled(_ key: ByteSlice) -> UInt64 {
        var word: UInt64 = 0
        for offset in 0..<min(8, key.count) { word |= UInt64(key.base[offset]) << (offset * 8) }
        return word
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
enum EventType: UInt8, CaseIterable {
    case created, attempted, result, clockAdvanced

    /// The name in every input and output.
    var name: StaticString {
        switch self {
        case .created: "payment.created"
        case .attempted: "payment.attempted"
        case .result: "gateway.result"
        case .clockAdvanced: "clock.advanced"
        }
    }

    static func named(_ text: ByteSlice) -> EventType? {
        switch text.count {
        case 14:
            text.equals("gateway.result")
                ? .result : text.equals("clock.advanced") ? .clockAdvanced : nil
        case 15: text.equals("payment.created") ? .created : nil
        case 17: text.equals("payment.attempted") ? .attempted : nil
        default: nil
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
