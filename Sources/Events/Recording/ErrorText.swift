/// The error of a failed result with its texts; both parts are absent if the gateway gave none.
public struct ErrorText: Sendable, Equatable {
    public var code: String?
    public var message: String?

    public init(code: String? = nil, message: String? = nil) {
        self.code = code
        self.message = message
    }
}
