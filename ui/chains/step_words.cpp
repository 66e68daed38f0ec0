#include "ui/chains/step_words.h"

#include "core/routing/chain_edits.h"
#include "ui/chains/field_makers.h"
#include "ui/common/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using routing::EndpointFilter;
using routing::Step;

struct StepWordsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepWords)
};

constexpr qint64 Thousand = 1'000;
constexpr qint64 Million = 1'000'000;

QString joined(const QStringList &parts)
{
    return parts.join(u", "_s);
}

QString secondsWord(std::chrono::milliseconds time)
{
    return StepWordsText::tr("%1 s").arg(QLocale().toString(double(time.count()) / 1000));
}

/// What it has to be able to do, and how large it has to be.
QStringList abilitiesOf(const EndpointFilter &filter)
{
    QStringList words;
    const auto add = [&words](bool wanted, const QString &word) {
        if (wanted)
            words.append(word);
    };
    add(filter.tools, StepWordsText::tr("tools"));
    add(filter.jsonSchema, StepWordsText::tr("JSON schema"));
    add(filter.reasoning, StepWordsText::tr("reasoning"));
    add(filter.images, StepWordsText::tr("images"));
    add(filter.files, StepWordsText::tr("files"));
    add(filter.audio, StepWordsText::tr("audio"));
    add(filter.openWeights, StepWordsText::tr("open weights"));
    if (filter.contextTokens)
        words.append(StepWordsText::tr("%1 context").arg(shortCount(*filter.contextTokens)));
    if (filter.outputTokens)
        words.append(StepWordsText::tr("%1 output").arg(shortCount(*filter.outputTokens)));
    return words;
}

QStringList kindsOf(const EndpointFilter &filter)
{
    QStringList words;
    if (filter.local)
        words.append(StepWordsText::tr("local"));
    if (filter.free)
        words.append(StepWordsText::tr("free"));
    return words;
}

QString sortWord(routing::Sort sort)
{
    switch (sort) {
    case routing::Sort::Balanced:
        return StepWordsText::tr("the best all round");
    case routing::Sort::Listed:
        return StepWordsText::tr("as listed");
    case routing::Sort::Price:
        return StepWordsText::tr("the cheapest");
    case routing::Sort::Throughput:
        return StepWordsText::tr("the fastest writer");
    case routing::Sort::Latency:
        return StepWordsText::tr("the first to answer");
    case routing::Sort::Quality:
        return StepWordsText::tr("the most reliable");
    }
    return {};
}

QString priceWord(const routing::MaxPrice &price)
{
    const auto perMillion = [](PicoDollars amount) { return formatLimit(NanoDollars{amount.value * Thousand}); };
    if (price.prompt)
        return StepWordsText::tr("at most %1/M").arg(perMillion(*price.prompt));
    if (price.completion)
        return StepWordsText::tr("output at most %1/M").arg(perMillion(*price.completion));
    return price == routing::MaxPrice{} ? QString() : StepWordsText::tr("price limit");
}

QString endpointsWord(const Step &step)
{
    if (step.endpoints.size() == 1)
        return step.endpoints.constFirst();
    if (!step.endpoints.isEmpty())
        return StepWordsText::tr("%n endpoint(s)", nullptr, int(step.endpoints.size()));
    return step.filter ? StepWordsText::tr("all that fit") : StepWordsText::tr("all endpoints");
}

/// The one thing that a second line has room for: what bounds the step most.
QString distinction(const Step &step)
{
    const Step standard;
    if (step.clocks.firstContent != standard.clocks.firstContent)
        return StepWordsText::tr("first token in %1").arg(secondsWord(step.clocks.firstContent));
    if (step.clocks.firstByte != standard.clocks.firstByte)
        return StepWordsText::tr("headers in %1").arg(secondsWord(step.clocks.firstByte));
    if (step.maxCost)
        return StepWordsText::tr("at most %1").arg(formatLimit(*step.maxCost));
    if (const QString order = orderText(step); !order.isEmpty())
        return order;
    if (!step.accept.isEmpty())
        return StepWordsText::tr("%n check(s)", nullptr, int(step.accept.size()));
    if (step.hedge)
        return StepWordsText::tr("with a second attempt");
    if (step.retries != standard.retries)
        return StepWordsText::tr("%n retry(s)", nullptr, step.retries);
    return {};
}

} // namespace

