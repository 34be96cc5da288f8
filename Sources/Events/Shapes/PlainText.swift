internal import JSONText
import SourceText

/// Values that need no scanner to be understood.
enum PlainText {
    /// Skips printable ASCII without escapes up to a closing quote; false where there is anything else.
    @inline(__always)
    static func skipString(_ position: inout UnsafePointer<UInt8>) -> Bool {
        while true {
            let bits = StringBits(position)
            if bits.stops == 0 {
                if bits.unusual != 0 { return false }
                position += 16
                continue
            }
            if bits.unusualBeforeStop != 0 { return false }
            position += bits.plainCount
            return position.pointee == UInt8(ascii: "\"")
        }
    }

    /// Skips digits, with a fraction or without; false where JSON has no such number.
    @inline(__always)
    static func skipNumber(_ position: inout UnsafePointer<UInt8>) -> Bool {
        let first = position.pointee &- 0x30
        guard first < 10 else { return false }
        position += 1
        if first == 0 {
            if ASCII.isDigit(position.pointee) { return false }
        } else {
            while ASCII.isDigit(position.pointee) { position += 1 }
        }
        if position.pointee == UInt8(ascii: ".") {
            position += 1
            let fraction = position
            while ASCII.isDigit(position.pointee) { position += 1 }
            if position == fraction { return false }
        }
        return true
    }
}
