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

func tests(_ name: String, on dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "connectorctl",
    products: [.library(name: "Replay", targets: ["Replay"]), .library(name: "Payments", targets: ["Payments"]), .library(name: "Files", targets: ["Files"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        floor("SourceText"),
        floor("Files"),
        floor("Documents", on: ["CLibYAML", "SourceText"]),
        floor("Payments"),
        floor("Replay", on: ["Files", "Payments", "SourceText"]),
        // floor("RegularExpressions"),
        // floor("JSONSchema", on: ["Documents", "RegularExpressions", "SourceText"]),
    ]
)