QString shortCount(qint64 count)
{
    if (count > 0 && count % Million == 0)
        return StepWordsText::tr("%1M").arg(count / Million);
    if (count > 0 && count % Thousand == 0)
        return StepWordsText::tr("%1k").arg(count / Thousand);
    return formatCount(count);
}

QString filterText(const EndpointFilter &filter)
{
    QStringList subject;
    subject.append(filter.models.isEmpty() ? StepWordsText::tr("Any") : joined(filter.models));
    if (const QStringList kinds = kindsOf(filter); !kinds.isEmpty())
        subject.append(joined(kinds));
    const QStringList abilities = abilitiesOf(filter);
    //: A filter of endpoints: "Any local" "tools, 200k context".
    return abilities.isEmpty() ? subject.join(u' ')
                               : StepWordsText::tr("%1 with %2").arg(subject.join(u' '), joined(abilities));
}

QString stepTitle(const Step &step)
{
    const QStringList models = modelsOf(step);
    if (models.size() == 1)
        return models.constFirst();
    if (models.size() > 1)
        //: A step that asks several models; %1 is the first one.
        return StepWordsText::tr("%1 or %n other(s)", nullptr, int(models.size() - 1)).arg(models.constFirst());
    if (!step.endpoints.isEmpty())
        return endpointsWord(step);
    return step.filter ? filterText(*step.filter) : StepWordsText::tr("no model yet");
}

QString stepSummary(const Step &step)
{
    QStringList parts;
    if (!modelsOf(step).isEmpty() || step.endpoints.isEmpty())
        parts.append(endpointsWord(step));
    if (const QString word = distinction(step); !word.isEmpty())
        parts.append(word);
    if (!step.id.isEmpty())
        //: The id of a step, by which others go on to it.
        parts.append(StepWordsText::tr("“%1”").arg(step.id));
    return joined(parts);
}

QString endpointsText(const Step &step)
{
    const routing::Preferences &wishes = step.preferences;
    QStringList parts;
    if (!step.models.isEmpty())
        parts.append(StepWordsText::tr("%n further model(s)", nullptr, int(step.models.size())));
    if (step.filter)
        parts += step.filter->models + kindsOf(*step.filter);
    if (const QStringList abilities = step.filter ? abilitiesOf(*step.filter) : QStringList(); !abilities.isEmpty())
        //: %1 is what an endpoint has to be able to do: "tools, 200k context".
        parts.append(StepWordsText::tr("with %1").arg(joined(abilities)));
    if (!wishes.only.isEmpty())
        parts.append(StepWordsText::tr("only %1").arg(joined(wishes.only)));
    if (!wishes.ignore.isEmpty())
        parts.append(StepWordsText::tr("without %1").arg(joined(wishes.ignore)));
    if (wishes.requireParameters)
        parts.append(*wishes.requireParameters ? StepWordsText::tr("all parameters")
                                               : StepWordsText::tr("parameters preferred"));
    if (wishes.denyTraining)
        parts.append(*wishes.denyTraining ? StepWordsText::tr("no training") : StepWordsText::tr("training allowed"));
    if (wishes.zeroRetention)
        parts.append(*wishes.zeroRetention ? StepWordsText::tr("nothing kept") : StepWordsText::tr("keeping allowed"));
    parts += wishes.regions + wishes.quantizations;
    if (parts.isEmpty() && step.filter)
        return StepWordsText::tr("any that fit");
    return joined(parts);
}

QString orderText(const Step &step)
{
    const routing::Preferences &wishes = step.preferences;
    QStringList parts;
    if (wishes.sort)
        parts.append(sortWord(*wishes.sort));
    if (wishes.acrossModels)
        parts.append(*wishes.acrossModels ? StepWordsText::tr("all models together")
                                          : StepWordsText::tr("model after model"));
    if (!wishes.order.isEmpty())
        parts.append(StepWordsText::tr("%1 first").arg(joined(wishes.order)));
    if (wishes.allowFallbacks)
        parts.append(*wishes.allowFallbacks ? StepWordsText::tr("others then") : StepWordsText::tr("no others"));
    if (const QString price = priceWord(wishes.maxPrice); !price.isEmpty())
        parts.append(price);
    if (wishes.minThroughput != routing::Percentiles{})
        parts.append(StepWordsText::tr("speed"));
    if (wishes.maxLatency != routing::Percentiles{})
        parts.append(StepWordsText::tr("time to first token"));
    return joined(parts);
}

