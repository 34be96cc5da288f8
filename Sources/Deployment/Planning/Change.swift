/// A change of one resource.
public struct Change: Sendable {
    public let action: Action
    public let kind: Resource.Kind
    public let id: String
    /// The number of a connector that is there.
    public internal(set) var number: Int?
    /// What changes, in the order of the format; of a creation every field, of a deletion none.
    public let fields: [FieldChange]
    /// What it means.
    public internal(set) var notes: [Note]
    /// The resellers that the resource belongs to, before and after.
    let resellers: [String]

    public enum Action: String, Sendable, CaseIterable {
        case create, update, delete
    }

    /// What a change means that its fields do not show.
    public enum Note: Sendable, Equatable {
        /// A hash key is generated for a new connector.
        case keyGenerated
        /// The hash key is the one that an environment variable holds.
        case keyShared(variable: String)
        /// The hash key that the platform generated is deleted with its connector.
        case keyDeleted
        /// Payments in flight keep the deadlines that they have.
        case periodChanged(oldMinutes: Int?, newMinutes: Int?)
        /// The stored settings of so many payment methods stay valid under the new schema.
        case settingsStayValid(methods: Int)
        /// It has the fields of something that is deleted: an identifier cannot be changed.
        case looksLikeRenaming(from: String)
    }
}

/// A change of one field, or of a part of it.
public struct FieldChange: Sendable, Equatable {
    /// The field, and the JSON Pointer within it: `url`, `settings/merchantId`.
    public let path: String
    /// JSON without secrets; nil if there is no value.
    public let old: String?
    public let new: String?

    public init(path: String, old: String?, new: String?) {
        self.path = path
        self.old = old
        self.new = new
    }
}
