/// The bounds of a replay, each with its reason.
enum ReplayLimits {
    /// The least memory that a bounded replay can be told to use. The program itself takes a part of
    /// it, and the rest must hold enough payments for temporary files to stay few.
    static let leastMemoryBytes = 64 << 20
    /// What the program and its buffers take, out of the memory of a bounded replay.
    static let ownMemoryBytes = 40 << 20
    /// The longest line of a bounded replay, which is held three times: as it is, decoded, and in the
    /// buffer of a temporary file.
    static func lineBytes(_ limitBytes: Int) -> Int {
        (max(leastMemoryBytes, limitBytes) - ownMemoryBytes) / 3
    }

    /// The most temporary files that a stream is cut into at once: below what systems let a program
    /// open. What is still too large is cut again.
    static let partitions = 192
    /// How often a part of a stream is cut again; the payments in it would have to share half of
    /// their hashes to need more.
    static let cuts = 4
}
