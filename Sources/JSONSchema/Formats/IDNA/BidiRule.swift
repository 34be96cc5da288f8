/// Names with labels that are written from right to left: RFC 5893, section 2.
enum BidiRule {
    /// What a code point that a label may have means for the direction.
    private enum Direction {
        case left, right, arabicNumber, europeanNumber, neutral, mark

        init(_ scalar: UInt32) {
            let category = Unicode.Scalar(scalar)?.properties.generalCategory
            switch scalar {
            case 0x30...0x39, 0x6F0...0x6F9: self = .europeanNumber
            case 0x660...0x669, 0x1_0D30...0x1_0D39: self = .arabicNumber
            case 0x2D, 0xB7, 0x2B9...0x2BA, 0x2C6...0x2CF, 0x2EC, 0x375, 0x200C...0x200D, 0x2E2F,
                0x30FB, 0xA67F, 0xA717...0xA71F, 0xA788:
                self = .neutral
            case 0xCBF, 0xCC6, 0x1_1A07...0x1_1A08, 0x1_1C3F: self = .left
            case _ where category == .nonspacingMark: self = .mark
            case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF,
                0x1_E800...0x1_EFFF:
                self = .right
            default: self = .left
            }
        }
    }

    /// Whether each label can be read in one direction only. A name without any
    /// right-to-left character always passes.
    static func accepts(_ labels: [[UInt32]]) -> Bool {
        let directions = labels.map { $0.map(Direction.init) }
        guard directions.contains(where: { $0.contains { $0 == .right || $0 == .arabicNumber } })
        else { return true }
        return directions.allSatisfy(accepts)
    }

    private static func accepts(_ label: [Direction]) -> Bool {
        let last = label.last { $0 != .mark }
        switch label.first {
        case .right:
            let hasBothNumbers =
                label.contains(.europeanNumber) && label.contains(.arabicNumber)
            return !label.contains(.left) && !hasBothNumbers && last != .neutral
        case .left:
            let hasOther = label.contains(.right) || label.contains(.arabicNumber)
            return !hasOther && (last == .left || last == .europeanNumber)
        default: return false
        }
    }
}
