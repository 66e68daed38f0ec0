#pragma once

#include "core/lab/replay_report.h"
#include "ui/common/painting.h"

namespace sb::ui {

/// One line of a replay: what was, what would be, how far that can be trusted.
struct ReplayRow
{
    QString title = {};
    QString about = {}; ///< below the title
    QString recorded = {}; ///< en dash: there is nothing
    QString replayed = {};
    QString replayedAbout = {}; ///< below the number: what it is of
    QString difference = {};
    lab::Grade grade = lab::Grade::Unsupported; ///< of `replayed`
    QList<usage::RecordKey> examples = {}; ///< requests that would go another way
    friend bool operator==(const ReplayRow &, const ReplayRow &) = default;
};

enum class ReplayPartition
{
    Models,
    Endpoints,
    Rules,
};

/// The figures of the whole: where requests would go, what they would cost, how long they would take.
[[nodiscard]] QList<ReplayRow> replayFigures(const lab::ReplayReport &report);
/// The same requests by model, endpoint or rule: how many go there, and what that costs.
[[nodiscard]] QList<ReplayRow> replayParts(const lab::ReplayReport &report, ReplayPartition partition);
/// "Of 14,208 requests 13,900 can be compared; 12,001 of them would be decided as they were."
[[nodiscard]] QString replaySentence(const lab::ReplayReport &report);
/// Why nothing is said about the others, and what the estimates take for granted; a line each.
[[nodiscard]] QStringList replayNotes(const lab::ReplayReport &report);

[[nodiscard]] QString gradeText(lab::Grade grade); ///< "exact"
[[nodiscard]] Signal gradeSignal(lab::Grade grade);

} // namespace sb::ui
