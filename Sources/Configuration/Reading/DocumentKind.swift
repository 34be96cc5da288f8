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

    /// The names, as a hint lists them.
    static let list = allCases.map(\.rawValue).joined(separator: ", ")
}
