#pragma once

#include "tests/conformance/verdict.h"

namespace sb::testing {

/// The APIs that must reach TargetPercent; the others are counted only.
inline constexpr std::array<QByteArrayView, 3> TargetApis{"openai.chat", "anthropic.messages",
                                                          "gemini.generateContent"};
inline constexpr qint64 TargetPercent = 97;

/// What a run says, and whether it is good enough. Pure.
class ConformanceReport
{
public:
    /// @param errors of files, one line each; each counts as a failure
    ConformanceReport(QList<Verdict> verdicts, QStringList errors);

    /// A line per API with passed and total, each failure with its id and the fields that differ, the dialects that are
    /// not spoken yet.
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QString lastLine() const; ///< "679 passed, 6 failed"
    /// Why this is not good enough, one line each: an API below its target, a line that cannot be read.
    [[nodiscard]] QStringList shortcomings() const;

private:
    struct Count
    {
        qint64 passed = 0;
        qint64 total = 0;
    };
    [[nodiscard]] Count countOf(QByteArrayView api) const; ///< of what was run; an empty name: all
    [[nodiscard]] QStringList apis(bool spoken) const; ///< sorted

    QList<Verdict> m_verdicts;
    QStringList m_errors;
};

/// Where we differ from a constructed exchange on purpose; see README.md.
[[nodiscard]] bool differsOnPurpose(QByteArrayView id);

} // namespace sb::testing
