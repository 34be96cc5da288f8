import Documents

/// A compiled schema: the types it accepts, and what to check of a value of each kind.
struct Block: Sendable, BitwiseCopyable {
    var types: TypeSet = .all
    var flags: Flags = []
    /// The schema resource that the schema belongs to.
    var resource: Int32 = 0
    private var null = FlatRange.empty
    private var boolean = FlatRange.empty
    private var number = FlatRange.empty
    private var string = FlatRange.empty
    private var array = FlatRange.empty
    private var object = FlatRange.empty

    struct Flags: OptionSet, Sendable, BitwiseCopyable {
        let rawValue: UInt8

        /// Its unevaluated keyword needs to know what the rest of it evaluates.
        static let tracks = Flags(rawValue: 1)
        /// A schema around it needs to know what it evaluates.
        static let isTracked = Flags(rawValue: 2)
        /// Values here are secrets.
        static let isSecret = Flags(rawValue: 4)
        /// No instruction for any kind.
        static let isPlain = Flags(rawValue: 8)
        /// Values here are said not to be secret.
        static let isOpen = Flags(rawValue: 16)
    }

    /// The instructions for values of one kind.
    subscript(kind: Node.Kind) -> FlatRange {
        get {
            switch kind {
            case .null: null
            case .boolean: boolean
            case .number: number
            case .string: string
            case .array: array
            case .object: object
            }
        }
        set {
            switch kind {
            case .null: null = newValue
            case .boolean: boolean = newValue
            case .number: number = newValue
            case .string: string = newValue
            case .array: array = newValue
            case .object: object = newValue
            }
        }
    }
}
