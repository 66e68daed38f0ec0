#pragma once

#include <QByteArray>
#include <QStringView>

namespace sb::routing {

/// The language of a text as a BCP-47 primary subtag ("de"), found by its script and, where several languages share it,
/// by their most frequent words. Code, links and everything behind the first 8,000 characters do not count.
/// Norwegian is "no", Chinese "zh" in either script.
/// @return empty: too short (some 8 words, 15 characters of Chinese or Japanese), mixed, or none that is known
[[nodiscard]] QByteArray detectLanguage(QStringView text);

/// The primary subtag by which detectLanguage() calls a tag ("de-AT", "nb", "zh-Hant"); empty: it knows no such
/// language.
[[nodiscard]] QByteArray knownLanguage(QStringView tag);

} // namespace sb::routing
