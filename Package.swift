// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler rules for the whole house.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A floor of the house; it may depend only on floors declared before it.
func floor(
    _ name: String, on dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(
    _ name: String, on dependencies: [Target.Dependency], excluding: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, exclude: excluding,
        swiftSettings: settings)
}

/// The library floors, lowest first; each is a product of its own.
let floors = [
    floor("SourceText"),
    floor("JSONText", on: ["CIntrinsics", "SourceText"]),
    floor("Files", on: ["CIntrinsics", "CLibrary"]),
    floor("Parallelism", on: ["CIntrinsics", "CLibrary"]),
    floor("Documents", on: ["CLibYAML", "JSONText", "SourceText"]),
    floor("RegularExpressions", resources: [.embedInCode("Tables")]),
    floor(
        "HashKeys",
        on: [
            "Documents", "Files", "JSONText", "SourceText",
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
    floor(
        "JSONSchema", on: ["Documents", "JSONText", "RegularExpressions", "SourceText"],
        resources: [.embedInCode("MetaSchemas"), .embedInCode("Tables")]),
    floor(
        "SchemaComparison",
        on: ["Documents", "JSONSchema", "JSONText", "RegularExpressions", "SourceText"]),
    floor("SchemaLint", on: ["Documents", "JSONSchema", "SourceText"]),
    floor(
        "Configuration",
        on: [
            "Documents", "Files", "JSONSchema", "JSONText", "SchemaComparison", "SchemaLint",
            "SourceText",
        ],
        resources: [.embedInCode("Formats")]),
    floor("Payments"),
    floor("Events", on: ["CIntrinsics", "CLibrary", "JSONText", "Payments", "SourceText"]),
    floor("Generation", on: ["Events", "Payments"]),
    floor(
        "Replay",
        on: [
            "CIntrinsics", "Events", "Files", "HashKeys", "JSONText", "Parallelism",
            "Payments", "SourceText",
        ]),
    floor("ConfiguredReplay", on: ["Configuration", "Payments", "Replay"]),
    floor("Stories", on: ["Events", "JSONText", "Payments", "Replay", "SourceText"]),
    floor(
        "Exploration",
        on: [
            "Events", "Generation", "Parallelism", "Payments", "Replay", "SourceText", "Stories",
        ]),
    floor(
        "Deployment",
        on: [
            "Configuration", "Documents", "Files", "HashKeys", "JSONSchema", "JSONText",
            "SourceText",
        ]),
    floor(
        "Scenarios",
        on: [
            "Configuration", "ConfiguredReplay", "Documents", "Events", "Exploration", "Files",
            "JSONText", "Parallelism", "Payments", "Replay", "SourceText", "Stories",
        ]),
    floor(
        "Reporting",
        on: [
            "Configuration", "Deployment", "Documents", "Events", "Exploration",
            "JSONText", "Payments", "Replay", "Scenarios", "SchemaComparison", "SourceText",
            "Stories",
        ],
        resources: [.embedInCode("Rules/state-machine.yaml")]),
]

let package = Package(
    name: "connectorctl",
    products: floors.map { .library(name: $0.name, targets: [$0.name]) } + [
        .executable(name: "connectorctl", targets: ["connectorctl"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    ],
    targets: floors + [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // Functions in a header, so that there is nothing to build or to link.
        .systemLibrary(name: "CIntrinsics"),
        .target(name: "CLibrary", swiftSettings: settings),
        .executableTarget(
            name: "connectorctl",
            dependencies: [
                "CIntrinsics", "CLibrary", "Configuration", "ConfiguredReplay", "Deployment",
                "Documents",
                "Events", "Exploration", "Files", "Generation", "HashKeys", "JSONSchema",
                "Payments", "RegularExpressions", "Replay", "Reporting", "Scenarios",
                "SchemaComparison", "SchemaLint", "SourceText",
                "Stories",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(
            name: "ReplayedCases",
            dependencies: [
                "Configuration", "ConfiguredReplay", "HashKeys", "JSONText", "Payments", "Replay",
                "Stories", "TestSupport",
            ],
            path: "Tests/ReplayedCases", swiftSettings: settings),
        .target(
            name: "SchemaReading",
            dependencies: ["Documents", "JSONSchema", "SourceText", "TestSupport"],
            path: "Tests/SchemaReading", swiftSettings: settings),
        tests("SourceText", on: ["SourceText", "TestSupport"]),
        tests("JSONText", on: ["JSONText", "SourceText", "TestSupport"]),
        tests("Files", on: ["Files", "TestSupport"]),
        tests("Parallelism", on: ["Parallelism"]),
        tests("Documents", on: ["Documents", "JSONText", "SourceText", "TestSupport"]),
        tests("RegularExpressions", on: ["RegularExpressions", "TestSupport"]),
        tests(
            "JSONSchema",
            on: [
                "Documents", "JSONSchema", "RegularExpressions", "SchemaReading", "SourceText",
                "TestSupport",
            ]),
        tests(
            "SchemaComparison",
            on: [
                "Documents", "JSONSchema", "JSONText", "SchemaComparison", "SchemaReading",
                "SourceText", "TestSupport",
            ]),
        tests(
            "SchemaLint",
            on: ["Documents", "JSONSchema", "SchemaLint", "SchemaReading", "SourceText"]),
        tests("Payments", on: ["Documents", "Payments", "SourceText", "TestSupport"]),
        tests(
            "Generation", on: ["Generation", "Payments", "TestSupport", "connectorctl"],
            excluding: ["Golden"]),
        tests(
            "Configuration",
            on: ["Configuration", "Documents", "Files", "Reporting", "SourceText", "TestSupport"]),
        tests(
            "Reporting",
            on: [
                "Configuration", "ConfiguredReplay", "Documents", "Events", "Payments",
                "Replay", "Reporting", "SourceText", "Stories", "TestSupport",
            ],
            excluding: ["Golden"]),
        tests(
            "Command",
            on: [
                "Configuration", "Payments",
                "SourceText", "TestSupport", "connectorctl",
            ]),
        tests("House", on: ["TestSupport"]),
        tests("Growth", on: ["TestSupport", "connectorctl"]),
        tests("Conformance", on: ["Payments", "TestSupport", "connectorctl"]),
        tests(
            "Events", on: ["CIntrinsics", "Events", "Payments", "SourceText", "TestSupport"]),
        tests(
            "Replay",
            on: [
                "Events", "Files", "HashKeys", "Payments", "Replay", "SourceText",
                "TestSupport",
            ]),
        tests(
            "Deployment",
            on: [
                "Configuration", "Deployment", "Documents", "Files", "HashKeys", "Reporting",
                "SourceText", "TestSupport", "connectorctl",
            ], excluding: ["Golden"]),
        tests(
            "Scenarios",
            on: [
                "Configuration", "ConfiguredReplay", "Documents", "Events", "Exploration",
                "Payments", "Replay", "Reporting", "Scenarios", "SourceText", "Stories",
                "TestSupport", "connectorctl",
            ], excluding: ["Golden"]),
        tests(
            "Stories",
            on: [
                "Events", "JSONText", "Payments", "Replay", "ReplayedCases", "Stories",
                "TestSupport",
            ]),
        tests(
            "Exploration",
            on: [
                "Documents", "Events", "Exploration", "Payments", "Replay", "ReplayedCases",
                "Reporting", "Scenarios", "SourceText", "Stories", "TestSupport", "connectorctl",
            ],
            excluding: ["Golden"]),
    ]
)
