#include "core/lab/fault.h"

#include "core/lab/speech.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

constexpr milliseconds BetweenWords{25};
constexpr qsizetype BytesPerToken = 4;

/// A window that is known not to be larger.
bool isNoLarger(const Runner &runner, const Runner &first)
{
    const auto window = runner.endpoint.contextTokens;
    const auto failed = first.endpoint.contextTokens;
    return window && failed && *window <= *failed;
}

bool isSecondProvider(const Runner &runner, const Field &field)
{
    const auto second = std::ranges::find_if(
        field, [&](const Runner &each) { return each.provider.id != field.constFirst().provider.id; });
    return second != field.end() && second->provider.id == runner.provider.id;
}

bool isLocal(const Runner &runner)
{
    return runner.provider.local;
}

/// Says words in the provider's dialect, one a piece.
class Speaker
{
public:
    Speaker(const Scene &scene, const Heard &heard)
        : m_writer(answerWriter(scene.runner.provider.dialect, scene.runner.endpoint.upstreamModel, heard.wantsUsage))
    {
        m_waiting = m_writer->encode(chat::Started{.id = u"rehearsal"_s, .model = scene.runner.endpoint.upstreamModel});
    }

    void say(const QString &word)
    {
        m_pieces.append({.after = m_pieces.isEmpty() ? milliseconds{0} : BetweenWords,
                         .bytes = std::exchange(m_waiting, {}) + m_writer->encode(chat::TextDelta{.text = word})});
    }
    [[nodiscard]] QList<Piece> end(chat::FinishReason reason, const std::optional<chat::Usage> &usage)
    {
        QByteArray closing = std::exchange(m_waiting, {}) + m_writer->encode(chat::Finished{.reason = reason});
        if (usage)
            closing += m_writer->encode(chat::UsageReport{.usage = *usage});
        closing += m_writer->finish();
        m_pieces.append({.after = BetweenWords, .bytes = closing});
        return m_pieces;
    }

private:
    std::unique_ptr<dialects::AnswerEncoder> m_writer;
    QByteArray m_waiting; ///< for the first word
    QList<Piece> m_pieces;
};

} // namespace

QString Fault::name() const
{
    return QCoreApplication::translate("sb::lab", title);
}

Field fieldOf(const routing::Plan &plan, const catalog::Catalog &catalog)
{
    Field field;
    for (const routing::Candidate &candidate : plan.candidates)
        field.append({.step = candidate.step,
                      .endpoint = *catalog.endpoint(candidate.endpointId),
                      .provider = *catalog.provider(candidate.providerId),
                      .bound = candidate.bound});
    return field;
}

bool strikes(Where where, const Runner &runner, const Field &field)
{
    if (field.isEmpty() || where == Where::Nobody)
        return false;
    const Runner &first = field.constFirst();
    const bool isFirst = runner.endpoint.id == first.endpoint.id;
    switch (where) {
    case Where::Nobody:
        break;
    case Where::FirstEndpoint:
        return isFirst;
    case Where::FirstProvider:
        return runner.provider.id == first.provider.id;
    case Where::TwoProviders:
        return runner.provider.id == first.provider.id || isSecondProvider(runner, field);
    case Where::FirstWindow:
        return runner.endpoint.modelId == first.endpoint.modelId || isNoLarger(runner, first);
    case Where::SmallWindows:
        return isFirst || isNoLarger(runner, first);
    case Where::Local: {
        const auto local = std::ranges::find_if(field, isLocal);
        return local != field.end() && runner.endpoint.id == local->endpoint.id;
    }
    case Where::Internet:
        return !isLocal(runner);
    case Where::AllButFirst:
        return !isFirst;
    case Where::Everybody:
        return true;
    }
    return false;
}

QStringList wordsOf(const QString &modelId)
{
    // The name comes first: two models begin with different words, so that no splice fits by chance.
    const QString text =
        u"%1 answers in a rehearsal : this was never sent by anybody and says only that the line is clear from the "_s
        u"first word to the very last one ."_s;
    QStringList words = text.arg(modelId).split(u' ');
    for (qsizetype i = 1; i < words.size(); ++i)
        words[i].prepend(u' ');
    return words;
}

QStringList wordsAfter(const QString &modelId)
{
    const QString text = u" — and here %1 took over and went on to the end ."_s;
    QStringList words = text.arg(modelId).split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words)
        word.prepend(u' ');
    return words;
}

Performance spoken(const Scene &scene, const Saying &saying)
{
    Heard heard = hear(scene.runner.provider.dialect, scene.body);
    heard.wantsUsage = heard.wantsUsage && saying.usage;
    QStringList words =
        heard.goesOn ? wordsAfter(scene.runner.endpoint.modelId) : wordsOf(scene.runner.endpoint.modelId);
    if (saying.words >= 0)
        words.resize(std::min<qsizetype>(words.size(), saying.words));
    const bool isLimited = heard.maxTokens && *heard.maxTokens < words.size();
    if (isLimited)
        words.resize(qsizetype(*heard.maxTokens));
    Speaker speaker(scene, heard);
    for (const QString &word : std::as_const(words))
        speaker.say(word);
    std::optional<chat::Usage> usage;
    if (saying.usage)
        usage = chat::Usage{.prompt = (scene.body.size() + BytesPerToken - 1) / BytesPerToken,
                            .completion = saying.completionTokens.value_or(words.size())};
    Performance sound{.answer = answerHead(scene.runner.provider.dialect)};
    sound.body = speaker.end(isLimited ? chat::FinishReason::Length : saying.finish, usage);
    return sound;
}

bool isAtWork(const Fault &fault, int request)
{
    return request >= fault.requestsSound && request < fault.requestsStruck;
}

namespace {

QList<FaultName> namesOf(const QList<Fault> &faults)
{
    QList<FaultName> names;
    for (const Fault &fault : faults)
        names.append({.id = fault.id.toByteArray(), .title = fault.name()});
    return names;
}

const StepPlay *playAt(const Fault &fault, const Runner &runner)
{
    const auto found = std::ranges::find(fault.steps, runner.step, &StepPlay::step);
    return found == fault.steps.end() ? nullptr : &*found;
}

} // namespace

QList<FaultName> faultNames()
{
    return namesOf(allFaults());
}

QList<FaultName> stepFaultNames()
{
    return namesOf(stepFaults());
}

bool goesWrong(const Fault &fault, const Field &field, const Runner &runner, int nth, int request)
{
    if (const StepPlay *own = playAt(fault, runner))
        return own->everyOther ? nth % 2 == 0 : nth < own->times;
    if (!isAtWork(fault, request) || !strikes(fault.where, runner, field))
        return false;
    return fault.everyOther ? nth % 2 == 0 : nth < fault.times;
}

Performance performanceOf(const Fault &fault, const Field &field, const Scene &scene, int nth, int request)
{
    Performance play = spoken(scene);
    if (goesWrong(fault, field, scene.runner, nth, request)) {
        const StepPlay *own = playAt(fault, scene.runner);
        if (const auto change = own ? own->play : fault.play)
            change(play, scene);
    } else if (fault.playOthers && isAtWork(fault, request) && !strikes(fault.where, scene.runner, field)) {
        fault.playOthers(play, scene);
    }
    return play;
}

} // namespace sb::lab
