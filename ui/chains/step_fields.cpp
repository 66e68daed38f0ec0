#include "ui/chains/step_fields.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace sb::ui {

namespace {

struct StepFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepFields)
};

QString secondsText(milliseconds time)
{
    return numberToType(QString::number(double(time.count()) / 1000, 'g', 8));
}

std::optional<milliseconds> parseSeconds(const QString &text)
{
    const auto number = typedNumber(text);
    const double seconds = number ? number->toDouble() : -1;
    if (seconds < 0 || seconds * 1000 > double(routing::LongestClock.count()))
        return {};
    return milliseconds(std::llround(seconds * 1000));
}

StepField clockField(const char *key, const QString &title, milliseconds routing::StepClocks::*member,
                     const QString &explanation)
{
    return {.path = u"clocks."_s + QString::fromLatin1(key),
            .title = title,
            .expected = StepFieldsText::tr("seconds, more than 0"),
            .explanation = explanation,
            .read = [member](const routing::Step &step) { return secondsText(step.clocks.*member); },
            .write =
                [member](routing::Step &step, const QString &text) {
                    const auto value = parseSeconds(text);
                    if (!value || value->count() <= 0)
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
    return {.path = u"max_cost"_s,
            .title = StepFieldsText::tr("Cost at most, $"),
            .expected = StepFieldsText::tr("dollars, or empty"),
            .explanation = StepFieldsText::tr("An endpoint that might cost more is left out."),
            .read = [](const routing::Step &step) { return step.maxCost ? dollarsToType(*step.maxCost) : QString(); },
            .write =
                [](routing::Step &step, const QString &text) {
                    if (text.isEmpty()) {
                        step.maxCost.reset();
                        return true;
                    }
                    const auto value = typedDollars(text);
                    if (!value || value->value <= 0)
                        return false;
                    step.maxCost = *value;
                    return true;
                }};
}

StepField tokensField()
{
    return {
        .path = u"max_tokens"_s,
        .title = StepFieldsText::tr("Answer, tokens"),
        .expected = StepFieldsText::tr("a whole number from 1, or empty"),
        .explanation = StepFieldsText::tr("The most tokens of an answer when the request sets no limit of its own."),
        .read = [](const routing::Step &step) { return step.maxTokens ? QString::number(*step.maxTokens) : QString(); },
        .write =
            [](routing::Step &step, const QString &text) {
                if (text.isEmpty()) {
                    step.maxTokens.reset();
                    return true;
                }
                bool ok = false;
                const qint64 value = text.toLongLong(&ok);
                if (!ok || value < 1)
                    return false;
                step.maxTokens = value;
                return true;
            }};
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
        clockField("idle_ms", StepFieldsText::tr("Between, s"), &StepClocks::idle,
                   StepFieldsText::tr("The longest pause between two pieces of content.")),
        clockField("total_ms", StepFieldsText::tr("Total, s"), &StepClocks::total,
                   StepFieldsText::tr("For the whole answer, only where an endpoint cannot stream.")),
    };
}

QList<StepField> limitFields()
{
    return {retriesField(), patienceField(), costField(), tokensField()};
}

} // namespace sb::ui
