#include "ui/models/model_texts.h"

#include "ui/common/format.h"
#include "ui/models/refresh_words.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct ModelText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::ModelTexts)
};

constexpr int MostDecimals = 3;
constexpr qint64 Cent = 10'000'000; // nano-dollars
constexpr QChar FigureSpace(0x2007);
constexpr Abilities NotAboutTheModel = bit(Ability::NoTraining) | bit(Ability::NoRetention) | bit(Ability::Usable);

QString recentAmount(const Offer &offer, const usage::WhatIf &recent)
{
    if (recent.served == 0)
        return noValue();
    if (offer.endpoint.free)
        return ModelText::tr("free");
    return recent.cost ? formatMoney(*recent.cost, 2) : ModelText::tr("unpriced");
}

/// "1,204 fresh input, 310 from the cache, 88 output"
QString tokenSentence(const chat::TokenClasses &tokens)
{
    QStringList parts{ModelText::tr("%1 fresh input").arg(formatCount(tokens.freshInput))};
    if (tokens.cacheRead > 0)
        parts.append(ModelText::tr("%1 read from a cache").arg(formatCount(tokens.cacheRead)));
    if (tokens.cacheWrite5m + tokens.cacheWrite1h > 0)
        parts.append(
            ModelText::tr("%1 written to a cache").arg(formatCount(tokens.cacheWrite5m + tokens.cacheWrite1h)));
    parts.append(ModelText::tr("%1 output").arg(formatCount(tokens.visibleOutput)));
    if (tokens.reasoning > 0)
        parts.append(ModelText::tr("%1 reasoning").arg(formatCount(tokens.reasoning)));
    return parts.join(u", "_s);
}

} // namespace

QList<AbilityWords> abilityWords()
{
    return {
        {Ability::Tools, ModelText::tr("Tools"), u"tools"_s},
        {Ability::ImagesIn, ModelText::tr("Images"), u"vision"_s},
        {Ability::JsonSchema, ModelText::tr("JSON schema"), u"json"_s},
        {Ability::Reasoning, ModelText::tr("Reasoning"), u"reasoning"_s},
        {Ability::FilesIn, ModelText::tr("Files"), {}},
        {Ability::AudioIn, ModelText::tr("Audio"), {}},
        {Ability::VideoIn, ModelText::tr("Video"), {}},
        {Ability::ImagesOut, ModelText::tr("Makes images"), {}},
        {Ability::AudioOut, ModelText::tr("Speaks"), {}},
        {Ability::OpenWeights, ModelText::tr("Open weights"), {}},
        {Ability::NoTraining, ModelText::tr("No training"), {}},
        {Ability::NoRetention, ModelText::tr("No retention"), {}},
        {Ability::Usable, ModelText::tr("Can be asked now"), {}},
    };
}

QStringList abilityIcons(Abilities abilities)
{
    QStringList icons;
    for (const AbilityWords &words : abilityWords()) {
        if (!words.iconName.isEmpty())
            icons.append((abilities & bit(words.ability)) != 0 ? words.iconName : QString());
    }
    return icons;
}

QString abilitiesText(Abilities abilities)
{
    QStringList names;
    for (const AbilityWords &words : abilityWords()) {
        if ((abilities & bit(words.ability) & ~NotAboutTheModel) != 0)
            names.append(words.name);
    }
    return names.isEmpty() ? ModelText::tr("Text only") : names.join(u", "_s);
}

QString perMillionText(const Offer &offer, const std::optional<NanoDollars> &amount)
{
    if (offer.endpoint.free)
        return ModelText::tr("free");
    if (!amount)
        return ModelText::tr("unpriced");
    int decimals = 2;
    for (qint64 unit = Cent; decimals < MostDecimals && amount->value % unit != 0; unit /= 10)
        ++decimals;
    return formatMoney(*amount, decimals) + QString(MostDecimals - decimals, FigureSpace);
}

QString tokensText(const std::optional<qint64> &tokens)
{
    if (!tokens)
        return noValue();
    return *tokens >= 10'000 && *tokens < 1'000'000 ? QLocale().toString(*tokens / 1000) + u" K"_s
                                                    : formatCount(*tokens);
}

