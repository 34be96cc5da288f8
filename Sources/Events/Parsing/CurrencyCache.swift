internal import Payments

/// The currencies that came last, found by their letters without a look at the list of all.
struct CurrencyCache: ~Copyable {
    private struct Entry: BitwiseCopyable {
        /// The letters of the code, the first one in the lowest byte; more than three bytes for none.
        let letters: UInt32
        let currency: Currency
        let fractionDigits: UInt8
    }

    private let entries: UnsafeMutablePointer<Entry>
    private static let count = 32

    init() {
        entries = .allocate(capacity: Self.count)
        let none = Entry(letters: .max, currency: Currency(index: 0), fractionDigits: 0)
        entries.initialize(repeating: none, count: Self.count)
    }

    deinit {
        entries.deallocate()
    }

    /// The currency with this code and its number of fraction digits; nil if there is none.
    @inline(__always)
    func find(_ code: ByteSlice) -> (currency: Currency, fractionDigits: Int)? {
        guard code.count == 3 else { return nil }
        let word = UnsafeRawPointer(code.base).loadUnaligned(as: UInt32.self).littleEndian
        let letters = word & 0xFF_FFFF
        let slot = entries + Int((letters ^ letters >> 8 ^ letters >> 13) % UInt32(Self.count))
        if slot.pointee.letters == letters {
            return (slot.pointee.currency, Int(slot.pointee.fractionDigits))
        }
        return add(code, letters, at: slot)
    }

    @inline(never)
    private func add(
        _ code: ByteSlice, _ letters: UInt32, at slot: UnsafeMutablePointer<Entry>
    ) -> (currency: Currency, fractionDigits: Int)? {
        guard let currency = Currency(code: code.buffer) else { return nil }
        let digits = currency.fractionDigits
        slot.pointee = Entry(
            letters: letters, currency: currency, fractionDigits: UInt8(digits))
        return (currency, digits)
    }
}
