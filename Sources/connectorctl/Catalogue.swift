import Configuration
import Deployment
import Documents
import Events
import JSONSchema
import Scenarios
import SchemaLint
import SourceText

/// Every diagnostic code of the program.
enum Catalogue {
    /// In the order of their names.
    static let all: [DiagnosticCode] =
        (DocumentCodes.all + SchemaCodes.all + SchemaLintCodes.all + ConfigurationCodes.all
        + EventCodes.all
        + ScenarioCodes.all + DeploymentCodes.all + [.accessDenied])
        .sorted { ByteOrder.precedes($0.name, $1.name) }
}
