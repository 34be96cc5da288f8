/// Texts that make events look like events. Each takes a number and picks one.
enum Ornaments {
    @inline(__always)
    static func gateway(_ number: UInt64) -> StaticString {
        switch number & 3 {
        case 0: "acme-eu-1"
        case 1: "acme-us-2"
        case 2: "northpay"
        default: "zenpay-br"
        }
    }

    @inline(__always)
    static func channel(_ number: UInt64) -> StaticString {
        switch number & 3 {
        case 0: "web"
        case 1: "ios"
        case 2: "android"
        default: "till"
        }
    }

    /// Why an attempt failed, with the escapes of a JSON string.
    typealias Refusal = (code: StaticString, message: StaticString)

    static func refusal(_ number: UInt64) -> Refusal {
        switch number & 7 {
        case 0: ("card_expired", "The card has expired")
        case 1: ("limit_exceeded", "The daily limit is exceeded")
        case 2: ("issuer_refused", #"The issuer answered \"05\""#)
        case 3: ("suspected_fraud", #"Operação recusada \u2014 contate o banco"#)
        case 4: ("account_closed", "Das Konto ist geschlossen – bitte anders zahlen")
        default: ("insufficient_funds", "Insufficient funds")
        }
    }
}
