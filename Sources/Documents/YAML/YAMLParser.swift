import CLibYAML
import SourceText

/// libyaml's event parser. All calls into C are in this file.
struct YAMLParser: ~Copyable {
    enum Step {
        case event(YAMLEvent)
        case failure(YAMLFailure)
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var offsets: ScalarOffsets

    /// A parser for `bytes`, which must be valid UTF-8 and outlive it; nil if memory is short.
    ///
    /// - Parameters:
    ///   - start: the number of bytes to pass over: those of a byte-order mark.
    ///   - end: the largest offset to report.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        parser = .allocate(capacity: 1)
        offsets = ScalarOffsets(bytes, from: start, to: end)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        let text = UnsafeBufferPointer(rebasing: bytes[start...])
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event. After `streamEnd` or a failure there are no more.
    mutating func next() -> Step {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { return .failure(failure()) }
        defer { yaml_event_delete(&event) }
        let start = offsets.offset(ofScalar: event.start_mark.index)
        let end = offsets.offset(ofScalar: event.end_mark.index)
        let range = SourceRange(start: start, end: max(start, end))
        return .event(YAMLEvent(kind: Self.kind(event), range: range))
    }

    private mutating func failure() -> YAMLFailure {
        let state = parser.pointee
        let context = state.context.map { String(cString: $0) } ?? ""
        return YAMLFailure(
            problem: state.problem.map { String(cString: $0) } ?? "memory is short",
            context: context,
            offset: offsets.offset(ofScalar: state.problem_mark.index),
            contextOffset: context.isEmpty
                ? nil : offsets.offset(ofScalar: state.context_mark.index))
    }

    private static func kind(_ event: yaml_event_t) -> YAMLEvent.Kind {
        switch event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT:
            return .documentStart(isExplicit: event.data.document_start.implicit == 0)
        case YAML_DOCUMENT_END_EVENT:
            return .documentEnd(isExplicit: event.data.document_end.implicit == 0)
        case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? [])
        case YAML_SCALAR_EVENT: return .scalar(scalar(event))
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            return .sequenceStart(
                properties(data.anchor, data.tag),
                isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE)
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            return .mappingStart(
                properties(data.anchor, data.tag), isFlow: data.style == YAML_FLOW_MAPPING_STYLE)
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .streamEnd
        }
    }

    private static func scalar(_ event: yaml_event_t) -> YAMLEvent.Scalar {
        let data = event.data.scalar
        let text = UnsafeBufferPointer(start: data.value, count: data.length)
        return YAMLEvent.Scalar(
            properties: properties(data.anchor, data.tag), text: Array(text),
            style: style(data.style))
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLEvent.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private static func properties(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> YAMLEvent.Properties {
        YAMLEvent.Properties(anchor: text(anchor), tag: text(tag))
    }

    private static func text(_ string: UnsafeMutablePointer<yaml_char_t>?) -> [UInt8]? {
        guard let string else { return nil }
        var count = 0
        while string[count] != 0 { count += 1 }
        return Array(UnsafeBufferPointer(start: string, count: count))
    }
}
