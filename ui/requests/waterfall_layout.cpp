#include "ui/requests/waterfall_layout.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace sb::ui {

namespace {

constexpr int WantedTicks = 5;

double roundStep(double span)
{
    const double power = std::pow(10.0, std::floor(std::log10(qMax(1.0, span / WantedTicks))));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (span / (factor * power) <= WantedTicks)
            return factor * power;
    }
    return 10 * power;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("sb::ui::Waterfall", text);
}

WaterfallRow rowFor(const usage::AttemptRecord &attempt, WallTime startedAt)
{
    const double start = double((attempt.startedAt - startedAt).count());
    const double length = double(attempt.duration.count());
    const double connect = attempt.connect.count() >= 0 ? qMin(double(attempt.connect.count()), length) : 0;
    WaterfallRow row{.waitFrom = start - double(attempt.waitedBefore.count()),
                     .start = start,
                     .connected = start + connect,
                     .firstContent =
                         attempt.firstContent.count() >= 0 ? start + double(attempt.firstContent.count()) : -1,
                     .end = start + length,
                     .failed = !attempt.succeeded,
                     .name = attempt.providerId,
                     .detail = shortModel(attempt.modelId),
                     .label = formatSeconds(attempt.duration)};
    if (attempt.error) {
        const QString error = errorText(*attempt.error, attempt.httpStatus);
        row.detail = u"%1, %2"_s.arg(shortModel(attempt.modelId), error);
        row.label = attempt.httpStatus >= 400 ? QString::number(attempt.httpStatus) : error;
    }
    return row;
}

} // namespace

WaterfallLayout waterfall(const usage::Settlement &record, WallTime startedAt)
{
    WaterfallLayout layout;
    for (const usage::AttemptRecord &attempt : record.attempts) {
        layout.rows.append(rowFor(attempt, startedAt));
        layout.span = qMax(layout.span, layout.rows.constLast().end);
    }
    const double step = roundStep(layout.span);
    for (int tick = 0; tick * step <= layout.span; ++tick)
        layout.ticks.append(tick * step);
    return layout;
}

QString describeAttempt(const WaterfallLayout &layout, qsizetype index)
{
    const WaterfallRow &row = layout.rows.at(index);
    const auto span = [](double from, double to) { return formatSeconds(milliseconds(qint64(to - from))); };
    QString text = translated(QT_TRANSLATE_NOOP("sb::ui::Waterfall", "Attempt %1 of %2, %3, %4"))
                       .arg(index + 1)
                       .arg(layout.rows.size())
                       .arg(row.name, row.detail);
    text += u", "_s
        + (row.failed ? translated(QT_TRANSLATE_NOOP("sb::ui::Waterfall", "failed after %1"))
                      : translated(QT_TRANSLATE_NOOP("sb::ui::Waterfall", "answered in %1")))
              .arg(span(row.start, row.end));
    if (row.start > row.waitFrom)
        text += u", "_s
            + translated(QT_TRANSLATE_NOOP("sb::ui::Waterfall", "waited %1 before")).arg(span(row.waitFrom, row.start));
    return text;
}

} // namespace sb::ui
