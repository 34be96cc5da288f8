/// Writes amounts with all fraction digits of their currency (contract, section 4).
public enum AmountText {
    /// Appends `minorUnits` as a decimal: `"100.00"` for 10,000 cents.
    public static func append(
        _ minorUnits: Int128, fractionDigits: Int, to bytes: inout [UInt8]
    ) {
        precondition(minorUnits >= 0, "amounts and their sums are never negative")
        let digits = Array(String(minorUnits).utf8)
        let padding = max(0, fractionDigits + 1 - digits.count)
        let padded = [UInt8](repeating: 0x30, count: padding) + digits
        bytes += padded.dropLast(fractionDigits)
        if fractionDigits > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes += padded.suffix(fractionDigits)
        }
    }

    /// `minorUnits` as a decimal.
    public static func string(_ minorUnits: Int128, in currency: Currency) -> String {
        var bytes: [UInt8] = []
        append(minorUnits, fractionDigits: currency.fractionDigits, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
