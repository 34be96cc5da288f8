import Documents
import SourceText

/// Reads plain values from documents whose structure has been checked. What is wrong with a
/// document has been reported; here it is left out.
enum ModelBuilding {
    static func model(
        of read: ReadConfiguration, _ documents: [OwnDocument], _ files: ReferencedFiles
    ) -> (Model, [Diagnostic]) {
        var model = Model()
        model.salvaged = read.salvaged
        for document in documents {
            guard let id = identifier(of: document, &model) else { continue }
            model.identified.append((document.kind, id.string ?? "", id))
            switch document.kind {
            case .connector: model.append(connector(document, id, files))
            case .paymentMethod: model.methods.append(method(document, id))
            case .installation, .scenario: break
            }
        }
        addInstallations(documents, to: &model)
        return (model, files.takeDiagnostics())
    }

    /// The `id` of a document that can be believed.
    private static func identifier(of document: OwnDocument, _ model: inout Model) -> Node? {
        if let id = document.sound("id") { return id }
        model.salvaged.add(document.root)
        if document.kind == .connector, document.root["id"] == nil {
            model.hasNamelessConnector = true
        }
        return nil
    }

    private static func connector(
        _ document: OwnDocument, _ id: Node, _ files: ReferencedFiles
    ) -> Connector {
        let name = document.sound("name")?.string ?? ""
        return Connector(
            id: id.string ?? "", name: name, shownName: name,
            url: document.sound("url")?.string ?? "",
            processingPeriodMinutes: document.sound("processingPeriodMinutes")?.number?.integer,
            reseller: document.sound("reseller")?.string,
            settingsSchema: document.sound("jsonSchema")
                ?? document.sound("jsonSchemaFile").flatMap(files.content),
            staticSettings: document.sound("staticJson")
                ?? document.sound("staticJsonFile").flatMap(files.settings),
            node: document.root)
    }

    private static func method(_ document: OwnDocument, _ id: Node) -> PaymentMethod {
        let settings = document.root["settings"]
        let name = document.sound("name")?.string ?? ""
        return PaymentMethod(
            id: id.string ?? "", name: name, shownName: name,
            connector: document.sound("connector")?.string ?? "",
            reseller: document.sound("reseller")?.string,
            active: document.sound("active")?.boolean ?? true,
            currencies: document.sound("currencies")?.elements.compactMap(\.string),
            settings: settings, node: document.root,
            hasSoundSettings: settings.map(document.isSound) ?? !document.misspells("settings"))
    }

    private static func addInstallations(_ documents: [OwnDocument], to model: inout Model) {
        for document in documents where document.kind == .installation {
            model.installations.append(InstallationReading.installation(document))
        }
        if let first = model.installations.first {
            model.installation = first
        } else if model.salvaged.holdsInstallation {
            model.installation = .unknown(nil)
        }
    }
}