QString waitingText(const Step &step)
{
    const Step standard;
    QStringList parts;
    const auto add = [&](std::chrono::milliseconds routing::StepClocks::*member, const QString &words) {
        if (step.clocks.*member != standard.clocks.*member)
            parts.append(words.arg(secondsWord(step.clocks.*member)));
    };
    add(&routing::StepClocks::upload, StepWordsText::tr("upload %1"));
    add(&routing::StepClocks::firstByte, StepWordsText::tr("first byte %1"));
    add(&routing::StepClocks::firstContentReasoning, StepWordsText::tr("reasoning %1"));
    add(&routing::StepClocks::coldLoad, StepWordsText::tr("loading %1"));
    add(&routing::StepClocks::total, StepWordsText::tr("total %1"));
    if (step.patience != standard.patience)
        parts.append(StepWordsText::tr("patience %1").arg(secondsWord(step.patience)));
    return joined(parts);
}

QList<NextKind> nextKinds()
{
    using routing::NextSteps;
    return {{&NextSteps::contextFull, StepWordsText::tr("full context"), "next_context"},
            {&NextSteps::contentPolicy, StepWordsText::tr("content policy"), "next_content_policy"},
            {&NextSteps::rateLimit, StepWordsText::tr("limit"), "next_rate_limited"},
            {&NextSteps::budget, StepWordsText::tr("budget"), "next_budget"},
            {&NextSteps::invalidOutput, StepWordsText::tr("failed check"), "next_invalid_output"}};
}

QString nextText(const routing::Chain &chain, qsizetype at)
{
    const Step &step = chain.steps.at(at);
    QStringList parts;
    const auto add = [&](const QString &id, const QString &failure) {
        const qsizetype to = routing::laterStep(chain, at, id);
        if (to >= 0)
            //: A failure and where it leads: "full context to step 3".
            parts.append(StepWordsText::tr("%1 to step %2").arg(failure).arg(to + 1));
        else if (!id.isEmpty())
            parts.append(StepWordsText::tr("%1 to “%2”").arg(failure, id));
    };
    for (const NextKind &kind : nextKinds())
        add(step.next.*kind.member, kind.word);
    return joined(parts);
}

QString hedgeText(const Step &step)
{
    if (!step.hedge)
        return {};
    QStringList parts{StepWordsText::tr("after %1 % of its answers").arg(step.hedge->percentile)};
    if (step.hedge->least != routing::Hedge{}.least)
        parts.append(StepWordsText::tr("not before %1").arg(secondsWord(step.hedge->least)));
    if (step.hedge->maxCost)
        parts.append(StepWordsText::tr("at most %1").arg(formatLimit(*step.hedge->maxCost)));
    return joined(parts);
}

QString checksText(const Step &step)
{
    QStringList titles;
    for (const routing::AcceptanceCheck &check : step.accept)
        titles.append(checkTitle(check));
    return joined(titles);
}

QString requestText(const Step &step)
{
    QStringList parts;
    if (step.maxTokens)
        parts.append(StepWordsText::tr("answer at most %1 tokens").arg(formatCount(*step.maxTokens)));
    for (const auto &[key, value] : step.overrides.members())
        parts.append(QString::fromUtf8(key));
    return joined(parts);
}

QString reachText(const routing::StepReach &reach)
{
    if (reach.endpoints == 0)
        return StepWordsText::tr("fits nothing in the catalog");
    const QString endpoints = StepWordsText::tr("%n endpoint(s)", nullptr, int(reach.endpoints));
    const QString models = StepWordsText::tr("%n model(s)", nullptr, int(reach.models));
    //: "fits 37 endpoints of 12 models, 9 can be used"
    return StepWordsText::tr("fits %1 of %2, %n can be used", nullptr, int(reach.usable)).arg(endpoints, models);
}

} // namespace sb::ui
