/// The limits of this floor, each with its reason.
public enum ConfigurationLimits {
    /// The largest file that holds a secret, in bytes. A chain of certificates with its private key
    /// takes a tenth of that; what is larger is not what was meant.
    public static let secretBytes = 64 << 10
}
