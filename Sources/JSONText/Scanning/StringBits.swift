public import CIntrinsics

/// The bits of sixteen bytes of a JSON string, a bit a byte.
@usableFromInline
package struct StringBits {
    /// Quotes, backslashes and control characters: where a run of plain text ends.
    @usableFromInline package let stops: UInt32
    /// DEL and everything that is not ASCII.
    @usableFromInline package let unusual: UInt32

    /// Reads sixteen bytes, all of which must be readable.
    @inlinable
    @inline(__always)
    package init(_ bytes: UnsafePointer<UInt8>) {
        let bits = intrinsics_string16(bytes)
        (stops, unusual) = (bits.stops, bits.unusual)
    }

    /// The number of bytes before the first stop, if there is one.
    @inlinable
    @inline(__always)
    package var plainCount: Int { stops.trailingZeroBitCount }

    /// The unusual bytes before the first stop, if there is one.
    @inlinable
    @inline(__always)
    package var unusualBeforeStop: UInt32 { unusual & (stops &- 1) & ~stops }
}
