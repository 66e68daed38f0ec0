#pragma once

#include "tests/conformance/verdict.h"

namespace sb::testing {

// What must pass: of all exchanges, and of those of each API of which there are enough for a share to say something.
// What is not spoken has not passed.
inline constexpr qint64 OverallPercent = 98;
inline constexpr qint64 ApiPercent = 96;
inline constexpr qint64 EnoughExchanges = 10;

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
    /// Why this is not good enough, one line each: all or an API below its target, lines that cannot be
    /// read.
    [[nodiscard]] QStringList shortcomings() const;

private:
    struct Count
    {
        qint64 passed = 0;
        qint64 total = 0;
    };
    [[nodiscard]] Count countOf(QByteArrayView api) const; ///< of what was run; an empty name: all
    [[nodiscard]] QStringList apis(bool spoken) const; ///< sorted
    /// Says so when fewer than this share of an API passed, of what was run and what was not; an empty name: all.
    [[nodiscard]] QStringList missedTarget(QByteArrayView api, qint64 percent) const;

    QList<Verdict> m_verdicts;
    QStringList m_errors;
};

/// Where we differ from a constructed exchange on purpose; see README.md.
[[nodiscard]] bool differsOnPurpose(QByteArrayView id);

} // namespace sb::testing
