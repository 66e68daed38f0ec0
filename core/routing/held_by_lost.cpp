#include "core/routing/held_by_lost.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sb::routing {

QString describe(const HeldByLost &held)
{
    if (held.amount <= NanoDollars{})
        return {};
    QStringList names;
    for (const qint64 seq : held.requests)
        names.append(u"#%1"_s.arg(seq));
    if (held.more)
        names.append(u"…"_s);
    //: %1: numbers of requests, such as “#1, #7”; %2: an amount of money, beside one that was named before
    return QCoreApplication::translate("sb::routing", "Lost requests (%1) hold another %2: settle them in Requests.")
        .arg(names.join(u", "_s), u'$' + toDecimal(held.amount));
}

} // namespace sb::routing
