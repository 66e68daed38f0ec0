#include "ui/chains/field_makers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using routing::EndpointFilter;
using routing::MaxPrice;
using routing::Percentiles;
using routing::Preferences;
using routing::Sort;
using routing::Step;

struct PreferenceFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepFields)
};

EndpointFilter &filterOf(Step &step)
{
    if (!step.filter)
        step.filter = EndpointFilter{};
    return *step.filter;
}

template <typename T>
MemberOf<T> inFilter(T EndpointFilter::*member)
{
    return [member](Step &step) -> T & { return filterOf(step).*member; };
}

template <typename T>
MemberOf<T> inPreferences(T Preferences::*member)
{
    return [member](Step &step) -> T & { return step.preferences.*member; };
}

/// On and off are whether there is a filter at all.
StepField filterField()
{
    return {.path = u"filter"_s,
            .title = PreferenceFieldsText::tr("Only those that fit:"),
            .explanation = PreferenceFieldsText::tr(
                "Leaves out what cannot do what is checked below. Where no model is named, all that fit are asked."),
            .kind = StepField::Kind::Flag,
            .read = [](const Step &step) { return step.filter ? u"1"_s : QString(); },
            .write =
                [](Step &step, const QString &text) {
                    if (text.isEmpty())
                        step.filter.reset();
                    else
                        filterOf(step);
                    return true;
                }};
}

StepField abilityField(const char *key, const QString &title, bool EndpointFilter::*member, const QString &explanation)
{
    return flagField({.path = u"filter."_s + QString::fromLatin1(key), .title = title, .explanation = explanation},
                     inFilter(member));
}

StepField sortField()
{
    StepField field{.path = u"provider.sort"_s,
                    .title = PreferenceFieldsText::tr("First comes"),
                    .explanation = PreferenceFieldsText::tr(
                        "By what the endpoints of this step are put into an order. As usual: named endpoints as they "
                        "are listed, others by cost, waiting and risk together."),
                    .kind = StepField::Kind::Choice};
    const QList<std::pair<Sort, QString>> sorts{{Sort::Balanced, PreferenceFieldsText::tr("the best all round")},
                                                {Sort::Listed, PreferenceFieldsText::tr("as listed")},
                                                {Sort::Price, PreferenceFieldsText::tr("the cheapest")},
                                                {Sort::Throughput, PreferenceFieldsText::tr("the fastest writer")},
                                                {Sort::Latency, PreferenceFieldsText::tr("the first to answer")},
                                                {Sort::Quality, PreferenceFieldsText::tr("the most reliable")}};
    field.choices = {{{}, PreferenceFieldsText::tr("usual")}};
    for (const auto &[sort, shown] : sorts)
        field.choices.append({QString::fromLatin1(toWireName(sort)), shown});
    field.read = [](const Step &step) {
        return step.preferences.sort ? QString::fromLatin1(toWireName(*step.preferences.sort)) : QString();
    };
    field.write = [sorts](Step &step, const QString &text) {
        step.preferences.sort.reset();
        for (const auto &[sort, shown] : sorts) {
            if (text == QString::fromLatin1(toWireName(sort)))
                step.preferences.sort = sort;
        }
        return true;
    };
    return field;
}

StepField maxPriceField(const char *key, const QString &title, std::optional<PicoDollars> MaxPrice::*member,
                        bool perMillion, const QString &explanation)
{
    return priceField(
        {.path = u"provider.max_price."_s + QString::fromLatin1(key),
         .title = title,
         .explanation = explanation,
         .usual = PreferenceFieldsText::tr("no limit")},
        [member](Step &step) -> auto & { return step.preferences.maxPrice.*member; }, perMillion);
}

FieldStrip percentileStrip(const char *key, const QString &title, Percentiles Preferences::*percentiles,
                           const QString &explanation)
{
    struct At
    {
        const char *key = "";
        std::optional<double> Percentiles::*member = nullptr;
    };
    FieldStrip strip{.title = title};
    for (const At &at : {At{"p50", &Percentiles::p50}, At{"p75", &Percentiles::p75}, At{"p90", &Percentiles::p90},
                         At{"p99", &Percentiles::p99}}) {
        const QString name = QString::fromLatin1(at.key);
        strip.fields.append(decimalField(
            {.path = u"provider.%1.%2"_s.arg(QString::fromLatin1(key), name),
             .title = name,
             .explanation = explanation,
             .usual = PreferenceFieldsText::tr("–")},
            [percentiles, member = at.member](Step &step) -> auto & { return step.preferences.*percentiles.*member; }));
    }
    return strip;
}

