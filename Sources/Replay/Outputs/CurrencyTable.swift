internal import Payments

/// What rows need of every currency, by its index.
struct CurrencyTable: Sendable {
    /// The letters of each code, the first one in the lowest byte, and above them its number of
    /// fraction digits.
    private let entries: [UInt32]

    init() {
        entries = Currency.all.map { $0.codeLetters | UInt32($0.fractionDigits) << 24 }
    }

    @inline(__always)
    func fractionDigits(_ currency: Currency) -> Int { Int(entries[Int(currency.index)] >> 24) }

    /// The code in the lowest three bytes.
    @inline(__always)
    func letters(_ currency: Currency) -> UInt32 { entries[Int(currency.index)] }
}
