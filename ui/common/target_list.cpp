#include "ui/common/target_list.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct TargetListText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::TargetList)
};

// Prices may have steps by the length of the prompt: a price for a million is that of short ones, a thousand times
// over.
constexpr qint64 QuotedTokens = 1'000;
constexpr qint64 QuotesInAMillion = 1'000;

struct Ability
{
    bool catalog::Capabilities::*member = nullptr;
    const char *name = nullptr;
    QLatin1StringView words = {}; ///< what people call it, too
};

constexpr std::array abilities{
    Ability{&catalog::Capabilities::tools, QT_TRANSLATE_NOOP("sb::ui::TargetList", "tools"), "functions"_L1},
    Ability{&catalog::Capabilities::images, QT_TRANSLATE_NOOP("sb::ui::TargetList", "images"), "vision pictures"_L1},
    Ability{&catalog::Capabilities::files, QT_TRANSLATE_NOOP("sb::ui::TargetList", "files"), "pdf documents"_L1},
    Ability{&catalog::Capabilities::audio, QT_TRANSLATE_NOOP("sb::ui::TargetList", "audio"), "sound speech"_L1},
    Ability{&catalog::Capabilities::reasoning, QT_TRANSLATE_NOOP("sb::ui::TargetList", "reasoning"), "thinking"_L1},
    Ability{&catalog::Capabilities::jsonSchema, QT_TRANSLATE_NOOP("sb::ui::TargetList", "JSON schema"),
            "structured"_L1},
};

/// What a list says about a model's endpoints.
struct Offers
{
    QStringList providers;
    catalog::Capabilities able; ///< any of them
    bool free = false;
    bool practice = false;
    std::optional<NanoDollars> out; ///< the least
    NanoDollars in; ///< of the same endpoint
};

void addPrice(Offers &offers, const catalog::Endpoint &endpoint)
{
    offers.free = offers.free || endpoint.free;
    if (!endpoint.price)
        return;
    const auto in = catalog::expectedCost(*endpoint.price, QuotedTokens, 0);
    const auto out = catalog::expectedCost(*endpoint.price, 0, QuotedTokens);
    if (!in || !out || (offers.out && offers.out->value <= out->value * QuotesInAMillion))
        return;
    offers.in = {in->value * QuotesInAMillion};
    offers.out = NanoDollars{out->value * QuotesInAMillion};
}

Offers offersOf(const profile::Workspace &workspace, const QList<const catalog::Endpoint *> &endpoints)
{
    Offers offers;
    for (const catalog::Endpoint *endpoint : endpoints) {
        const catalog::Provider *provider = workspace.catalog().provider(endpoint->providerId);
        const QString name = provider ? provider->name : endpoint->providerId;
        if (!offers.providers.contains(name))
            offers.providers.append(name);
        offers.practice = offers.practice || (provider && provider->practice);
        for (const Ability &ability : abilities)
            offers.able.*ability.member = offers.able.*ability.member || endpoint->capabilities.*ability.member;
        addPrice(offers, *endpoint);
    }
    return offers;
}

QString priceOf(const Offers &offers)
{
    if (offers.free)
        return TargetListText::tr("free");
    if (!offers.out)
        return TargetListText::tr("unpriced");
    //: Price of a million input tokens / of a million output tokens.
    return TargetListText::tr("%1 / %2").arg(formatLimit(offers.in), formatLimit(*offers.out));
}

TargetChoice choiceOf(const QString &model, const Offers &offers)
{
    constexpr qsizetype NamesShown = 3;
    QStringList facts;
    QStringList words;
    for (const Ability &ability : abilities) {
        if (!(offers.able.*ability.member))
            continue;
        facts.append(QCoreApplication::translate("sb::ui::TargetList", ability.name));
        words.append(QString::fromLatin1(ability.name));
        words.append(ability.words);
    }
    QString names = offers.providers.first(qMin(NamesShown, offers.providers.size())).join(u", "_s);
    if (offers.providers.size() > NamesShown)
        names += u" +%1"_s.arg(offers.providers.size() - NamesShown);
    return {.target = model,
            .text = model,
            .detail = facts.isEmpty() ? names : u"%1 · %2"_s.arg(names, facts.join(u", "_s)),
            .price = priceOf(offers),
            .words = (offers.providers + words).join(u' ')};
}

