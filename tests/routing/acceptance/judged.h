#pragma once

#include "core/routing/acceptance/schema.h"

#include <QStringList>

namespace sb::routing {

/// "fits", "not: PATH KEYWORD; …", or "cannot: REASON".
inline QString judged(const QByteArray &schema, const QByteArray &value)
{
    const auto json = parseJson(schema);
    const auto instance = parseJson(value);
    if (!json || !instance)
        return QStringLiteral("no JSON");
    const auto compiled = compileSchema(*json);
    if (!compiled)
        return QStringLiteral("cannot: ") + compiled.error().message;
    const SchemaVerdict verdict = validate(*compiled, *instance);
    if (verdict.kind == SchemaVerdict::Kind::CannotCheck)
        return QStringLiteral("cannot: ") + verdict.reason;
    QStringList wrong;
    for (const SchemaViolation &violation : verdict.violations)
        wrong.append(violation.path + u' ' + QString::fromUtf8(violation.keyword));
    const bool fits = verdict.kind == SchemaVerdict::Kind::Fits;
    return fits && wrong.isEmpty() ? QStringLiteral("fits")
                                   : QStringLiteral("not: ") + wrong.join(QStringLiteral("; "));
}

inline QByteArray nested(const QByteArray &open, const QByteArray &close, int times, const QByteArray &inner)
{
    return open.repeated(times) + inner + close.repeated(times);
}

} // namespace sb::routing
