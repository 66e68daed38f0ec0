#include "core/engine/endpoint_notices.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {
constexpr qint64 ToldDaysBefore = 90;
} // namespace

QList<dialects::Notice> noticesAbout(const catalog::Endpoint &endpoint, WallTime now)
{
    if (!endpoint.retires.isValid())
        return {};
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), QTimeZone::utc()).date();
    const qint64 days = today.daysTo(endpoint.retires);
    if (days > ToldDaysBefore)
        return {};
    const QString date = QLocale().toString(endpoint.retires, QLocale::ShortFormat);
    const QString message = days > 0
        ? QCoreApplication::translate("sb::engine", "%1 is served until %2 only. Choose another model before that day.")
        : QCoreApplication::translate("sb::engine", "%1 was to be served until %2 only. Choose another model.");
    return {{.kind = dialects::Notice::Kind::Told, .path = u"model"_s, .message = message.arg(endpoint.modelId, date)}};
}

} // namespace sb::engine
