public import Testing

/// What a test needs and a machine may lack. A test that is skipped says so in one form, by which the
/// end of `.ci/run` counts it: the variable to set or the program to install, and what for.
extension Trait where Self == ConditionTrait {
    /// Skips the test unless the public suite is at hand.
    public static func needs(suite name: String) -> Self {
        .enabled(
            if: Suites.folder(name) != nil, "set \(Suites.variable) to a folder that has \(name)")
    }

    /// Skips the test unless the program is in `PATH`.
    public static func needs(program name: String) -> Self {
        .enabled(if: Program.isInstalled(name), "install the program \(name)")
    }
}
