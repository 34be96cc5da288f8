/// Every code point, in runs whose properties are all the same, so that one answers for all.
///
/// Asking the standard library about each of a million scalars would take 50 milliseconds a
/// property; the large blocks of ideographs and syllables, the private planes and the empty ones
/// make up nine tenths of that. Every code point outside them is a run of its own.
struct UniformRuns: Sequence, IteratorProtocol {
    private var position: UInt32 = 0
    private var blocks = Self.blocks[...]

    mutating func next() -> ClosedRange<UInt32>? {
        guard position <= ScalarSet.last else { return nil }
        let run: ClosedRange<UInt32>
        if let block = blocks.first, block.lowerBound == position {
            run = block
            blocks.removeFirst()
        } else {
            run = position...position
        }
        position = run.upperBound + 1
        return run
    }

    private static let blocks: [ClosedRange<UInt32>] =
        [
            0x3400...0x4DBF,  // Ideographs, extension A.
            0x4E00...0x9FFF,  // Ideographs.
            0xAC00...0xD7A3,  // Hangul syllables.
            0xD800...0xDFFF,  // Surrogates, which are not scalars.
            0xE000...0xF8FF,  // Private use.
            0x1_7000...0x1_87FF,  // Tangut.
            0x2_0000...0x2_A6DF,  // Ideographs, extension B.
            0x2_A700...0x2_B739,  // Ideographs, extension C.
            0x2_B740...0x2_B81D,  // Ideographs, extension D.
            0x2_B820...0x2_CEA1,  // Ideographs, extension E.
            0x2_CEB0...0x2_EBE0,  // Ideographs, extension F.
            0x2_EBF0...0x2_EE5D,  // Ideographs, extension I.
            0x3_0000...0x3_134A,  // Ideographs, extension G.
            0x3_1350...0x3_2379,  // Ideographs, extension H.
        ] + emptyPlanes + privatePlanes

    /// Planes in which nothing is assigned; the last two code points of each are noncharacters.
    private static let emptyPlanes: [ClosedRange<UInt32>] = (4...13).map { plane in
        (plane << 16)...(plane << 16 | 0xFFFD)
    }

    /// The rest of plane 14, in which nothing is assigned, and the planes of private use.
    private static let privatePlanes: [ClosedRange<UInt32>] = [
        0xE_1000...0xE_FFFD, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD,
    ]
}
