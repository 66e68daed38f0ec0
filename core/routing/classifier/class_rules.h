#pragma once

#include "core/base/json.h"
#include "core/chat/request.h"

#include <QStringList>

#include <optional>

namespace sb::routing {

/// Conditions on a request; all that are given must hold, and at least one is.
struct ClassRule
{
    QStringList words = {}; ///< any of these, as whole words without regard to case, in the last user message
    QString pattern = {}; ///< a regular expression (PCRE2, without regard to case) that is found in it
    std::optional<qint64> minCharacters = {}; ///< UTF-16 units of all text of the request
    std::optional<qint64> maxCharacters = {};
    std::optional<bool> tools = {}; ///< whether it offers any
    std::optional<bool> images = {}; ///< whether it has any
    QString system = {}; ///< stands in the system message, without regard to case
    QString client = {}; ///< exactly this one
    QString tag = {}; ///< one of the request's tags

    friend bool operator==(const ClassRule &, const ClassRule &) = default;
};

/// A class of the user's own, or what the user adds to one of the task classes, then with its wire name.
struct UserClass
{
    QString name = {}; ///< not empty, unique in its list
    QList<ClassRule> rules = {}; ///< any of them
    QStringList examples = {}; ///< last user messages that belong to the class
    std::optional<double> threshold = {}; ///< of the similarity to its examples, in (0, 1]; else DefaultThreshold

    friend bool operator==(const UserClass &, const UserClass &) = default;
};

/// What users teach the classifier. Its JSON form, {"version": 1, "classes": [{"name", "rules": [{"words", "pattern",
/// "min_characters", "max_characters", "tools", "images", "system", "client", "tag"}], "examples", "threshold"}]}.
struct ClassRules
{
    QList<UserClass> classes = {}; ///< of rules of two classes that hold, the first decides

    friend bool operator==(const ClassRules &, const ClassRules &) = default;
};
inline constexpr int ClassRulesFormat = 1;

inline constexpr qsizetype MostUserClasses = 100;
inline constexpr qsizetype MostClassRules = 100; ///< of one class
inline constexpr qsizetype MostExamples = 500; ///< of one class
inline constexpr qsizetype LongestExample = 2'000; ///< UTF-16 units that are kept of one

/// Errors: InvalidInput, with the path of the member: "classes[1].rules[0].pattern: …".
[[nodiscard]] Result<ClassRules> parseClassRules(const Json &json);
[[nodiscard]] Json toJson(const ClassRules &rules);

/// The text that stands for a request as an example: its last user message, at most LongestExample of it.
[[nodiscard]] QString exampleOf(const chat::Request &request);

/// The rules after "this was `className`": the request is an example of that class, made where there is none, and of no
/// other one any longer. Unchanged where the request has no text or the class is full.
[[nodiscard]] ClassRules corrected(ClassRules rules, const chat::Request &request, const QString &className);
/// The rules with another name for a class. Unchanged where there is no such class, or the name is empty or taken.
[[nodiscard]] ClassRules renamed(ClassRules rules, const QString &className, const QString &newName);

} // namespace sb::routing
