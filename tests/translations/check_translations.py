"""Fails on a visible string without a translation. Usage: check_translations.py SOURCE_FOLDER LUPDATE

Reads the strings of the source into copies of the .ts files, as translations/update does, and looks for what is new, unfinished or
gone, for translations that lost a %1, and for contexts that no class of ours has (lupdate did not understand the place, so that the
translation would not be found when the program runs).
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SOURCES = ["app", "core", "ui"]
LANGUAGES = {"en": ["-pluralonly"], "de": []}


def texts(message):
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.findall("numerusform")]
    return forms or [translation.text or ""]


def places(text):
    return set(re.findall(r"%(?:L?\d+|n)", text))


def keys(root):
    return {
        (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
        for context in root.findall("context")
        for message in context.findall("message")
    }


def problems_of(root):
    for context in root.findall("context"):
        name = context.findtext("name")
        if not name.startswith("sb::") and name != "main":
            yield f"context “{name}” is none of a class of ours: qualify the tr() at its place"
        for message in context.findall("message"):
            source = message.findtext("source")
            if message.find("translation").get("type") == "unfinished" or not all(texts(message)):
                yield f"{name}: “{source}” is not translated"
                continue
            for text in texts(message):
                lost = places(source) ^ places(text)
                if lost - {"%n"}:  # one form may say "one" instead of %n
                    yield f"{name}: “{source}” and “{text}” differ in {', '.join(sorted(lost))}"


def main(source_folder, lupdate):
    source = Path(source_folder)
    problems = []
    for language, options in LANGUAGES.items():
        committed = source / "translations" / f"signalbox_{language}.ts"
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / committed.name
            shutil.copy(committed, fresh)
            subprocess.run(
                [lupdate, "-I", ".", *SOURCES, "-no-obsolete", "-locations", "none", *options,
                 "-source-language", "en", "-target-language", language, "-ts", str(fresh)],
                cwd=source, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            now = ElementTree.parse(fresh).getroot()
        gone = keys(ElementTree.parse(committed).getroot()) - keys(now)
        problems += [f"{committed.name}: {problem}" for problem in problems_of(now)]
        problems += [f"{committed.name}: {key[0]}: “{key[1]}” is not in the source any more" for key in sorted(gone, key=str)]
    print("\n".join(problems))
    if problems:
        print("Run translations/update, translate what is unfinished, commit.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
