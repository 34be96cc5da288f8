/// An ISO 4217 currency that has a minor unit.
public struct Currency: Sendable, Hashable, BitwiseCopyable {
    /// The index in `Currency.all`.
    public let index: UInt8

    @inlinable
    public init(index: UInt8) {
        self.index = index
    }

    /// The currency with the code of three upper-case letters, or nil if there is none.
    public init?(code: UnsafeBufferPointer<UInt8>) {
        guard let slot = Self.slot(code) else { return nil }
        let index = Self.indexBySlot[slot]
        guard index != Self.none else { return nil }
        self.init(index: index)
    }

    /// The currency with the code of three upper-case letters, or nil if there is none.
    public init?(code: String) {
        let bytes = Array(code.utf8)
        guard let currency = bytes.withUnsafeBufferPointer({ Currency(code: $0) }) else {
            return nil
        }
        self = currency
    }

    /// Three upper-case letters.
    public var code: String { Self.list[Int(index)].code }

    /// The letters of the code, the first one in the lowest byte.
    public var codeLetters: UInt32 { Self.packed[Int(index)] & 0xFF_FFFF }

    /// The number of decimal places of the minor unit, 0 to 4.
    public var fractionDigits: Int { Int(Self.packed[Int(index)] >> 24) }

    /// Every currency, in the order of the codes.
    public static var all: [Currency] {
        list.indices.map { Currency(index: UInt8($0)) }
    }

    /// The most fraction digits that any currency has.
    public static let mostFractionDigits = 4

    private static let none = UInt8.max

    private static let list: [(code: String, fractionDigits: Int)] = {
        let pairs = CurrencyList.codesByFractionDigits.flatMap { digits, codes in
            codes.split(separator: " ").map { (code: String($0), fractionDigits: digits) }
        }
        precondition(pairs.count < Int(none), "the index fits in eight bits")
        return pairs.sorted { $0.code < $1.code }
    }()

    /// The letters of each code with the number of fraction digits above them, for the hot path.
    private static let packed: [UInt32] = list.map { code, fractionDigits in
        code.utf8.reversed().reduce(UInt32(fractionDigits)) { $0 << 8 | UInt32($1) }
    }

    private static let indexBySlot: [UInt8] = {
        var table = [UInt8](repeating: none, count: 26 * 26 * 26)
        for (index, currency) in list.enumerated() {
            let slot = Array(currency.code.utf8).withUnsafeBufferPointer { Self.slot($0) }
            if let slot { table[slot] = UInt8(index) }
        }
        return table
    }()

    private static func slot(_ code: UnsafeBufferPointer<UInt8>) -> Int? {
        guard code.count == 3 else { return nil }
        var slot = 0
        for byte in code {
            let letter = byte &- UInt8(ascii: "A")
            guard letter < 26 else { return nil }
            slot = slot * 26 + Int(letter)
        }
        return slot
    }
}

/// The active codes of ISO 4217, list one, that have a minor unit, by its number of digits.
/// Precious metals, bond units, XDR, XTS and XXX have none and are left out.
enum CurrencyList {
    static let codesByFractionDigits: [(Int, String)] = [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (
            2,
            """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN \
            BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB \
            EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS \
            KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
            MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD \
            SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS \
            UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
            """
        ),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    ]
}
