#include "ui/chains/field_makers.h"

#include "ui/common/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using routing::Hedge;
using routing::Step;

struct RequestFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepFields)
};

constexpr int LeastPercentile = 50;
constexpr int MostPercentile = 99;
constexpr double HottestTemperature = 2;

Hedge &hedgeOf(Step &step)
{
    if (!step.hedge)
        step.hedge = Hedge{};
    return *step.hedge;
}

StepField hedgeField()
{
    return {.path = u"hedge"_s,
            .title = RequestFieldsText::tr("Ask another one when slow"),
            .explanation = RequestFieldsText::tr("A second attempt beside a slow first one: who answers first is "
                                                 "shown, the other is stopped. Both are on the "
                                                 "bill."),
            .kind = StepField::Kind::Flag,
            .read = [](const Step &step) { return step.hedge ? u"1"_s : QString(); },
            .write =
                [](Step &step, const QString &text) {
                    if (text.isEmpty())
                        step.hedge.reset();
                    else
                        hedgeOf(step);
                    return true;
                }};
}

StepField percentileField()
{
    return {.path = u"hedge.percentile"_s,
            .title = RequestFieldsText::tr("Slower than, %"),
            .expected = RequestFieldsText::tr("%1 to %2").arg(LeastPercentile).arg(MostPercentile),
            .explanation = RequestFieldsText::tr(
                "It is slow when so many of a hundred answers of this endpoint had begun by then."),
            .usual = QString::number(Hedge{}.percentile),
            .read = [](const Step &step) { return step.hedge ? QString::number(step.hedge->percentile) : QString(); },
            .write =
                [](Step &step, const QString &text) {
                    bool ok = text.isEmpty();
                    const int value = ok ? Hedge{}.percentile : text.toInt(&ok);
                    if (!ok || value < LeastPercentile || value > MostPercentile)
                        return false;
                    hedgeOf(step).percentile = value;
                    return true;
                }};
}

StepField leastWaitField()
{
    return {.path = u"hedge.least_ms"_s,
            .title = RequestFieldsText::tr("Not before, s"),
            .expected = RequestFieldsText::tr("seconds"),
            .explanation = RequestFieldsText::tr("However fast its answers usually begin."),
            .usual = secondsText(Hedge{}.least),
            .read = [](const Step &step) { return step.hedge ? secondsText(step.hedge->least) : QString(); },
            .write =
                [](Step &step, const QString &text) {
                    const auto value = text.isEmpty() ? std::optional(Hedge{}.least) : parseSeconds(text);
                    if (!value)
                        return false;
                    hedgeOf(step).least = *value;
                    return true;
                }};
}

/// Null takes the member away, and the last one the overrides themselves.
void setOverride(Step &step, const QByteArray &key, const Json &value)
{
    if (value.isNull())
        step.overrides.remove(key);
    else
        step.overrides.set(key, value);
    if (step.overrides.size() == 0)
        step.overrides = {};
}

StepField temperatureField()
{
    return {.path = u"overrides.temperature"_s,
            .title = RequestFieldsText::tr("Temperature"),
            .expected = RequestFieldsText::tr("0 to 2, or empty"),
            .explanation = RequestFieldsText::tr("Set for this step, whatever the request says."),
            .usual = RequestFieldsText::tr("the request's"),
            .read =
                [](const Step &step) {
                    return numberToType(QString::fromLatin1(step.overrides["temperature"].numberLiteral()));
                },
            .write =
                [](Step &step, const QString &text) {
                    const auto spelled = typedNumber(text);
                    const auto number = parseJson(spelled.value_or(QString()).toUtf8());
                    const double value = number ? number->toDouble().value_or(-1) : -1;
                    const bool right = value >= 0 && value <= HottestTemperature;
                    if (right || text.isEmpty())
                        setOverride(step, "temperature", right ? *number : Json());
                    return right || text.isEmpty();
                }};
}

