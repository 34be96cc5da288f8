/// The limits of this floor, each with its reason.
public enum ConfigurationLimits {
    /// The files and folders among which schemas are looked for by their `$id`. A folder that holds more is
    /// not a configuration, but perhaps a home directory.
    public static let identifierFiles = 20_000
    /// The largest file that holds a secret, in bytes. A chain of certificates with its private key
    /// takes a tenth of that; what is larger is not what was meant.
    public static let secretBytes = 64 << 10
}
