import Deployment
import Files
import HashKeys
import Payments
import SourceText

extension KeyFileFailure: Reported {
    var failure: Failure { Failure(.couldNotRun, message, hint: hint) }

    fileprivate var message: String {
        switch self {
        case .file(let error): error.message
        case .openToOthers(let path, let permissions):
            "users other than its owner can read the key file `\(path)` (mode \(permissions))"
        case .damaged(let path, let line):
            "`\(path)` is not a key file, or is damaged (line \(line))"
        case .newerVersion(let path, let version):
            "the key file `\(path)` has format version \(version), and this program knows "
                + "\(KeyFile.formatVersion)"
        }
    }

    fileprivate var hint: String? {
        switch self {
        case .file: nil
        case .openToOthers(let path, _): "run `chmod 600 \(path)`, and consider new keys"
        case .damaged: "restore it from a copy; without it the connectors' keys are lost"
        case .newerVersion: "use the version of the program that wrote it, or a later one"
        }
    }
}

extension StateFailure: Reported {
    var failure: Failure {
        switch self {
        case .pathsCollide, .foreign: Failure(.usage, message, hint: hint)
        default: Failure(.couldNotRun, message, hint: hint)
        }
    }

    fileprivate var message: String {
        switch self {
        case .file(let error): error.message
        case .keys(let failure): failure.message
        case .damaged(let path, let line):
            "this program did not write `\(path)`, or it is damaged or cut off (line \(line))"
        case .newerVersion(let path, let version):
            "`\(path)` has format version \(version), which this program does not know"
        case .otherInstallation(let path, let found, let wanted):
            "the state in `\(path)` belongs to \(Self.name(found)), but the configuration to "
                + Self.name(wanted)
        case .keysMissing(let path, let state):
            "there is a state in `\(state)`, but its keys are not in `\(path)`"
        case .stateMissing(let path, let keys):
            "there are keys in `\(keys)`, but the state that they belong to is not in `\(path)`"
        case .foreignKeys(let path, let state):
            "the keys in `\(path)` do not belong to the state in `\(state)`"
        case .keysOutOfStep(let path, let serials, let wanted):
            "the keys in `\(path)` belong to serial "
                + serials.map { String($0) }.joined(separator: ", ")
                + " of the state, which has serial \(wanted)"
        case .keyDiffers(let path, let connector):
            "the key of connector `\(connector)` in `\(path)` is missing, or is not the one that "
                + "the state says"
        case .pathsCollide(let state, let keys):
            "the state `\(state)` and the keys `\(keys)`, or what is written beside them, would be "
                + "the same file"
        case .foreign(let path):
            "changing the state would replace `\(path)`, which this program did not write"
        case .tooLarge(let resource, let bytes, let limitBytes):
            "\(resource) has a value of \(bytes) bytes; the limit is \(limitBytes)"
        case .locked(let path, let owner, let since):
            "\(owner) has been changing the state since \(since)\(Self.age(since)) (`\(path)`)"
        case .variableUnset(let name, let connector):
            "the environment variable \(name), which should hold the key of connector "
                + "`\(connector)`, is not set, is empty or is not UTF-8"
        case .planOutdated(let path, let planned, let serial):
            "the plan in `\(path)` was made for serial \(planned) of the state, which has serial "
                + "\(serial) now"
        case .earlierPlan(let path, let version):
            "the plan in `\(path)` has format version \(version): it was made by an earlier "
                + "version of this program"
        case .foreignPlan(let path): "the plan in `\(path)` was made for another state"
        case .planNeedsKeys:
            "a first plan with secrets in plain text cannot be saved: their digests need keys that "
                + "are made only when it is applied"
        case .connectorUnknown(let id, _): "there is no connector `\(id)` in the state"
        case .sharedKeyNotKept(let connector, let variable):
            "the key of `\(connector)` is the one in \(variable); the one before is not kept here"
        }
    }

    fileprivate var hint: String? {
        switch self {
        case .file: nil
        case .keys(let failure): failure.hint
        case .damaged: "restore it from a copy, such as the one in the repository"
        case .newerVersion: "use the version of the program that wrote it, or a later one"
        case .otherInstallation: "name the right state with --state, or the right --config"
        case .keysMissing, .foreignKeys: "name the right file with --keys, or restore it"
        case .stateMissing: "name the right file with --state, or restore it"
        case .keysOutOfStep: "restore the state and the keys from the same point in time"
        case .keyDiffers: "restore the state and the keys from the same point in time"
        case .pathsCollide: "give --state and --keys paths of their own"
        case .foreign: "move it away, or give --state and --keys other paths"
        case .tooLarge: "each alias counts as a copy: the value is larger than it looks in YAML"
        case .locked: "wait until that is done; the lock ends with its process"
        case .variableUnset: "set it to the key that is shared with the gateway"
        case .planOutdated, .earlierPlan, .foreignPlan: "make a new plan"
        case .planNeedsKeys: "write the secrets as {$env: NAME}, or apply without --out"
        case .connectorUnknown(_, let nearest): nearest.map(Suggestion.question)
        case .sharedKeyNotKept: "leave --keep-old out"
        }
    }

    /// How long ago the instant `since` was; nothing if it is not a time.
    private static func age(_ since: String) -> String {
        guard let start = Timestamp(text: since) else { return "" }
        let seconds = max(0, Terminal.now.duration(since: start).components.seconds)
        return seconds < 60 ? ", for \(seconds) s" : ", for \(seconds / 60) min"
    }

    private static func name(_ installation: String?) -> String {
        installation.map { "installation `\($0)`" } ?? "an installation without an id"
    }
}