QList<StepField> dataFields()
{
    return {
        decisionField({.path = u"provider.data_collection"_s,
                       .title = PreferenceFieldsText::tr("Training"),
                       .explanation = PreferenceFieldsText::tr(
                           "Whether prompts may be used for training. Never: only who says that they are not."),
                       .usual = PreferenceFieldsText::tr("allowed")},
                      inPreferences(&Preferences::denyTraining), PreferenceFieldsText::tr("never"),
                      PreferenceFieldsText::tr("allowed")),
        decisionField({.path = u"provider.zdr"_s,
                       .title = PreferenceFieldsText::tr("Keeping"),
                       .explanation = PreferenceFieldsText::tr(
                           "Whether prompts may be kept. Never: only who says that nothing is."),
                       .usual = PreferenceFieldsText::tr("allowed")},
                      inPreferences(&Preferences::zeroRetention), PreferenceFieldsText::tr("never"),
                      PreferenceFieldsText::tr("allowed")),
        namesField({.path = u"provider.regions"_s,
                    .title = PreferenceFieldsText::tr("Regions"),
                    .explanation = PreferenceFieldsText::tr(
                        "Where prompts may be processed, such as eu. This machine is within all of them."),
                    .usual = PreferenceFieldsText::tr("anywhere")},
                   inPreferences(&Preferences::regions)),
        namesField({.path = u"provider.quantizations"_s,
                    .title = PreferenceFieldsText::tr("Quantization"),
                    .explanation = PreferenceFieldsText::tr(
                        "Only weights of these widths, such as fp8 or bf16; unknown is one of them."),
                    .usual = PreferenceFieldsText::tr("any")},
                   inPreferences(&Preferences::quantizations)),
    };
}

} // namespace

QList<StepField> filterFlags()
{
    return {
        filterField(),
        // In two columns: those with long names are below each other.
        abilityField("json_schema", PreferenceFieldsText::tr("JSON schema"), &EndpointFilter::jsonSchema,
                     PreferenceFieldsText::tr("Answers by a JSON schema.")),
        abilityField("tools", PreferenceFieldsText::tr("Tools"), &EndpointFilter::tools,
                     PreferenceFieldsText::tr("Calls tools.")),
        abilityField("reasoning", PreferenceFieldsText::tr("Reasoning"), &EndpointFilter::reasoning,
                     PreferenceFieldsText::tr("Thinks before it answers.")),
        abilityField("images", PreferenceFieldsText::tr("Images"), &EndpointFilter::images,
                     PreferenceFieldsText::tr("Takes images.")),
        abilityField("open_weights", PreferenceFieldsText::tr("Open weights"), &EndpointFilter::openWeights,
                     PreferenceFieldsText::tr("The weights of the model are published.")),
        abilityField("files", PreferenceFieldsText::tr("Files"), &EndpointFilter::files,
                     PreferenceFieldsText::tr("Takes files.")),
        abilityField("audio", PreferenceFieldsText::tr("Audio"), &EndpointFilter::audio,
                     PreferenceFieldsText::tr("Takes sound.")),
        abilityField("local", PreferenceFieldsText::tr("Local"), &EndpointFilter::local,
                     PreferenceFieldsText::tr("On this machine or in its network.")),
        abilityField("free", PreferenceFieldsText::tr("Free"), &EndpointFilter::free,
                     PreferenceFieldsText::tr("Known to cost nothing.")),
    };
}

