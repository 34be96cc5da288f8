import Documents
import SourceText

/// A published format: a JSON Schema of `spec/formats`, which the program itself enforces.
public enum PublishedFormat: String, Sendable, CaseIterable {
    case installation
    case connector
    case paymentMethod = "payment-method"
    case scenario
    case settingsForm = "settings-form"
    /// A connector that a platform has exported.
    case exportedConnector = "exported-connector"
    /// What a platform is told; written here, never read.
    case bundle

    /// The very bytes of the published file.
    public var bytes: [UInt8] {
        switch self {
        case .installation: PackageResources.installation_schema_json
        case .connector: PackageResources.connector_schema_json
        case .paymentMethod: PackageResources.payment_method_schema_json
        case .scenario: PackageResources.scenario_schema_json
        case .settingsForm: PackageResources.settings_form_schema_json
        case .exportedConnector: PackageResources.exported_connector_schema_json
        case .bundle: PackageResources.bundle_schema_json
        }
    }

    /// Where the format is published; its `$id`.
    var uri: String { Self.base + fileName }

    /// The format with this URI.
    init?(uri: String) {
        for format in Self.allCases where ByteOrder.equal(format.uri, uri) {
            self = format
            return
        }
        return nil
    }

    /// The format's schema.
    var document: Document? {
        JSONReader.read(SourceText(path: "spec/formats/" + fileName, bytes: bytes)).document
    }

    private var fileName: String { rawValue + ".schema.json" }
    private static let base = "https://connectorctl.dev/formats/v1/"
}