StepField effortField()
{
    StepField field{.path = u"overrides.reasoning_effort"_s,
                    .title = RequestFieldsText::tr("Reasoning"),
                    .explanation = RequestFieldsText::tr("How much the model thinks in this step."),
                    .kind = StepField::Kind::Choice,
                    .usual = RequestFieldsText::tr("the request's")};
    field.choices = {{{}, field.usual},
                     {u"none"_s, RequestFieldsText::tr("none")},
                     {u"minimal"_s, RequestFieldsText::tr("minimal")},
                     {u"low"_s, RequestFieldsText::tr("low")},
                     {u"medium"_s, RequestFieldsText::tr("medium")},
                     {u"high"_s, RequestFieldsText::tr("high")},
                     {u"xhigh"_s, RequestFieldsText::tr("highest")}};
    // Both spellings are OpenRouter's; where the object is there it stays the one that is changed.
    field.read = [](const Step &step) {
        const Json &flat = step.overrides["reasoning_effort"];
        return flat.isString() ? flat.toText() : step.overrides["reasoning"]["effort"].toText();
    };
    field.write = [](Step &step, const QString &text) {
        const Json value = text.isEmpty() ? Json() : Json(text);
        if (!step.overrides["reasoning"].isObject()) {
            setOverride(step, "reasoning_effort", value);
            return true;
        }
        Json reasoning = step.overrides["reasoning"];
        if (value.isNull())
            reasoning.remove("effort");
        else
            reasoning.set("effort", value);
        setOverride(step, "reasoning_effort", {});
        setOverride(step, "reasoning", reasoning.size() > 0 ? reasoning : Json());
        return true;
    };
    return field;
}

StepField setTokensField()
{
    return {.path = u"overrides.max_tokens"_s,
            .title = RequestFieldsText::tr("Tokens at most"),
            .expected = RequestFieldsText::tr("a whole number from 1, or empty"),
            .explanation = RequestFieldsText::tr("Of an answer in this step, whatever the request says."),
            .usual = RequestFieldsText::tr("the request's"),
            .read = [](const Step &step) { return QString::fromLatin1(step.overrides["max_tokens"].numberLiteral()); },
            .write =
                [](Step &step, const QString &text) {
                    bool ok = text.isEmpty();
                    const qint64 value = ok ? 0 : text.toLongLong(&ok);
                    if (!ok || (value < 1 && !text.isEmpty()))
                        return false;
                    setOverride(step, "max_tokens", text.isEmpty() ? Json() : Json(value));
                    return true;
                }};
}

} // namespace

QList<StepField> hedgeFields()
{
    return {
        hedgeField(),
        percentileField(),
        leastWaitField(),
        {.path = u"hedge.max_cost"_s,
         .title = RequestFieldsText::tr("Its cost, $"),
         .expected = RequestFieldsText::tr("dollars, or empty"),
         .explanation = RequestFieldsText::tr("The second one is not started where it might cost more."),
         .usual = RequestFieldsText::tr("no limit"),
         .read =
             [](const Step &step) {
                 return step.hedge && step.hedge->maxCost ? dollarsToType(*step.hedge->maxCost) : QString();
             },
         .write =
             [](Step &step, const QString &text) {
                 const auto value = typedDollars(text);
                 if (!text.isEmpty() && (!value || value->value <= 0))
                     return false;
                 hedgeOf(step).maxCost = text.isEmpty() ? std::nullopt : std::optional(*value);
                 return true;
             }},
    };
}

QList<StepField> requestFields()
{
    return {
        wholeField(
            {.path = u"max_tokens"_s,
             .title = RequestFieldsText::tr("Answer, tokens"),
             .explanation =
                 RequestFieldsText::tr("The most tokens of an answer when the request sets no limit of its own."),
             .usual = RequestFieldsText::tr("no limit")},
            [](Step &step) -> auto & { return step.maxTokens; }, 1, std::numeric_limits<qint64>::max()),
        temperatureField(),
        setTokensField(),
        effortField(),
    };
}

} // namespace sb::ui
