package import Payments

/// Where the rows of `states.json` and `trace.ndjson` go: straight into the memory of a replay, or into
/// the JSON of a story. The rows say which members there are; an output only writes values.
///
/// `start` is a key with all that surrounds it, such as `,"client":`, so that a replay appends it whole.
package protocol RowOutput: ~Copyable {
    associatedtype Text
    /// Text that is at hand as a JSON string.
    associatedtype Prepared
    associatedtype AttemptName
    associatedtype Method
    associatedtype Amount
    associatedtype CurrencyCode
    associatedtype Fault

    mutating func member(_ start: StaticString, _ text: Text?)
    mutating func member(_ start: StaticString, prepared text: Prepared?)
    mutating func member(_ start: StaticString, _ attempt: AttemptName?)
    mutating func member(_ start: StaticString, _ amount: Amount?)
    mutating func member(_ start: StaticString, _ error: Fault?)
    mutating func member(_ start: StaticString, _ status: Status?)
    mutating func member(_ start: StaticString, _ outcome: Outcome?)
    mutating func member(_ start: StaticString, _ currency: CurrencyCode?)
    mutating func member(_ start: StaticString, _ number: Int?)
    mutating func member(_ start: StaticString, _ isTrue: Bool)
    mutating func member(_ start: StaticString, _ time: Timestamp?)
    /// A time that is often repeated in the same row.
    mutating func member(_ start: StaticString, common time: Timestamp)
    /// A method, its connector and an amount: `MoneyKeys`.
    mutating func money(_ method: Method, _ amount: Amount)
    /// A method and an amount that are often repeated in the same row.
    mutating func money(common method: Method, _ amount: Amount)
}

/// The keys of the members that a payment and its attempts begin with.
package enum MoneyKeys {
    package static let method: StaticString = #","method":"#
    /// Null for an unknown method.
    package static let connector: StaticString = #","connector":"#
    package static let amount: StaticString = #","amount":"#
}
