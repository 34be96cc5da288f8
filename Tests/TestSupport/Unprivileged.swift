public import Testing

extension Program {
    /// Runs a shell's line as `shell` does, as a user who may not read every file: tests may run as root,
    /// who may. `arguments` are its `$@`; each must lead to what everybody may enter.
    public static func unprivilegedShell(
        _ line: String, _ arguments: [String] = []
    ) throws -> Outcome {
        let script = """
            as() {
                if [ "$(id -u)" != 0 ]; then "$@"; else
                    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; fi
            }
            \(line)
            """
        return try startShell(script, arguments).outcome()
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips the test where no user without rights can be had.
    public static var needsAnotherUser: Self {
        .enabled(
            if: (try? Program.unprivilegedShell("as true").exitCode) == 0,
            "install the program setpriv, or run the tests as a user other than root")
    }

    /// Skips the test where the program cannot be run without /proc.
    public static var needsMounts: Self {
        .enabled(
            if: (try? Program.shell("unshare -m true").exitCode) == 0,
            "run the tests as root on Linux, with the program unshare")
    }
}
