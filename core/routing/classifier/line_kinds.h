#pragma once

#include "core/routing/classifier/shape.h"

namespace sb::routing {

/// What one trimmed line looks like.
[[nodiscard]] LineKind kindOfLine(QStringView line);

/// Whether a line begins as only documents do: a heading, a paragraph sign, a mail header, a time in brackets.
[[nodiscard]] bool isDocumentMark(QStringView line);

/// "image: postgres", "- name: x", "timeout=30": a line of a configuration file, if others are around it.
[[nodiscard]] bool isSetting(QStringView line);

/// The name of the tag with which a line of XML begins, unless it only marks up text; else empty.
[[nodiscard]] QStringView recordTag(QStringView line);

} // namespace sb::routing
