import JSONText

/// Writes results in JSON Schema's output formats, each in one line without its end.
public enum OutputWriter {
    /// The result; `tree` says what is wrong, each unit before those within it, and is empty
    /// for a valid value.
    public static func bytes(of tree: [OutputUnit], as format: SchemaOutput) -> [UInt8] {
        if tree.isEmpty || format == .flag {
            return JSONWriter.object { $0.boolean("valid", tree.isEmpty) }
        }
        return format == .basic ? basic(tree) : detailed(OutputUnit.condensed(tree))
    }

    private static func basic(_ units: [OutputUnit]) -> [UInt8] {
        JSONWriter.object { json in
            json.boolean("valid", false)
            json.list("errors", units) { unit, json in
                json.object { json in
                    writeLocations(of: unit, to: &json)
                    json.text("error", unit.error)
                }
            }
        }
    }

    private static func detailed(_ units: [OutputUnit]) -> [UInt8] {
        var json = JSONWriter()
        for (index, unit) in units.enumerated() {
            let nextDepth = index + 1 < units.count ? units[index + 1].depth : 0
            json.open(UInt8(ascii: "{"))
            json.boolean("valid", false)
            writeLocations(of: unit, to: &json)
            if nextDepth > unit.depth {
                json.key("errors")
                json.open(UInt8(ascii: "["))
                continue
            }
            json.text("error", unit.error)
            json.close(UInt8(ascii: "}"))
            for _ in nextDepth..<unit.depth {
                json.close(UInt8(ascii: "]"))
                json.close(UInt8(ascii: "}"))
            }
        }
        return json.bytes
    }

    private static func writeLocations(of unit: OutputUnit, to json: inout JSONWriter) {
        json.text("keywordLocation", unit.keywordLocation)
        if let location = unit.absoluteKeywordLocation {
            json.text("absoluteKeywordLocation", location)
        }
        json.text("instanceLocation", unit.instanceLocation)
    }
}