QString speedText(const OfferFigures &figures)
{
    return figures.tokensPerSecond ? QLocale().toString(*figures.tokensPerSecond, 'f', 0) : noValue();
}

QString errorsText(const OfferFigures &figures)
{
    return figures.errorShare ? formatPercent(*figures.errorShare, 1) : noValue();
}

QString dateText(QDate date)
{
    //: A date of which the day matters, such as 4 Mar 2026.
    return date.isValid() ? QLocale().toString(date, ModelText::tr("d MMM yyyy", "a date")) : noValue();
}

std::optional<qint64> priceAge(const Offer &offer, QDate today)
{
    return offer.endpoint.price ? catalog::ageInDays(*offer.endpoint.price, today) : std::nullopt;
}

QString sourceText(const catalog::Endpoint &endpoint)
{
    if (!endpoint.price)
        return {};
    if (endpoint.priceOrigin == catalog::PriceOrigin::Override)
        return ModelText::tr("your own price");
    if (endpoint.priceOrigin == catalog::PriceOrigin::OwnFile)
        return ModelText::tr("your own file");
    QString host = QUrl(endpoint.price->source).host();
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    return host.isEmpty() ? endpoint.price->source : host;
}

QString originSentence(const catalog::Endpoint &endpoint, QDate today)
{
    if (!endpoint.price)
        return endpoint.free ? ModelText::tr("Costs nothing: it runs on this machine or network.")
                             : ModelText::tr("Unpriced: nobody has said what this costs. Set your own price to have it "
                                             "counted.");
    const catalog::Price &price = *endpoint.price;
    if (!price.asOf.isValid())
        return ModelText::tr("From %1, without a date").arg(sourceText(endpoint));
    const auto days = int(qMax<qint64>(0, price.asOf.daysTo(today)));
    return days == 0 ? ModelText::tr("As of today, from %1").arg(sourceText(endpoint))
                     : ModelText::tr("As of %1, %n day(s) ago, from %2", nullptr, days)
                           .arg(dateText(price.asOf), sourceText(endpoint));
}

QString ownSentence(const catalog::PriceOverride &own)
{
    const QString since = own.note.isEmpty()
        ? ModelText::tr("Your own price since %1.").arg(dateText(own.price.asOf))
        //: %1 a date, %2 the user's own note
        : ModelText::tr("Your own price since %1: %2.").arg(dateText(own.price.asOf), own.note);
    //: %1 is a price, "unpriced" or "free".
    return since + u' ' + ModelText::tr("The list said %1.").arg(costText(own.beneath));
}

QString ageText(std::optional<qint64> days)
{
    if (!days)
        return noValue();
    //: How old a price is, in a narrow column.
    return *days == 0 ? ModelText::tr("today") : ModelText::tr("%1 d", "days").arg(*days);
}

QString recentText(const Offer &offer, const OfferFigures &figures)
{
    return figures.recentIsKnown ? recentAmount(offer, figures.recent) : noValue();
}

QString coverageText(const OfferFigures &figures)
{
    const usage::WhatIf &recent = figures.recent;
    if (!figures.recentIsKnown || recent.served == 0 || recent.served == recent.requests)
        return {};
    //: That part of all requests could have been served; below 100.
    return ModelText::tr("for %1 %").arg(recent.served * 100 / recent.requests);
}

QString recentTip(const Offer &offer, const OfferFigures &figures, const ModelIndex &index)
{
    const usage::WhatIf &recent = figures.recent;
    if (!figures.recentIsKnown)
        return {};
    if (recent.requests == 0)
        return ModelText::tr("No request of the last 30 days was answered: there is nothing to price.");
    const QString provider = index.providerOf(offer).name;
    if (recent.served == 0)
        return ModelText::tr("%1 could have served none of your %n answered request(s) of the last 30 days: they need "
                             "more room, or what it cannot do.",
                             nullptr, int(recent.requests))
            .arg(provider);
    QStringList sentences{
        //: %1 a provider, %2 and %3 numbers of requests
        ModelText::tr("%1 could have served %2 of your %3 answered requests of the last 30 days.")
            .arg(provider, formatCount(recent.served), formatCount(recent.requests)),
        //: %1 lists tokens by class: "1,204 fresh input, 88 output"
        ModelText::tr("Their tokens at its prices: %1.").arg(tokenSentence(recent.tokens)),
        ModelText::tr(
            "Each class is paid by its own price, at the hour and prompt size of the request, in the standard "
            "tier. The model might need more or fewer tokens for the same, and find less in a cache.")};
    if (recent.demandUnknown > 0)
        sentences.append(
            ModelText::tr("Of %n request(s) only the size is on record, not whether they need tools or images.",
                          nullptr, int(recent.demandUnknown)));
    if (!recent.cost && !offer.endpoint.free)
        sentences.append(ModelText::tr("Not all of it has a price."));
    return sentences.join(u'\n');
}

