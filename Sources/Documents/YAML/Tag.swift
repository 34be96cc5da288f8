/// The tags that the core schema knows.
enum Tag: Equatable {
    /// There is no tag.
    case none
    /// `!`: a string, list or mapping, whatever the text looks like.
    case nonSpecific
    case string, integer, float, boolean, null, array, object
    case unknown(String)

    /// - Parameter tag: with its handle resolved, as libyaml gives it.
    init(_ tag: [UInt8]?) {
        guard let tag else {
            self = .none
            return
        }
        let name = String(decoding: tag, as: UTF8.self)
        guard name.hasPrefix(Self.prefix) else {
            self = name == "!" ? .nonSpecific : .unknown(name)
            return
        }
        switch name.dropFirst(Self.prefix.count) {
        case "str": self = .string
        case "int": self = .integer
        case "float": self = .float
        case "bool": self = .boolean
        case "null": self = .null
        case "seq": self = .array
        case "map": self = .object
        case let rest: self = .unknown("!!" + rest)
        }
    }

    /// Whether a scalar with this tag may have `value`, as its text resolves.
    func admits(_ value: CoreSchema.Value) -> Bool {
        switch (self, value) {
        case (.integer, .integer), (.integer, .radix), (.float, .integer), (.float, .float),
            (.float, .notFinite), (.boolean, .boolean), (.null, .null):
            true
        default: false
        }
    }

    private static let prefix = "tag:yaml.org,2002:"
}
