#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace sb::routing {

/// What was wrong with a text that should have been JSON, where there is only one way to read it.
enum class JsonRepair
{
    CodeFence, ///< ``` around it
    TextAround, ///< prose before or behind it
    TrailingComma, ///< [1, 2,]
    ControlCharacter, ///< a line feed and its like within a string, not escaped
    PythonLiteral, ///< True, False, None
    SingleQuotes, ///< 'text'
    EmptyArguments ///< nothing at all, where a tool takes no arguments; never by repairJson()
};
[[nodiscard]] QByteArray toWireName(JsonRepair repair); ///< "code_fence", …; stored with an attempt

struct RepairedJson
{
    QByteArray text = {}; ///< parses
    QList<JsonRepair> repairs = {}; ///< each once, in the order of the enumerators; empty: it was right
    friend bool operator==(const RepairedJson &, const RepairedJson &) = default;
};

/// The one JSON value that a text holds, in the spelling that it has there, mended where that cannot change what is
/// meant. What parses comes back as it is. Nothing is closed, guessed or left out of the value: a cut answer stays cut.
/// @return nullopt: no JSON, several values, or in doubt. Linear time.
[[nodiscard]] std::optional<RepairedJson> repairJson(QByteArrayView text);

} // namespace sb::routing
