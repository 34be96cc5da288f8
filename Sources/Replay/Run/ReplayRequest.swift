internal import Events
public import Payments

/// What a replay needs of the configuration.
public struct ReplaySetup: Sendable {
    public let connectors: [Connector]
    public let methods: [PaymentMethod]

    public struct Connector: Sendable {
        public let id: String
        public let processingPeriodMinutes: Int?

        public init(id: String, processingPeriodMinutes: Int?) {
            self.id = id
            self.processingPeriodMinutes = processingPeriodMinutes
        }
    }

    public struct PaymentMethod: Sendable {
        public let id: String
        /// The index of its connector in `connectors`.
        public let connector: Int
        public let isActive: Bool
        /// Nil for any.
        public let currencies: Set<Currency>?

        public init(id: String, connector: Int, isActive: Bool, currencies: Set<Currency>?) {
            self.id = id
            self.connector = connector
            self.isActive = isActive
            self.currencies = currencies
        }
    }

    public init(connectors: [Connector], methods: [PaymentMethod]) {
        self.connectors = connectors
        self.methods = methods
    }

    /// The methods as the state machine sees them, in the order of `methods`.
    public var methodTable: MethodTable {
        MethodTable(
            methods.map { method in
                Method(
                    connector: Int32(method.connector),
                    periodMinutes: connectors[method.connector].processingPeriodMinutes,
                    isActive: method.isActive, currencies: method.currencies)
            })
    }
}

/// A replay to be done (`spec/formats.md`).
public struct ReplayRequest: Sendable {
    public var setup: ReplaySetup
    public var inputs: [EventInput]
    /// Where the clock stops; nil: at the last event.
    public var until: Timestamp?
    public var onInvalid = InvalidEventPolicy.fail
    public var keepsTrace = false
    /// How many cores to use; nothing that is written depends on it.
    public var threads = 1
    /// Where temporary files are made.
    public var temporaryFolder: String
    /// Where `rejected.ndjson` is written if it is one of the outputs (see `writesRejected`); nil:
    /// nowhere.
    public var rejectedPath: String?
    /// The most memory to use, in bytes; nil: as much as the payments take.
    public var memoryLimitBytes: Int?
    /// Where the state at the end is written to, for a later replay to go on from; nil: nowhere.
    public var checkpointPath: String?
    /// What the replay goes on from; nil: from nothing.
    public var resume: Checkpoint?
    /// The keys with which the signatures of results are verified; nil: they are not.
    public var signatureKeys: SignatureKeys?
    /// Tells nanoseconds, to measure where the time goes; nil: that is not measured.
    public var clock: (@Sendable () -> UInt64)?
    /// Called now and then, by any thread, with how far the reading is.
    public var progress: (@Sendable (ReplayProgress) -> Void)?

    /// Whether results are counted and not applied.
    var passesOverResults = false
    /// The longest line that fits in memory; nil if any does.
    var longestLineBytes: Int?

    public init(setup: ReplaySetup, inputs: [EventInput], temporaryFolder: String) {
        self.setup = setup
        self.inputs = inputs
        self.temporaryFolder = temporaryFolder
    }
}

extension ReplayRequest {
    /// The least that `memoryLimitBytes` can be.
    public static let leastMemoryBytes = ReplayLimits.leastMemoryBytes

    /// What becomes of results.
    var resultUse: ResultUse {
        if passesOverResults { return .passedOver }
        return signatureKeys == nil ? .applied : .kept
    }

    var readingRules: ReadingRules {
        ReadingRules(
            until: until, earliest: resume?.head.clock, firstFile: firstFile, resultUse: resultUse)
    }

    /// Whether `rejected.ndjson` is one of the outputs: in quarantine, and where events before a
    /// checkpoint were rejected, since they are part of the stream.
    public var writesRejected: Bool {
        onInvalid == .quarantine || (resume?.head.rejectedBytes ?? 0) > 0
    }

    /// The bytes of all inputs.
    public var inputBytes: Int { inputs.reduce(0) { $0 + $1.text.count } }

    /// The bytes of all inputs, and of those before a checkpoint.
    var allInputBytes: Int { (resume?.head.inputBytes ?? 0) + inputBytes }

    /// The paths of all inputs, by the numbers that records have: those before a checkpoint first.
    var paths: [String] { (resume?.head.paths ?? []) + inputs.map(\.path) }

    /// The number of the first input.
    var firstFile: Int32 { Int32(resume?.head.paths.count ?? 0) }
}

/// How far a replay is.
public struct ReplayProgress: Sendable {
    /// The bytes of the inputs that are done with, and the events read.
    public let doneBytes: Int
    public let events: Int
}

/// What is done about invalid events.
public enum InvalidEventPolicy: String, CaseIterable, Sendable {
    /// Report them and write nothing.
    case fail
    /// Copy them to `rejected.ndjson` and replay the rest.
    case quarantine
}
