#!/usr/bin/env python3
"""Makes the program's Unicode tables from the files of the Unicode Character Database.

    generate.py DATA [--check]

DATA is a folder with Scripts.txt, ScriptExtensions.txt, PropertyValueAliases.txt, emoji-data.txt
and DerivedJoiningType.txt of one version, in it or below it: https://www.unicode.org/Public/VERSION/ucd,
or /usr/share/unicode of Debian's package unicode-data. Each table says its version. With --check,
nothing is written; the exit code is 1 if a table differs.

Use the version of Swift's own tables (Unicode.Scalar.Properties), with which these are combined;
the tests fail where the versions differ.
"""

import gzip
import pathlib
import re
import sys

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"


class Data:
    """The files of one version."""

    def __init__(self, folder):
        self.folder = folder
        self.version = self.version_of("Scripts.txt")
        if self.version_of("ScriptExtensions.txt") != self.version:
            sys.exit("Scripts.txt and ScriptExtensions.txt are of different versions")

    def lines(self, name):
        found = sorted(self.folder.rglob(name)) + sorted(self.folder.rglob(name + ".gz"))
        if not found:
            sys.exit(f"there is no {name} below {self.folder}")
        path = found[0]
        data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
        return data.decode().splitlines()

    def version_of(self, name):
        head = self.lines(name)[0]
        match = re.search(r"-(\d+\.\d+)\.\d+\.txt", head)
        if not match:
            sys.exit(f"{name} does not say its version: {head}")
        return match[1]

    def values(self, name, property=None):
        """The values of a property, each with its code points."""
        values = {}
        for line in self.lines(name):
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) < 2 or (property and fields[1] != property):
                continue
            first, _, last = fields[0].partition("..")
            points = range(int(first, 16), int(last or first, 16) + 1)
            values.setdefault(fields[1], set()).update(points)
        return values

    def script_names(self):
        """The names of each script by its long one: the short one, the long one, others."""
        names = {}
        for line in self.lines("PropertyValueAliases.txt"):
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if fields[0] == "sc":
                names[fields[2]] = list(dict.fromkeys(fields[1:]))
        return names

    def categories(self):
        """The names of each general category, and those of its parts if it is a group."""
        for line in self.lines("PropertyValueAliases.txt"):
            names, _, parts = line.partition("#")
            fields = [field.strip() for field in names.split(";")]
            if fields[0] == "gc":
                group = ": " + " ".join(parts.replace("|", " ").split()) if parts else ""
                yield " ".join(fields[1:]) + group


def runs(points):
    """Runs of code points in hexadecimal: `41-5A AA`."""
    result = []
    for point in sorted(points):
        if result and result[-1][1] == point - 1:
            result[-1][1] = point
        else:
            result.append([point, point])
    return " ".join(f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in result)


def generated(data):
    """The text of each generated file by its path below Sources."""

    def file(doc, lines):
        head = f"# Unicode {data.version}, made by Tests/UnicodeTables/generate.py: do not edit."
        return "\n".join([head, f"# {doc}", *lines]) + "\n"

    def table(doc, lines):
        return file(doc, [f"{names}: {runs(points)}" for names, points in lines])

    names = data.script_names()
    scripts = data.values("Scripts.txt")
    shared = data.values("ScriptExtensions.txt")
    joining = data.values("DerivedJoiningType.txt")
    return {
        "RegularExpressions/Tables/scripts.txt": table(
            "The scalars of each script, with its names, the short one first.",
            sorted((" ".join(names[script]), points) for script, points in scripts.items())),
        "RegularExpressions/Tables/script-extensions.txt": table(
            "The scalars that several scripts share, with the short names of the scripts.",
            [(" ".join(sorted(scripts.split())), points)
             for scripts, points in sorted(shared.items(), key=lambda item: min(item[1]))]),
        "RegularExpressions/Tables/general-categories.txt": file(
            "The names of each general category, and the parts of those that are groups.",
            data.categories()),
        "RegularExpressions/Tables/emoji.txt": table(
            "The properties of emoji that Swift's standard library lacks.",
            [(name, data.values("emoji-data.txt", name)[name])
             for name in ["Emoji_Component", "Extended_Pictographic"]]),
        "JSONSchema/Tables/joining-types.txt": table(
            "The scalars of each joining type that a rule for domain names asks for.",
            [(name, joining[key]) for name, key in [
                ("Dual_Joining", "D"), ("Right_Joining", "R"), ("Left_Joining", "L"),
                ("Transparent", "T")]]),
    }


def main(arguments):
    folders = [argument for argument in arguments if argument != "--check"]
    if len(folders) != 1:
        sys.exit(__doc__)
    differs = False
    for path, text in generated(Data(pathlib.Path(folders[0]))).items():
        file = SOURCES / path
        old = file.read_text() if file.exists() else ""
        if old == text:
            continue
        differs = True
        print(("differs: " if "--check" in arguments else "written: ") + path)
        if "--check" not in arguments:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
    return 1 if differs and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
