#pragma once

#include "ui/chains/line_painter.h"
#include "ui/chains/live_state.h"
#include "ui/chains/rehearsed_path.h"

namespace sb::ui {

/// What the diagram shows beside the chain itself.
struct LineShown
{
    std::optional<routing::Plan> plan = {}; ///< of the last dry run
    bool rehearsed = false; ///< something is being rehearsed: no live state
    std::optional<RehearsedPath> path = {}; ///< what came of it
    QList<QByteArray> faults = {}; ///< chosen, one a step; empty: none
    QList<StepLive> lives = {}; ///< one a step; empty: not known
    WallTime now = {};
};

/// All texts of the diagram of a chain.
[[nodiscard]] LineTexts lineTexts(const routing::Chain &chain, const LineShown &shown);
/// What is to be drawn of it, at a zoom of 100 % and with nothing selected.
[[nodiscard]] line::Drawn drawnLine(const routing::Chain &chain, const LineShown &shown);
/// "Step 2, openai/gpt-mini, azure, asked first, $0.00012": a station for a screen reader.
[[nodiscard]] QString stationSentence(qsizetype step, const LineTexts::Station &station);

} // namespace sb::ui
