import SourceText

/// Checks what documents say about one another. Each rule is a file of its own; findings are sorted
/// when they are reported.
enum CrossReferences {
    static func check(_ model: Model) -> [Diagnostic] {
        UniqueIdentifiers.check(model) + OneInstallation.check(model) + ResellerTree.check(model)
            + ConnectorOwners.check(model) + ConnectorURLs.check(model)
            + MethodReferences.check(model)
    }
}
