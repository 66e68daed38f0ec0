#pragma once

#include "core/base/json.h"
#include "core/routing/acceptance/repetition.h"

#include <QStringList>

#include <optional>
#include <variant>

namespace sb::routing {

// What an answer has to be to be accepted. A check that fails makes the attempt a failed one. Each is an object in the
// step's "accept" list: {"check": "length", "max_words": 200}; schema: resources/schemas/chain.schema.json,
// $defs/accept.

/// The text is one JSON value.
struct JsonCheck
{
    bool repair = true; ///< mend what has only one reading, see repairJson()
    friend bool operator==(const JsonCheck &, const JsonCheck &) = default;
};
/// The text is one JSON value that fits a schema.
struct JsonSchemaCheck
{
    Json schema = {}; ///< null: the one of the request's response_format
    bool repair = true;
    friend bool operator==(const JsonSchemaCheck &, const JsonSchemaCheck &) = default;
};
/// Each tool that is called is among the request's, with arguments that fit its parameters.
struct ToolArgumentsCheck
{
    bool repair = true;
    friend bool operator==(const ToolArgumentsCheck &, const ToolArgumentsCheck &) = default;
};
/// There is text, a tool call, or other content; reasoning and a refusal are none.
struct NonEmptyCheck
{
    friend bool operator==(const NonEmptyCheck &, const NonEmptyCheck &) = default;
};
/// The text is in one language.
struct LanguageCheck
{
    QString language = {}; ///< BCP 47, of which the primary subtag counts; empty: the prompt's
    friend bool operator==(const LanguageCheck &, const LanguageCheck &) = default;
};
/// The text is not shorter or longer than that.
struct LengthCheck
{
    std::optional<qint64> minCharacters = {};
    std::optional<qint64> maxCharacters = {};
    std::optional<qint64> minWords = {};
    std::optional<qint64> maxWords = {};
    friend bool operator==(const LengthCheck &, const LengthCheck &) = default;
};
/// Neither the text nor the arguments of a call end in a loop.
struct RepetitionCheck
{
    LoopLimits limits = {};
    friend bool operator==(const RepetitionCheck &, const RepetitionCheck &) = default;
};
/// The provider and the model have not refused; see isRefusal().
struct RefusalCheck
{
    QStringList patterns = {}; ///< regular expressions (PCRE) that mark a refusal, too, anywhere in a short text
    friend bool operator==(const RefusalCheck &, const RefusalCheck &) = default;
};
/// A regular expression (PCRE, searched anywhere; "(?i)" and its like in front) matches the text, or does not.
struct PatternCheck
{
    QString pattern = {};
    bool mustMatch = true;
    friend bool operator==(const PatternCheck &, const PatternCheck &) = default;
};

using AcceptanceCheck = std::variant<JsonCheck, JsonSchemaCheck, ToolArgumentsCheck, NonEmptyCheck, LanguageCheck,
                                     LengthCheck, RepetitionCheck, RefusalCheck, PatternCheck>;
[[nodiscard]] QByteArray toWireName(const AcceptanceCheck &check); ///< "json", "json_schema", …

/// Reads a list of checks. A check or member that is not known is refused, not kept: an answer would pass that should
/// not. What makes no sense is left to problems(). Errors: InvalidInput with path and expectation
/// ("steps[0].accept[1].max_words: expected …"). @param path of the list
[[nodiscard]] Result<QList<AcceptanceCheck>> parseChecks(const Json &list, const QString &path);
/// Leaves out what is at its default; parseChecks() gives the same checks back.
[[nodiscard]] Json toJson(const QList<AcceptanceCheck> &checks);

/// One thing that keeps a check from ever being decided, at a path such as "steps[0].accept[1].pattern".
struct CheckProblem
{
    QString path = {};
    QString message = {};
    friend bool operator==(const CheckProblem &, const CheckProblem &) = default;
};
/// Schemas and expressions that cannot be checked, languages that nobody tells apart, limits that exclude each other.
[[nodiscard]] QList<CheckProblem> problems(const QList<AcceptanceCheck> &checks, const QString &path);

inline constexpr int MostCheckSteps = 1'000'000; ///< of one search for a user's expression

} // namespace sb::routing
