// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "connectorctl", path: "../..")],
    targets: [
        .executableTarget(
            name: "schema-benchmark",
            dependencies: [
                .product(name: "Documents", package: "connectorctl"),
                .product(name: "JSONSchema", package: "connectorctl"),
                .product(name: "SourceText", package: "connectorctl"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ])
    ]
)
