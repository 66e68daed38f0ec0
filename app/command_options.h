#pragma once

#include "app/command_line.h"

class QCommandLineParser;

namespace sb::app {

using Action = decltype(CommandLine::action);

/// `--keys-from-env` with a value, since QCommandLineParser knows no option whose value may be left out.
inline constexpr QLatin1StringView NamedKeys{"keys-from-env-of"};

// Of each command its options, and what they say; a UsageError where that cannot be.
// command_asking.cpp: those that ask a provider
void describeAsk(QCommandLineParser &parser);
void describeEmbed(QCommandLineParser &parser);
void describeCount(QCommandLineParser &parser);
[[nodiscard]] Action askAction(const QCommandLineParser &parser);
[[nodiscard]] Action embedAction(const QCommandLineParser &parser);
[[nodiscard]] Action countAction(const QCommandLineParser &parser);
// command_deciding.cpp: those about decisions, which send nothing
void describeRehearse(QCommandLineParser &parser);
void describeExplain(QCommandLineParser &parser);
void describeReplay(QCommandLineParser &parser);
void describeImport(QCommandLineParser &parser);
void describeExport(QCommandLineParser &parser);
[[nodiscard]] Action rehearseAction(const QCommandLineParser &parser);
[[nodiscard]] Action explainAction(const QCommandLineParser &parser);
[[nodiscard]] Action replayAction(const QCommandLineParser &parser);
[[nodiscard]] Action importAction(const QCommandLineParser &parser);
[[nodiscard]] Action exportAction(const QCommandLineParser &parser);

} // namespace sb::app
