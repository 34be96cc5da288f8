import Files

/// A file that a command reads, or that one of its options names.
struct FileUse {
    let path: String
    let role: Role
    let identity: FileIdentity

    enum Role {
        case events, configuration, keyFile, checkpoint, plan, exportedConnector
        /// The state of an installation, its keys, or what is written beside them.
        case state
        /// Standard input is read from it.
        case standardInput
        /// Standard output or standard error is written to it.
        case standardOutput(String)
        /// Another option writes it.
        case output(String)
    }

    init(_ path: String, _ role: Role) {
        self.init(path, role, FileIdentity(path))
    }

    init(_ path: String, _ role: Role, _ identity: FileIdentity) {
        self.path = path
        self.role = role
        self.identity = identity
    }

    /// What the file is, for people.
    var text: String {
        switch role {
        case .events: "the events in `\(path)`"
        case .configuration: "`\(path)`, a file of the configuration"
        case .keyFile: "the key file `\(path)`"
        case .checkpoint: "the checkpoint `\(path)`"
        case .plan: "the plan `\(path)`"
        case .exportedConnector: "the exported connector `\(path)`"
        case .state: "`\(path)`, which belongs to the state of an installation"
        case .standardInput: "the file that standard input is read from"
        case .standardOutput(let name): "the file that \(name) is written to"
        case .output(let option): "`\(path)`, which \(option) writes"
        }
    }
}

/// A file that a command writes, or removes.
struct FileTarget {
    let path: String
    let option: String
    let effect: Effect
    let identity: FileIdentity

    enum Effect {
        /// The file gets new content; it is named itself, or one of those in a folder that is.
        case replaced, replacedInFolder
        /// What an earlier run has left in a folder goes.
        case removedFromFolder
        /// It is part of the state of an installation, which is written in its own way.
        case stateWritten
        /// It is a folder, in which files are written.
        case folder
    }

    init(_ path: String, by option: String, _ effect: Effect) {
        self.path = path
        self.option = option
        self.effect = effect
        identity = FileIdentity(path)
    }

    /// What must not happen to `use`, which is the same file.
    func refusal(of use: FileUse) -> Failure {
        var text = "\(option) would \(verb) \(use.text)"
        if !path.utf8.elementsEqual(use.path.utf8) { text += " (it is the same file as `\(path)`)" }
        return Failure(.usage, text, hint: hint)
    }

    /// The refusal of `-` by an option that can only write to a file or folder.
    var refusalOfStandardOutput: Failure {
        Failure(
            .usage, "\(option) does not write to standard output (`-`)",
            hint: "name a file or folder; `./-` is one that is called `-`")
    }

    /// What must not happen to a state or a key file, whatever it is called.
    var refusalOfState: Failure {
        Failure(
            .usage,
            "\(option) would \(verb) `\(path)`, which holds the state of an installation or its keys",
            hint: hint)
    }

    private var verb: String {
        if case .removedFromFolder = effect { return "remove" }
        return "replace"
    }

    private var hint: String {
        switch effect {
        case .replaced, .stateWritten: "name another file"
        case .replacedInFolder, .removedFromFolder, .folder: "name another folder"
        }
    }
}
