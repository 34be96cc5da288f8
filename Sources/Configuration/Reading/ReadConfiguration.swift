import SourceText

/// The documents of a configuration, read but not checked.
struct ReadConfiguration: Sendable {
    /// In the order of the files, and in the order in which each file has them.
    var documents: [OwnDocument] = []
    /// The number of files that hold documents of the configuration, readable or not.
    var fileCount = 0
    /// The number of such documents, also those without a known kind.
    var documentCount = 0
    /// What documents that could not be read seem to hold, so that references to it are not called
    /// unknown.
    var salvaged = Salvage()
    /// The files that they are in, with every link followed.
    var holders: [String] = []
    /// The texts that they are in.
    var sources: [SourceText] = []
}
