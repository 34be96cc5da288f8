import SourceText

/// What a document of the configuration describes: its `kind`.
enum DocumentKind: String, Sendable, CaseIterable {
    case installation = "Installation"
    case connector = "Connector"
    case paymentMethod = "PaymentMethod"
    case scenario = "Scenario"

    /// The published format of documents of this kind.
    var format: PublishedFormat {
        switch self {
        case .installation: .installation
        case .connector: .connector
        case .paymentMethod: .paymentMethod
        case .scenario: .scenario
        }
    }

    /// How messages call it.
    var noun: String {
        switch self {
        case .installation: "installation"
        case .connector: "connector"
        case .paymentMethod: "payment method"
        case .scenario: "scenario"
        }
    }

    /// How many there are of each kind, as a summary says it.
    static func counts(of kinds: [DocumentKind]) -> [String] {
        allCases.compactMap { kind in
            let count = kinds.count { $0 == kind }
            let noun = kind == .paymentMethod ? "method" : kind.noun
            return count == 0 ? nil : Listing.count(count, noun)
        }
    }

    /// The names, as a hint lists them.
    static let list = allCases.map(\.rawValue).joined(separator: ", ")
}
