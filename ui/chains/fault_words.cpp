#include "ui/chains/fault_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sb::ui {

namespace {

struct FaultWordsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::FaultWords)
};

struct FaultWord
{
    const char *id = nullptr;
    FaultGroup group = FaultGroup::World;
    const char *word = nullptr;
};

constexpr auto FaultWords = std::to_array<FaultWord>({
    {"sound", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "All well")},
    {"refused", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Refused")},
    {"host-not-found", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "No address")},
    {"tls-failed", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Certificate")},
    {"connect-hangs", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Connect hangs")},
    {"upload-hangs", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Upload hangs")},
    {"reset-once", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Reset once")},
    {"reset", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Reset")},
    {"silence", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Silence")},
    {"head-only", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "No content")},
    {"keep-alive-stall", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Pings only")},
    {"cut-before-content", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Cut at once")},
    {"empty-200", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Empty answer")},
    {"web-page", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Web page")},
    {"redirect", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Redirect")},
    {"garbled", FaultGroup::Connection, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Garbled")},
    {"status-500-once", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "500 once")},
    {"status-503-twice", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "503 twice")},
    {"status-529", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "529 overloaded")},
    {"slow-503", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "503 late")},
    {"error-in-200", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Error in 200")},
    {"limit-in-200", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Limit in 200")},
    {"retry-after-short", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "429 for 2 s")},
    {"retry-after-date", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "429 with date")},
    {"retry-after-long", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "429 for 1 h")},
    {"limit-without-time", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "429 open end")},
    {"limited-everywhere", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "429 everywhere")},
    {"bad-key", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Bad key")},
    {"no-credit", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "No credit")},
    {"affords-less", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Little credit")},
    {"forbidden", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Forbidden")},
    {"model-gone", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Model gone")},
    {"context-overflow", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Context full")},
    {"too-large", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Too large")},
    {"unsupported-parameter", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Parameter")},
    {"content-policy", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Prompt refused")},
    {"filtered", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Filtered")},
    {"request-at-fault", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Bad request")},
    {"cut", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Cut")},
    {"polite-cut", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Polite cut")},
    {"stall", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Stall")},
    {"keep-alive-in-answer", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Pings, stall")},
    {"error-in-answer", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Error inside")},
    {"garbled-answer", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Bad chunk")},
    {"filtered-answer", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Filtered late")},
    {"output-limit", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Output limit")},
    {"broken-after-end", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Broken end")},
    {"babble-after-end", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Babble")},
    {"byte-by-byte", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Byte by byte")},
    {"trickle", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Trickle")},
    {"slow-first-content", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Late start")},
    {"usage-missing", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "No usage")},
    {"billed-above-bound", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Overbilled")},
    {"outage", FaultGroup::Refusal, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Outage")},
    {"two-down", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Two down")},
    {"network-down", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Offline")},
    {"all-down", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "All down")},
    {"flapping", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Flapping")},
    {"recovery", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Recovery")},
    {"slow-first", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Slow first")},
    {"hedge-error", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Hedge error")},
    {"cold-load", FaultGroup::Answer, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Cold load")},
    {"budget-half-way", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Budget ends")},
    {"budget-empty", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "No budget")},
    {"caller-leaves", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Caller leaves")},
    {"sleep", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Sleep")},
    {"clock-jump", FaultGroup::World, QT_TRANSLATE_NOOP("sb::ui::FaultWords", "Clock jump")},
});

const FaultWord *wordOf(const QByteArray &id)
{
    const auto found = std::ranges::find_if(FaultWords, [&id](const FaultWord &word) { return id == word.id; });
    return found == FaultWords.end() ? nullptr : &*found;
}

} // namespace

QString faultWord(const QByteArray &id)
{
    const FaultWord *word = wordOf(id);
    return word ? FaultWordsText::tr(word->word) : QString::fromLatin1(id);
}

FaultGroup faultGroup(const QByteArray &id)
{
    const FaultWord *word = wordOf(id);
    return word ? word->group : FaultGroup::World;
}

QString faultGroupTitle(FaultGroup group)
{
    switch (group) {
    case FaultGroup::Connection:
        return FaultWordsText::tr("Before an answer");
    case FaultGroup::Refusal:
        return FaultWordsText::tr("Instead of an answer");
    case FaultGroup::Answer:
        return FaultWordsText::tr("Inside an answer");
    case FaultGroup::World:
        break;
    }
    return FaultWordsText::tr("Around it");
}

} // namespace sb::ui