QList<StepField> endpointFields()
{
    QList<StepField> fields{
        namesField({.path = u"models"_s,
                    .title = PreferenceFieldsText::tr("Further models"),
                    .explanation = PreferenceFieldsText::tr(
                        "Asked after the model above, in this order; commas between. Down opens the list."),
                    .usual = PreferenceFieldsText::tr("none")},
                   [](Step &step) -> auto & { return step.models; }),
        wholeField({.path = u"filter.context_tokens"_s,
                    .title = PreferenceFieldsText::tr("Context, tokens"),
                    .explanation =
                        PreferenceFieldsText::tr("Its window is at least this large. One that is not known is not."),
                    .usual = PreferenceFieldsText::tr("any")},
                   inFilter(&EndpointFilter::contextTokens)),
        wholeField({.path = u"filter.output_tokens"_s,
                    .title = PreferenceFieldsText::tr("Output, tokens"),
                    .explanation = PreferenceFieldsText::tr("Its answers may be at least this long."),
                    .usual = PreferenceFieldsText::tr("any")},
                   inFilter(&EndpointFilter::outputTokens)),
        namesField({.path = u"filter.models"_s,
                    .title = PreferenceFieldsText::tr("Model names"),
                    .explanation = PreferenceFieldsText::tr(
                        "Patterns of models, * for any text: anthropic/*. Commas between several."),
                    .usual = PreferenceFieldsText::tr("any, such as anthropic/*")},
                   inFilter(&EndpointFilter::models)),
        namesField(
            {.path = u"provider.only"_s,
             .title = PreferenceFieldsText::tr("Only these providers"),
             .explanation = PreferenceFieldsText::tr("Nobody else is asked. Commas between; Down opens the list."),
             .usual = PreferenceFieldsText::tr("all")},
            inPreferences(&Preferences::only)),
        namesField({.path = u"provider.ignore"_s,
                    .title = PreferenceFieldsText::tr("Never these providers"),
                    .explanation = PreferenceFieldsText::tr("They are left out. Commas between; Down opens the list."),
                    .usual = PreferenceFieldsText::tr("none")},
                   inPreferences(&Preferences::ignore)),
        decisionField({.path = u"provider.require_parameters"_s,
                       .title = PreferenceFieldsText::tr("Parameters"),
                       .explanation = PreferenceFieldsText::tr(
                           "Whether an endpoint must offer the form of answer that is asked for, or other words may be "
                           "found for it."),
                       .usual = PreferenceFieldsText::tr("preferred")},
                      inPreferences(&Preferences::requireParameters), PreferenceFieldsText::tr("required"),
                      PreferenceFieldsText::tr("preferred")),
    };
    return fields + dataFields();
}

QList<StepField> orderFields()
{
    return {
        sortField(),
        decisionField({.path = u"provider.sort.partition"_s,
                       .title = PreferenceFieldsText::tr("Models"),
                       .explanation = PreferenceFieldsText::tr(
                           "Whether all endpoints of the first model come before those of the next one, or all models "
                           "are put into one order."),
                       .usual = PreferenceFieldsText::tr("in turn")},
                      inPreferences(&Preferences::acrossModels), PreferenceFieldsText::tr("all together"),
                      PreferenceFieldsText::tr("one after the other")),
        namesField({.path = u"provider.order"_s,
                    .title = PreferenceFieldsText::tr("Providers in this order"),
                    .explanation = PreferenceFieldsText::tr(
                        "They are tried first, in this order. Commas between; Down opens the list."),
                    .usual = PreferenceFieldsText::tr("none is preferred")},
                   inPreferences(&Preferences::order)),
        decisionField({.path = u"provider.allow_fallbacks"_s,
                       .title = PreferenceFieldsText::tr("Others then"),
                       .explanation = PreferenceFieldsText::tr(
                           "Whether other endpoints of this step are tried when the first fails. Never: only the "
                           "first, or those of the order."),
                       .usual = PreferenceFieldsText::tr("tried")},
                      inPreferences(&Preferences::allowFallbacks), PreferenceFieldsText::tr("tried"),
                      PreferenceFieldsText::tr("never")),
        maxPriceField("prompt", PreferenceFieldsText::tr("Input, $/M"), &MaxPrice::prompt, true,
                      PreferenceFieldsText::tr("The highest list price of a million input tokens.")),
        maxPriceField("completion", PreferenceFieldsText::tr("Output, $/M"), &MaxPrice::completion, true,
                      PreferenceFieldsText::tr("The highest list price of a million output tokens.")),
        maxPriceField("request", PreferenceFieldsText::tr("Request, $"), &MaxPrice::request, false,
                      PreferenceFieldsText::tr("The highest list price of one request, where there is one.")),
        maxPriceField("image", PreferenceFieldsText::tr("Image, $"), &MaxPrice::image, false,
                      PreferenceFieldsText::tr("The highest list price of one image, where there is one.")),
    };
}

QList<FieldStrip> percentileStrips()
{
    return {
        percentileStrip("preferred_min_throughput", PreferenceFieldsText::tr("Tokens a second, at least"),
                        &Preferences::minThroughput,
                        PreferenceFieldsText::tr("Whoever was measured to be slower is tried after the others. p90: "
                                                 "what nine of ten answers reach or stay below.")),
        percentileStrip("preferred_max_latency", PreferenceFieldsText::tr("First token after seconds, at most"),
                        &Preferences::maxLatency,
                        PreferenceFieldsText::tr("Whoever was measured to begin later is tried after the others. p90: "
                                                 "nine of ten answers begin by then.")),
    };
}

} // namespace sb::ui
