/// The limits of this floor, each with its reason. Tests set smaller ones; the program uses `standard`.
public struct ConfigurationLimits: Sendable {
    /// The largest file that holds a secret, in bytes. A chain of certificates with its private key
    /// takes a tenth of that; what is larger is not what was meant.
    public var secretBytes = 64 << 10
    /// The largest file that is read, in bytes: more than any reader accepts, so that it says itself what is
    /// too large. A pipe is read up to what its reader accepts.
    public var fileBytes = 1 << 30
    /// The YAML files below the paths of a run. Each of them, and its path, is held in memory; the
    /// largest repositories have a tenth of that.
    public var files = 500_000
    /// The bytes of all files together that hold documents of the configuration. Their trees take some
    /// ten times as much memory.
    public var documentBytes = 256 << 20

    /// The limits of the program.
    public static let standard = ConfigurationLimits()

    /// The standard limits, to be changed one by one.
    public init() {}
}
