import Payments
import Testing

@Suite("Amounts")
struct AmountTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let currency: String
        /// Nil: invalid or not representable.
        let written: String?
        var isNumber = false
        var testDescription: String { "\(text) \(currency)" }
    }

    @Test(
        "are exact in the minor units of their currency",
        arguments: [
            Row(text: "100", currency: "EUR", written: "100.00"),
            Row(text: "100.5", currency: "EUR", written: "100.50"),
            Row(text: "100.500000000000000000000000", currency: "EUR", written: "100.50"),
            Row(text: "0.01", currency: "EUR", written: "0.01"),
            Row(text: "0.001", currency: "EUR", written: nil),
            Row(text: "100.0", currency: "JPY", written: "100"),
            Row(text: "100.1", currency: "JPY", written: nil),
            Row(text: "1.001", currency: "KWD", written: "1.001"),
            Row(text: "0.0001", currency: "CLF", written: "0.0001"),
            Row(text: "10000000000000000.00", currency: "EUR", written: "10000000000000000.00"),
            Row(text: "10000000000000000.01", currency: "EUR", written: nil),
            Row(text: "1000000000000000000", currency: "JPY", written: "1000000000000000000"),
            Row(text: "1000000000000000001", currency: "JPY", written: nil),
            Row(text: "99999999999999999999999999999999999999", currency: "JPY", written: nil),
            Row(text: "12345678901234567.1234", currency: "CLF", written: nil),
            Row(
                text: "9999999999999999999999000000000000000001", currency: "JPY", written: nil),
            Row(
                text: "9999999999999999999999.000000000000000001", currency: "JPY", written: nil),
            Row(text: "1" + String(repeating: "0", count: 50) + "1", currency: "JPY", written: nil),
            Row(text: "0", currency: "EUR", written: nil),
            Row(text: "0.00", currency: "EUR", written: nil),
            Row(text: "", currency: "EUR", written: nil),
            Row(text: "01", currency: "EUR", written: nil),
            Row(text: ".5", currency: "EUR", written: nil),
            Row(text: "1.", currency: "EUR", written: nil),
            Row(text: "+1", currency: "EUR", written: nil),
            Row(text: "-1", currency: "EUR", written: nil),
            Row(text: "1e2", currency: "EUR", written: nil),
            Row(text: "1 ", currency: "EUR", written: nil),
            Row(text: "1,00", currency: "EUR", written: nil),
            Row(text: "١", currency: "EUR", written: nil),
            Row(text: "1e2", currency: "EUR", written: "100.00", isNumber: true),
            Row(text: "1E+2", currency: "EUR", written: "100.00", isNumber: true),
            Row(text: "12345e-2", currency: "EUR", written: "123.45", isNumber: true),
            Row(text: "12345e-3", currency: "EUR", written: nil, isNumber: true),
            Row(text: "12340e-3", currency: "EUR", written: "12.34", isNumber: true),
            Row(text: "-1", currency: "EUR", written: nil, isNumber: true),
            Row(text: "1e", currency: "EUR", written: nil, isNumber: true),
            Row(text: "1e999999999999999999999", currency: "EUR", written: nil, isNumber: true),
            Row(text: "1e-999999999999999999999", currency: "EUR", written: nil, isNumber: true),
            Row(text: "0e999999999", currency: "EUR", written: nil, isNumber: true),
            Row(text: "9.007199254740993", currency: "EUR", written: nil, isNumber: true),
            Row(text: "90071992547409.93", currency: "EUR", written: "90071992547409.93"),
        ])
    func reading(row: Row) throws {
        let currency = try #require(Currency(code: row.currency))
        let text = Array(row.text.utf8)
        let amount = text.withUnsafeBufferPointer {
            WrittenAmount($0, spelling: row.isNumber ? .jsonNumber : .string)
        }
        let units = amount?.minorUnits(in: currency)
        #expect(units.map { AmountText.string(Int128($0), in: currency) } == row.written)
    }

    @Test("with a million zeros and the exponent that takes them back are read")
    func longText() {
        let text = Array(("1" + String(repeating: "0", count: 1_000_000) + "e-1000000").utf8)
        let amount = text.withUnsafeBufferPointer { WrittenAmount($0, spelling: .jsonNumber) }
        #expect(amount?.digits == 1 && amount?.exponent == 0)
    }

    @Test(
        "of an attempt are valid up to 10^18 whole units and four fraction digits",
        arguments: [
            ("1000000000000000000", true), ("1000000000000000000.0001", false),
            ("999999999999999999.9999", true), ("1000000000000000.0001", true),
            ("100000000000000000.0001", true), ("0.00001", false), ("0.0001", true),
        ])
    func attempts(text: String, isValid: Bool) {
        let bytes = Array(text.utf8)
        let amount = bytes.withUnsafeBufferPointer { WrittenAmount($0, spelling: .string) }
        #expect((amount != nil) == isValid)
    }

    @Test(
        "are written with all fraction digits, beyond 64 bits, too",
        arguments: [
            (0, "EUR", "0.00"), (1, "EUR", "0.01"), (100, "EUR", "1.00"), (7, "JPY", "7"),
            (0, "JPY", "0"), (1, "CLF", "0.0001"),
            (
                Int128(UInt64.max) * 1000, "EUR",
                "184467440737095516150.00"
            ), (Int128.max, "JPY", "170141183460469231731687303715884105727"),
        ] as [(Int128, String, String)])
    func writing(units: Int128, code: String, text: String) throws {
        #expect(AmountText.string(units, in: try #require(Currency(code: code))) == text)
    }
}
