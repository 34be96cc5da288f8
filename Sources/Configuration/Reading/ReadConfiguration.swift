import SourceText

/// The documents of a configuration, read but not checked.
struct ReadConfiguration: Sendable {
    /// In the order of the files, and in the order in which each file has them.
    var documents: [OwnDocument] = []
    /// The number of files that hold documents of the configuration, readable or not.
    var fileCount = 0
    /// The number of such documents, also those without a known kind.
    var documentCount = 0
    /// Identifiers that documents which could not be read seem to have, so that references to them
    /// are not called unknown.
    var salvagedIdentifiers: Set<String> = []
    /// The texts that they are in.
    var sources: [SourceText] = []
}
