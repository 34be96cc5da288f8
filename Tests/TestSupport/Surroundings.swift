extension [UInt8] {
    /// These bytes as slices of several buffers, with other bytes before and after, so that a reader
    /// that looks beyond its input gives itself away.
    public func amidOthers() -> [ArraySlice<UInt8>] {
        ([0x00, 0x61, 0xBF, 0xC3, 0xFF] as [UInt8]).map { other in
            let others = [UInt8](repeating: other, count: 16)
            return (others + self + others).dropFirst(16).dropLast(16)
        }
    }
}