Retirement retirementOf(const catalog::Endpoint &endpoint, QDate today)
{
    if (!endpoint.retires.isValid())
        return Retirement::None;
    if (endpoint.retires <= today)
        return Retirement::Past;
    return today.daysTo(endpoint.retires) <= RetirementWarningDays ? Retirement::Near : Retirement::Far;
}

QString retirementText(const catalog::Endpoint &endpoint, QDate today)
{
    switch (retirementOf(endpoint, today)) {
    case Retirement::None:
        return {};
    case Retirement::Past:
        return ModelText::tr("ended %1").arg(dateText(endpoint.retires));
    case Retirement::Far:
    case Retirement::Near:
        return ModelText::tr("ends %1").arg(dateText(endpoint.retires));
    }
    return {};
}

OfferState stateOf(const Offer &offer, const ModelIndex &index, QDate today)
{
    const catalog::Provider &provider = index.providerOf(offer);
    const Retirement retirement = retirementOf(offer.endpoint, today);
    if (retirement == Retirement::Past)
        return {Signal::Stop, retirementText(offer.endpoint, today)};
    const bool isUsable = (offer.can & bit(Ability::Usable)) != 0;
    const QString key = isUsable ? QString()
        : provider.enabled       ? ModelText::tr("no key")
                                 : ModelText::tr("switched off");
    if (retirement == Retirement::Near) {
        QStringList words{retirementText(offer.endpoint, today)};
        if (!key.isEmpty())
            words.append(key);
        return {Signal::Caution, words.join(u", "_s)};
    }
    return {isUsable ? Signal::Clear : Signal::Off, key};
}

QString modelFacts(const FoundModel &found, const ModelIndex &index, QDate today)
{
    const Offer &lead = index.offers()[size_t(found.lead)];
    const QString provider = index.providerOf(lead).name;
    QStringList facts;
    if (found.matching == 1) {
        facts.append(provider);
    } else {
        facts.append(ModelText::tr("%n endpoint(s)", nullptr, found.matching));
        facts.append(ModelText::tr("least cost %1").arg(provider));
    }
    if (const OfferState state = stateOf(lead, index, today); !state.words.isEmpty())
        facts.append(state.words);
    return facts.join(u", "_s);
}

QString policyText(const catalog::Provider &provider)
{
    if (provider.local)
        return ModelText::tr("stays on this machine or network");
    const catalog::DataPolicy &policy = provider.dataPolicy;
    QStringList facts;
    if (policy.trains)
        facts.append(*policy.trains ? ModelText::tr("trains on prompts") : ModelText::tr("trains nothing"));
    if (policy.retentionDays)
        facts.append(*policy.retentionDays == 0 ? ModelText::tr("keeps nothing")
                                                : ModelText::tr("kept %n day(s)", nullptr, *policy.retentionDays));
    if (!policy.regions.isEmpty())
        facts.append(policy.regions.join(u" / "_s));
    if (policy.varies)
        facts.append(ModelText::tr("differs from model to model, or with the provider behind it"));
    if (!facts.isEmpty())
        return facts.join(u", "_s);
    const catalog::NotFound *missing = catalog::notFound(provider, catalog::ProviderFact::DataPolicy);
    if (!missing)
        return noValue();
    //: %1 a date; what a provider does not say about itself
    return (missing->read == catalog::PagesRead::All ? ModelText::tr("not documented (as of %1)")
                                                     : ModelText::tr("not known (as of %1)"))
        .arg(dateText(missing->asOf));
}

} // namespace sb::ui
