import Foundation
import Payments
import TestSupport
import Testing

@Suite("Currencies")
struct CurrencyTests {
    @Test(
        "have the fraction digits of ISO 4217",
        arguments: [("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("UYW", 4), ("ISK", 0)])
    func digits(code: String, digits: Int) {
        #expect(Currency(code: code)?.fractionDigits == digits)
    }

    @Test(
        "without a minor unit or that do not exist are none",
        arguments: ["XAU", "XXX", "XTS", "XDR", "eur", "EU", "EURO", "", "ZZZ", "€UR", "HRK"])
    func unknown(code: String) {
        #expect(Currency(code: code) == nil)
    }

    @Test("are the same in the published format of payment methods")
    func published() throws {
        let bytes = try ProjectFiles.bytes("spec/formats/payment-method.schema.json")
        let schema = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: Any])
        let currency = try #require(definitions["currency"] as? [String: Any])
        let codes = try #require(currency["enum"] as? [String])
        #expect(Set(codes) == Set(Currency.all.map(\.code)))
        #expect(Currency.all.map(\.code) == Currency.all.map(\.code).sorted())
    }
}
