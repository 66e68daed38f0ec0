#pragma once

#include "core/routing/acceptance/acceptance.h"

namespace sb::routing {

/// One answer before its checks. Reads its JSON once, and gathers what was mended. Private to this folder.
class Examination
{
public:
    Examination(const Acceptance::Context &context, const chat::Answer &answer, Mending mending);

    [[nodiscard]] CheckVerdict examine(const Acceptance::Prepared &prepared);
    [[nodiscard]] Judgement result(QList<CheckVerdict> verdicts) const;

private:
    using Kind = CheckVerdict::Kind;
    /// A verdict without the name of its check.
    struct Finding
    {
        Kind kind = Kind::Passed;
        QString detail = {};
    };
    /// A text read as JSON.
    struct ReadJson
    {
        std::optional<Json> value = {}; ///< empty: it is none, and cannot be mended
        std::optional<RepairedJson> repaired = {}; ///< where it had to be
    };

    // In json_checks.cpp.
    Finding find(const JsonCheck &check, const Acceptance::Prepared &prepared);
    Finding find(const JsonSchemaCheck &check, const Acceptance::Prepared &prepared);
    Finding find(const ToolArgumentsCheck &check, const Acceptance::Prepared &prepared);
    Finding findCall(qsizetype call, bool mayRepair);
    Finding findArguments(const Acceptance::ToolRule &rule, const ReadJson &read, bool mayRepair) const;
    [[nodiscard]] static Finding findFit(const Result<CompiledSchema> &schema, const ReadJson &read);
    [[nodiscard]] ReadJson read(const QString &text) const;
    const ReadJson &textAsJson();
    [[nodiscard]] Finding usable(const ReadJson &read, bool mayRepair) const;
    // In text_checks.cpp.
    Finding find(const NonEmptyCheck &check, const Acceptance::Prepared &prepared) const;
    Finding find(const LanguageCheck &check, const Acceptance::Prepared &prepared) const;
    Finding find(const LengthCheck &check, const Acceptance::Prepared &prepared) const;
    Finding find(const RepetitionCheck &check, const Acceptance::Prepared &prepared) const;
    Finding find(const RefusalCheck &check, const Acceptance::Prepared &prepared) const;
    Finding find(const PatternCheck &check, const Acceptance::Prepared &prepared) const;

    [[nodiscard]] bool isCut() const;
    [[nodiscard]] bool hasOnlyCalls() const; ///< a turn of calls, with no text to look at
    [[nodiscard]] static Finding onlyCalls();

    const Acceptance::Context &m_context;
    const chat::Answer &m_answer;
    Mending m_mending;
    std::optional<ReadJson> m_text;
    bool m_usesRepairedText = false;
    QList<RepairedCall> m_calls;
};

} // namespace sb::routing
