/// Numbers of SplitMix64, which look random and depend on nothing but the seed. Only whole numbers
/// are computed with, so that they are the same on every machine.
package struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) {
        state = Self.mixed(seed)
    }

    /// The numbers of the thing with number `index` among those with this seed.
    @inline(__always)
    init(seed: UInt64, index: UInt64) {
        state = Self.mixed(seed ^ Self.mixed(index &+ Self.increment))
    }

    @inline(__always)
    mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.mixed(state)
    }

    /// A number from 0 to `count` − 1. The bias of 2⁻³² that there may be cannot be seen.
    @inline(__always)
    mutating func below(_ count: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A number of the range.
    @inline(__always)
    mutating func within(_ range: ClosedRange<Int64>) -> Int64 {
        range.lowerBound + Int64(below(Int(range.upperBound - range.lowerBound + 1)))
    }

    /// Yes, in so many of a thousand cases.
    @inline(__always)
    mutating func chance(perMille: Int) -> Bool {
        below(1000) < perMille
    }

    /// The golden ratio's fraction, which spreads well.
    package static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    package static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
