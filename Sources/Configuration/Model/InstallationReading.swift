import Documents

/// Reads an installation and its resellers.
enum InstallationReading {
    static func installation(_ document: OwnDocument) -> Installation {
        guard document.isReadable, let list = document.root["resellers"],
            !document.faults.contains(list.index)
        else { return .unknown(document.root) }
        let resellers = list.elements.compactMap { reseller($0, document) }
        return Installation(
            id: document.sound("id")?.string, resellers: resellers, node: document.root,
            isComplete: resellers.count == list.count)
    }

    private static func reseller(_ node: Node, _ document: OwnDocument) -> Reseller? {
        func text(_ key: String) -> String? {
            node[key].flatMap { document.isSound($0) ? $0.string : nil }
        }
        guard let id = text("id") else { return nil }
        return Reseller(id: id, name: text("name") ?? "", parent: text("parent"), node: node)
    }
}
