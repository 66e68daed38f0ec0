#include "ui/providers/local_offers.h"

#include "ui/providers/provider_facts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct LocalOffersText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::LocalOffers)
};

constexpr qsizetype NamedModels = 3;
constexpr qsizetype LongestId = 60;

QString kindName(const engine::LocalServer &server, const catalog::Catalog &catalog)
{
    const catalog::Provider *shipped = catalog.provider(server.kind);
    return shipped ? shipped->name : LocalOffersText::tr("A model server");
}

bool contains(const QList<catalog::Provider> &listed, const QString &id)
{
    return std::ranges::any_of(listed, [&id](const catalog::Provider &each) { return each.id == id; });
}

} // namespace

QList<engine::LocalServer> offersAmong(const QList<engine::LocalServer> &found, const QList<catalog::Provider> &listed)
{
    QList<engine::LocalServer> offers = found;
    offers.removeIf([&listed](const engine::LocalServer &server) {
        return std::ranges::any_of(listed,
                                   [&server](const catalog::Provider &each) { return each.baseUrl == server.baseUrl; });
    });
    return offers;
}

QString freeId(const QString &name, const catalog::Catalog &catalog)
{
    static const QRegularExpression others(u"[^a-z0-9_]+"_s);
    QString letters = name.toLower().normalized(QString::NormalizationForm_D);
    letters.removeIf([](QChar c) { return c.isMark(); }); // accents stand behind their letters now
    QString id = letters.replace(others, u"-"_s).left(LongestId);
    while (id.startsWith(u'-') || id.startsWith(u'_'))
        id.remove(0, 1);
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = u"provider"_s;
    QString free = id;
    for (int number = 2; catalog.provider(free); ++number)
        free = u"%1-%2"_s.arg(id).arg(number);
    return free;
}

catalog::Provider providerFor(const engine::LocalServer &server, const catalog::Catalog &catalog,
                              const QList<catalog::Provider> &listed)
{
    if (const catalog::Provider *shipped = catalog.provider(server.kind); shipped && !contains(listed, server.kind)) {
        catalog::Provider provider = *shipped;
        provider.baseUrl = server.baseUrl;
        provider.enabled = true;
        return provider;
    }
    const QString name = QCoreApplication::translate("sb::ui::LocalOffers", "%1 at port %2")
                             .arg(kindName(server, catalog))
                             .arg(server.baseUrl.port(80));
    return {.id = freeId(name, catalog), .name = name, .baseUrl = server.baseUrl, .local = true};
}

QString offerTitle(const engine::LocalServer &server, const catalog::Catalog &catalog)
{
    return LocalOffersText::tr("%1 is running on this machine").arg(kindName(server, catalog));
}

QString offerText(const engine::LocalServer &server)
{
    QStringList names;
    for (const catalog::ListedModel &model : server.models) {
        if (model.answersChat)
            names.append(model.upstreamModel);
    }
    const QString host = hostAndPort(server.baseUrl);
    if (names.isEmpty())
        return LocalOffersText::tr("Found at %1. It has no models yet.").arg(host);
    const qsizetype more = names.size() - NamedModels;
    const QString first = more > 1
        ? LocalOffersText::tr("%1 and %n more", nullptr, int(more + 1)).arg(names.first(NamedModels - 1).join(u", "_s))
        : QLocale().createSeparatedList(names);
    return LocalOffersText::tr("Found at %1 with %n model(s): %2.", nullptr, int(names.size())).arg(host, first);
}

} // namespace sb::ui
