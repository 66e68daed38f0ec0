#include "ui/chains/step_fields.h"

#include "ui/chains/field_makers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace sb::ui {

namespace {

struct StepFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepFields)
};

StepField clockField(const char *key, const QString &title, milliseconds routing::StepClocks::*member,
                     const QString &explanation)
{
    const bool mayBeZero = member == &routing::StepClocks::coldLoad; // it is not waited for then
    return {.path = u"clocks."_s + QString::fromLatin1(key),
            .title = title,
            .expected = mayBeZero ? StepFieldsText::tr("seconds, or 0 for not at all")
                                  : StepFieldsText::tr("seconds, more than 0"),
            .explanation = explanation,
            .usual = StepFieldsText::tr("%1 s").arg(secondsText(routing::StepClocks{}.*member)),
            .read = [member](const routing::Step &step) { return secondsText(step.clocks.*member); },
            .write =
                [member, mayBeZero](routing::Step &step, const QString &text) {
                    const auto value = parseSeconds(text);
                    if (!value || (value->count() <= 0 && !mayBeZero))
                        return false;
                    step.clocks.*member = *value;
                    return true;
                }};
}

StepField retriesField()
{
    return {.path = u"retries"_s,
            .title = StepFieldsText::tr("Retries here"),
            .expected = StepFieldsText::tr("0 to %1").arg(routing::MostRetries),
            .explanation = StepFieldsText::tr(
                "On the same endpoint, after an overload or a lost connection, with a growing pause."),
            .usual = QString::number(routing::Step{}.retries),
            .read = [](const routing::Step &step) { return QString::number(step.retries); },
            .write =
                [](routing::Step &step, const QString &text) {
                    bool ok = false;
                    const int value = text.toInt(&ok);
                    if (!ok || value < 0 || value > routing::MostRetries)
                        return false;
                    step.retries = value;
                    return true;
                }};
}

StepField patienceField()
{
    return {.path = u"patience_ms"_s,
            .title = StepFieldsText::tr("Patience, s"),
            .expected = StepFieldsText::tr("0 to 60 seconds"),
            .explanation =
                StepFieldsText::tr("The longest pause that a provider may ask for with Retry-After. Beyond it the "
                                   "chain moves on."),
            .usual = StepFieldsText::tr("%1 s").arg(secondsText(routing::Step{}.patience)),
            .read = [](const routing::Step &step) { return secondsText(step.patience); },
            .write =
                [](routing::Step &step, const QString &text) {
                    const auto value = parseSeconds(text);
                    if (!value || *value > routing::LongestPatience)
                        return false;
                    step.patience = *value;
                    return true;
                }};
}

StepField costField()
{
    return dollarsField({.path = u"max_cost"_s,
                         .title = StepFieldsText::tr("Cost at most, $"),
                         .explanation = StepFieldsText::tr("An endpoint that might cost more is left out."),
                         .usual = StepFieldsText::tr("no limit")},
                        [](routing::Step &step) -> auto & { return step.maxCost; });
}

} // namespace

QList<StepField> clockFields()
{
    using routing::StepClocks;
    return {
        clockField("connect_ms", StepFieldsText::tr("Connect, s"), &StepClocks::connect,
                   StepFieldsText::tr("From the socket's start to the request being sent.")),
        clockField("upload_ms", StepFieldsText::tr("Upload, s"), &StepClocks::upload,
                   StepFieldsText::tr("The longest time without progress while the request is sent.")),
        clockField("first_byte_ms", StepFieldsText::tr("First byte, s"), &StepClocks::firstByte,
                   StepFieldsText::tr("From the end of the upload to the answer's first byte.")),
        clockField("first_content_ms", StepFieldsText::tr("First token, s"), &StepClocks::firstContent,
                   StepFieldsText::tr("From the end of the upload to the first content. Pings do not count.")),
        clockField("first_content_reasoning_ms", StepFieldsText::tr("…reasoning, s"),
                   &StepClocks::firstContentReasoning,
                   StepFieldsText::tr("The same, when the request asks for reasoning.")),
        clockField("cold_load_ms", StepFieldsText::tr("Loading, s"), &StepClocks::coldLoad,
                   StepFieldsText::tr("Instead of both, where a server of your own may have to load the model first.")),
        clockField("idle_ms", StepFieldsText::tr("Between, s"), &StepClocks::idle,
                   StepFieldsText::tr("The longest pause between two pieces of content.")),
        clockField("total_ms", StepFieldsText::tr("Total, s"), &StepClocks::total,
                   StepFieldsText::tr("For the whole answer, only where an endpoint cannot stream.")),
    };
}

QList<StepField> limitFields()
{
    return {retriesField(), patienceField(), costField()};
}

QList<StepField> allStepFields()
{
    QList<StepField> fields = clockFields() + limitFields() + filterFlags() + endpointFields() + orderFields();
    for (const FieldStrip &strip : percentileStrips())
        fields += strip.fields;
    return fields + hedgeFields() + requestFields();
}

} // namespace sb::ui
