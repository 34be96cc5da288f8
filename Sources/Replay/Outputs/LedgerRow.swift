internal import Events
internal import Payments

/// Writes rows about a ledger's payments straight into memory that is large enough.
///
/// It remembers what attempts mostly have in common with their payment: a method with an amount, and the
/// time of the last change.
struct LedgerRow: RowOutput {
    typealias Text = ByteSlice
    typealias Prepared = ByteSlice
    typealias AttemptName = AttemptKey
    typealias Method = Symbol
    typealias Amount = Int64
    typealias CurrencyCode = Currency
    typealias Fault = GatewayError

    // Pointers: an address of a part of this, passed to a function, would keep all of it in memory.
    private let cursor: UnsafeMutablePointer<RowCursor>
    private let times: UnsafeMutablePointer<TimestampText>
    private let shard: UnsafeMutablePointer<ShardContent>
    private let methods: MethodTexts.Table
    private let letters: UInt32
    private let fractionDigits: Int
    private var commonMethod = Symbol(rawValue: .max)
    private var commonAmount = Int64.min
    private var commonMoney = ByteSlice.empty
    private var commonTime: Timestamp?
    private var commonTimeText = ByteSlice.empty

    /// - Parameter currency: that of the amounts.
    @inline(__always)
    private init(
        _ cursor: UnsafeMutablePointer<RowCursor>,
        _ times: UnsafeMutablePointer<TimestampText>, _ rows: borrowing PaymentRows,
        _ shard: UnsafeMutablePointer<ShardContent>, _ currency: Currency
    ) {
        self.cursor = cursor
        self.times = times
        self.shard = shard
        methods = rows.methods.table
        letters = rows.currencies.letters(currency)
        fractionDigits = rows.currencies.fractionDigits(currency)
    }

    /// Writes what `body` does, and continues after it.
    @inline(__always)
    static func write(
        to cursor: inout RowCursor, _ times: inout TimestampText, _ rows: borrowing PaymentRows,
        _ shard: UnsafeMutablePointer<ShardContent>, _ currency: Currency,
        _ body: (inout LedgerRow) -> Void
    ) {
        withUnsafeMutablePointer(to: &cursor) { cursor in
            withUnsafeMutablePointer(to: &times) { times in
                var row = LedgerRow(cursor, times, rows, shard, currency)
                body(&row)
            }
        }
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        cursor.pointee.append(text)
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ text: ByteSlice?) {
        cursor.pointee.append(start)
        cursor.pointee.append(string: text)
    }

    @inline(__always)
    mutating func member(_ start: StaticString, prepared text: ByteSlice?) {
        cursor.pointee.append(start)
        if let text { cursor.pointee.append(raw: text) } else { cursor.pointee.append("null") }
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ attempt: AttemptKey?) {
        cursor.pointee.append(start)
        cursor.pointee.append(attempt)
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ amount: Int64?) {
        cursor.pointee.append(start)
        guard let amount else { return cursor.pointee.append("null") }
        append(amount)
    }

    @inline(__always)
    private mutating func append(_ amount: Int64) {
        cursor.pointee.append(byte: UInt8(ascii: "\""))
        cursor.pointee.append(minorUnits: amount, fractionDigits: fractionDigits)
        cursor.pointee.append(byte: UInt8(ascii: "\""))
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ error: GatewayError?) {
        cursor.pointee.append(start)
        cursor.pointee.append(error, shard.pointee.ledger.symbols)
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ status: Status?) {
        cursor.pointee.append(start)
        cursor.pointee.append(status)
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ outcome: Outcome?) {
        cursor.pointee.append(start)
        switch outcome {
        case .succeeded: cursor.pointee.append("\"succeeded\"")
        case .failed: cursor.pointee.append("\"failed\"")
        case nil: cursor.pointee.append("null")
        }
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ currency: Currency?) {
        cursor.pointee.append(start)
        cursor.pointee.append(byte: UInt8(ascii: "\""))
        cursor.pointee.append(letters: letters)
        cursor.pointee.append(byte: UInt8(ascii: "\""))
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ number: Int?) {
        cursor.pointee.append(start)
        if let number { cursor.pointee.append(number) } else { cursor.pointee.append("null") }
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ isTrue: Bool) {
        cursor.pointee.append(start)
        cursor.pointee.append(isTrue)
    }

    @inline(__always)
    mutating func member(_ start: StaticString, _ time: Timestamp?) {
        cursor.pointee.append(start)
        if let time, time == commonTime {
            cursor.pointee.append(raw: commonTimeText)
        } else {
            cursor.pointee.append(time, &times.pointee)
        }
    }

    @inline(__always)
    mutating func member(_ start: StaticString, common time: Timestamp) {
        cursor.pointee.append(start)
        let text = cursor.pointee
        cursor.pointee.append(time, &times.pointee)
        (commonTime, commonTimeText) = (time, cursor.pointee.text(since: text))
    }

    @inline(__always)
    mutating func money(_ method: Symbol, _ amount: Int64) {
        if method == commonMethod, amount == commonAmount {
            cursor.pointee.append(raw: commonMoney)
        } else {
            append(method, amount)
        }
    }

    @inline(__always)
    mutating func money(common method: Symbol, _ amount: Int64) {
        let text = cursor.pointee
        append(method, amount)
        (commonMethod, commonAmount, commonMoney) = (
            method, amount, cursor.pointee.text(since: text)
        )
    }

    @inline(__always)
    private mutating func append(_ method: Symbol, _ amount: Int64) {
        if let known = methods[method] {
            cursor.pointee.append(raw: known)
        } else {
            cursor.pointee.append(unknown: method, shard.pointee.ledger.symbols)
        }
        cursor.pointee.append(minorUnits: amount, fractionDigits: fractionDigits)
        cursor.pointee.append(byte: UInt8(ascii: "\""))
    }
}

extension RowCursor {
    /// Appends what `MethodTexts` has of a configured method for one that is not configured.
    @inline(never)
    fileprivate mutating func append(unknown method: Symbol, _ symbols: borrowing SymbolTable) {
        append(MoneyKeys.method)
        append(string: symbols[method])
        append(MoneyKeys.connector)
        append("null")
        append(MoneyKeys.amount)
        append(byte: UInt8(ascii: "\""))
    }
}
