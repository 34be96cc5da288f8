/// The formats that can be checked. A name means the same in every dialect that has it, so those
/// of later dialects are checked in earlier ones too: a schema that names them means them.
enum Format: String, CaseIterable, Sendable, BitwiseCopyable {
    case dateTime = "date-time"
    case date, time, duration
    case email
    case idnEmail = "idn-email"
    case hostname
    case idnHostname = "idn-hostname"
    case ipv4, ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uriTemplate = "uri-template"
    case uuid
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex

    /// Whether a text has the format.
    ///
    /// - Complexity: O(*n*) in the bytes of the text.
    func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .dateTime: DateAndTime.isDateTime(text)
        case .date: DateAndTime.isDate(text)
        case .time: DateAndTime.isTime(text)
        case .duration: Duration.isDuration(text)
        case .email: Mailbox.isMailbox(text, isInternational: false)
        case .idnEmail: Mailbox.isMailbox(text, isInternational: true)
        case .hostname: DomainName.isDomainName(text, isInternational: false)
        case .idnHostname: DomainName.isDomainName(text, isInternational: true)
        case .ipv4: IPAddress.isVersion4(text)
        case .ipv6: IPAddress.isVersion6(text)
        case .uri: URISyntax.isURI(text, isInternational: false)
        case .uriReference: URISyntax.isReference(text, isInternational: false)
        case .iri: URISyntax.isURI(text, isInternational: true)
        case .iriReference: URISyntax.isReference(text, isInternational: true)
        case .uriTemplate: URITemplate.isTemplate(text)
        case .uuid: UUIDSyntax.isUUID(text)
        case .jsonPointer: PointerSyntax.isPointer(text)
        case .relativeJSONPointer: PointerSyntax.isRelativePointer(text)
        case .regex: SchemaPattern.isStrictlyValid(String(decoding: text, as: UTF8.self))
        }
    }
}
