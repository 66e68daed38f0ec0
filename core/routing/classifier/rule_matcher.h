#pragma once

#include "core/routing/classifier/class_rules.h"
#include "core/routing/classifier/classification.h"
#include "core/routing/classifier/reading.h"

#include <QRegularExpression>

#include <vector>

namespace sb::routing {

struct RequestOrigin;

// How far words and patterns are searched for, and how hard: an expression that tries too many ways does not match.
inline constexpr qsizetype MostRuleHead = 4'000; ///< characters of the last user message
inline constexpr qsizetype MostRuleTail = 2'000;
inline constexpr int MostMatchSteps = 5'000; ///< of PCRE2 from one place of the text (LIMIT_MATCH)

/// The rules of the user, ready to be asked.
class RuleMatcher
{
public:
    explicit RuleMatcher(const ClassRules &rules);

    /// The class of the first rule that holds; one of its conditions is one piece of evidence.
    [[nodiscard]] std::optional<Classification> match(const chat::Request &request, const Reading &reading,
                                                      const RequestOrigin &origin) const;

private:
    struct Entry
    {
        QString className = {};
        ClassRule rule = {};
        QRegularExpression pattern = {};
    };
    std::vector<Entry> m_entries;
};

} // namespace sb::routing