QList<TargetChoice> chainChoices(const profile::Workspace &workspace)
{
    QList<TargetChoice> choices;
    for (const routing::Chain &chain : workspace.chains()) {
        QStringList models;
        for (const routing::Step &step : chain.steps)
            models.append(step.model);
        const QString target = routing::chainTarget(chain.name);
        choices.append({.target = target,
                        .group = TargetListText::tr("Chains"),
                        .text = targetTitle(target),
                        .detail = TargetListText::tr("%n step(s)", nullptr, int(chain.steps.size())),
                        .words = models.join(u' ')});
    }
    return choices;
}

/// What was asked lately comes first; the rest stays as it is.
void putRecentFirst(QList<TargetChoice> &choices, const QStringList &recent)
{
    const auto place = [&recent](const TargetChoice &choice) {
        const qsizetype at = recent.indexOf(choice.target);
        return at < 0 ? recent.size() : at;
    };
    std::stable_sort(choices.begin(), choices.end(),
                     [&](const TargetChoice &a, const TargetChoice &b) { return place(a) < place(b); });
}

QList<TargetChoice> captioned(QList<TargetChoice> choices, const QStringList &recent)
{
    for (TargetChoice &choice : choices) {
        if (recent.contains(choice.target) && choice.group == TargetListText::tr("Models"))
            choice.group = TargetListText::tr("Asked lately");
    }
    return choices;
}

/// @param all also what nobody can be asked for at present
QList<TargetChoice> modelsOf(const profile::Workspace &workspace, bool all)
{
    QList<TargetChoice> models;
    QList<TargetChoice> practice;
    QList<TargetChoice> others;
    for (const QString &id : workspace.catalog().modelIds()) {
        const QList<const catalog::Endpoint *> endpoints = workspace.catalog().endpointsFor(id);
        QList<const catalog::Endpoint *> usable = endpoints;
        usable.removeIf(
            [&](const catalog::Endpoint *each) { return !workspace.usableProviders().contains(each->providerId); });
        if (usable.isEmpty() && !all)
            continue;
        const Offers offers = offersOf(workspace, usable.isEmpty() ? endpoints : usable);
        TargetChoice choice = choiceOf(id, offers);
        choice.group = usable.isEmpty() ? TargetListText::tr("Not to be reached yet: a key is missing, or the server")
            : offers.practice           ? TargetListText::tr("Practice")
                                        : TargetListText::tr("Models");
        (usable.isEmpty() ? others : offers.practice ? practice : models).append(choice);
    }
    const QStringList recent = workspace.recentTargets();
    for (QList<TargetChoice> *part : {&models, &practice})
        putRecentFirst(*part, recent);
    return captioned(models, recent) + practice + others;
}

} // namespace

QString targetTitle(const QString &target)
{
    const auto chain = routing::chainNameOf(target);
    return chain ? TargetListText::tr("Chain %1").arg(*chain) : target;
}

QList<TargetChoice> targetChoices(const profile::Workspace &workspace)
{
    QList<TargetChoice> chains = chainChoices(workspace);
    putRecentFirst(chains, workspace.recentTargets());
    return chains + modelsOf(workspace, false);
}

QList<TargetChoice> modelChoices(const profile::Workspace &workspace)
{
    return modelsOf(workspace, true);
}

QList<TargetChoice> matching(const QList<TargetChoice> &choices, const QString &query)
{
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    QList<TargetChoice> found;
    for (const TargetChoice &choice : choices) {
        const QString text = u"%1 %2 %3 %4"_s.arg(choice.target, choice.text, choice.detail, choice.words);
        if (std::all_of(words.cbegin(), words.cend(),
                        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            found.append(choice);
    }
    return found;
}

} // namespace sb::ui
