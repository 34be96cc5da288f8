/// What becomes of the `gateway.result`s that are read.
package enum ResultUse {
    /// They are applied, and their texts are forgotten.
    case applied
    /// Their texts are kept until their signatures have been looked at: a record has the whole event.
    case kept
    /// They are counted and not applied: who looks for attempts needs none.
    case passedOver
}

extension ResultUse {
    /// Whether the valid event in `text` is to be applied; keeps the text where it is needed.
    @inline(__always)
    func takes(_ record: UnsafeMutablePointer<EventRecord>, _ text: ByteSlice) -> Bool {
        guard self != .applied, case .result(var result) = record.pointee.payload else {
            return true
        }
        result.text = text
        record.pointee.payload = .result(result)
        return self == .kept
    }
}
