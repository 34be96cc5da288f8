internal import Documents
internal import Events
internal import Payments
internal import SourceText

/// What an expectation says of a field.
enum ExpectedValue: Sendable {
    case none
    case text(String)
    case time(Timestamp)
    case truth(Bool)
    /// Only the parts that it names are compared.
    case error(code: Part, message: Part)

    /// A part of an error.
    enum Part: Sendable {
        case any
        case exactly(String?)

        func matches(_ text: String?) -> Bool {
            switch self {
            case .any: true
            case .exactly(nil): text == nil
            case .exactly(let wanted?): text.map { ByteOrder.equal($0, wanted) } ?? false
            }
        }
    }

    /// Whether `value` is what is expected.
    func matches(_ value: StateValue) -> Bool {
        switch (self, value) {
        case (.none, .none): true
        case (.text(let wanted), .text(let text)): ByteOrder.equal(wanted, text)
        case (.time(let wanted), .time(let time)): wanted == time
        case (.truth(let wanted), .truth(let truth)): wanted == truth
        case (.error(let code, let message), .error(let error)):
            code.matches(error.code) && message.matches(error.message)
        case (.none, _), (.text, _), (.time, _), (.truth, _), (.error, _): false
        }
    }
}

extension ExpectedValue {
    /// For people, times as the scenario counts them.
    func text(from start: Timestamp) -> String {
        switch self {
        case .none: "null"
        case .text(let text): YAMLText.string(text)
        case .time(let time): Offset.text(time, from: start)
        case .truth(let truth): "\(truth)"
        case .error(let code, let message):
            YAMLText.flow(
                [("code", code.text), ("message", message.text)].compactMap { key, text in
                    text.map { (key, $0) }
                })
        }
    }
}

extension ExpectedValue.Part {
    fileprivate var text: String? {
        switch self {
        case .any: nil
        case .exactly(let text): YAMLText.string(text)
        }
    }
}

extension StateValue {
    /// For people, times as the scenario counts them.
    func text(from start: Timestamp) -> String { expectation.text(from: start) }

    /// What is met by this value alone.
    private var expectation: ExpectedValue {
        switch self {
        case .none: .none
        case .text(let text): .text(text)
        case .time(let time): .time(time)
        case .truth(let truth): .truth(truth)
        case .error(let error):
            .error(code: .exactly(error.code), message: .exactly(error.message))
        }
    }
}
