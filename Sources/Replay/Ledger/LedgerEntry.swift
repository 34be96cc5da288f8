internal import Events
internal import Payments

/// A payment with its identifier: 128 bytes, two cache lines.
struct LedgerEntry {
    var payment = Payment()
    var text: PaymentText
    /// The time of the latest event that names it.
    var latest: Timestamp
}

/// The identifiers of a payment and of its client, side by side in an arena: two lengths, then the
/// bytes. The client is empty until the payment is created.
struct PaymentText: BitwiseCopyable {
    private let base: UnsafePointer<UInt8>

    @inline(__always)
    init(payment: ByteSlice, client: ByteSlice, in arena: ScratchArena) {
        let start = arena.reserve(4 + payment.count + client.count)
        let raw = UnsafeMutableRawPointer(start)
        raw.storeBytes(of: UInt16(truncatingIfNeeded: payment.count), as: UInt16.self)
        raw.storeBytes(
            of: UInt16(truncatingIfNeeded: client.count), toByteOffset: 2, as: UInt16.self)
        Memory.copy(payment.base, to: start + 4, payment.count)
        Memory.copy(client.base, to: start + 4 + payment.count, client.count)
        base = UnsafePointer(start)
    }

    var payment: ByteSlice { ByteSlice(base: base + 4, count: length(at: 0)) }

    /// Asks for the identifiers, which will be needed soon.
    @inline(__always)
    func prefetch() {
        Memory.prefetch(base)
    }

    var client: ByteSlice { ByteSlice(base: base + 4 + length(at: 0), count: length(at: 2)) }

    @inline(__always)
    private func length(at offset: Int) -> Int {
        Int(UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }
}
