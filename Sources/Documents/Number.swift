/// An exact decimal number, as written: never rounded, whatever its size.
public struct Number: Sendable {
    /// Reads a number in the grammar of RFC 8259, section 6.
    public init?(literal: UnsafeBufferPointer<UInt8>) {
        return nil
    }
}
