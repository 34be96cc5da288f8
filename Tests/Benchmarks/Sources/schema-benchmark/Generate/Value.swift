/// A JSON value that is being made up.
indirect enum Value {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A number as it is to be written.
    case number(String)
    case string(String)
    case array([Value])
    case object([(String, Value)])

    /// The value as compact JSON; texts must need no escapes.
    var json: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let literal): literal
        case .string(let text): "\"\(text)\""
        case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\"\($0)\":\($1.json)" }.joined(separator: ",") + "}"
        }
    }

    /// How many values it contains, itself included.
    var size: Int {
        switch self {
        case .array(let elements): 1 + elements.reduce(0) { $0 + $1.size }
        case .object(let members): 1 + members.reduce(0) { $0 + $1.1.size }
        default: 1
        }
    }

    /// The value with one of the values in it, counted in document order, changed by `change`.
    func changing(at position: Int, _ change: (Value) -> Value) -> Value {
        var left = position
        return changing(&left, change)
    }

    private func changing(_ left: inout Int, _ change: (Value) -> Value) -> Value {
        defer { left -= 1 }
        if left == 0 { return change(self) }
        left -= 1
        defer { left += 1 }
        switch self {
        case .array(let elements):
            return .array(elements.map { $0.changing(&left, change) })
        case .object(let members):
            return .object(members.map { ($0, $1.changing(&left, change)) })
        default: return self
        }
    }
}
