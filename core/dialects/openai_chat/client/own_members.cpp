#include "core/dialects/openai_chat/client/own_members.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::openai {

namespace {

QString why(const catalog::Provider &provider)
{
    return QCoreApplication::translate("sb::dialects", "%1 does not take this.").arg(provider.name);
}

/// @return the path of the first one; empty where there is none
QString removeEach(Json &body, const QByteArray &list, const QByteArray &member)
{
    QString first;
    Json::Array items;
    for (const Json &item : body[list].items()) {
        Json rest = item;
        if (rest.contains(member)) {
            if (first.isEmpty())
                first = u"%1[%2].%3"_s.arg(QString::fromUtf8(list)).arg(items.size()).arg(QString::fromUtf8(member));
            rest.remove(member);
        }
        items.append(rest);
    }
    if (!first.isEmpty())
        body.set(list, Json(std::move(items)));
    return first;
}

/// Each at its place.
Json withNamesOf(const catalog::Provider &provider, const Json &body)
{
    Json renamed = Json::object();
    for (const auto &[name, value] : body.members()) {
        const auto it = std::ranges::find(provider.renamed, name, &catalog::RenamedMember::name);
        renamed.set(it == provider.renamed.end() ? name : it->here, value);
    }
    return renamed;
}

} // namespace

QList<Notice> adaptMembers(Json &body, const catalog::Provider &provider)
{
    QList<Notice> notices;
    for (const QString &path : provider.unsupported) {
        const qsizetype at = path.indexOf("[]."_L1);
        QString found;
        if (at >= 0) {
            found = removeEach(body, path.first(at).toUtf8(), path.sliced(at + 3).toUtf8());
        } else if (body.contains(path.toUtf8())) {
            found = path;
            body.remove(path.toUtf8());
        }
        if (!found.isEmpty())
            notices.append({.kind = Notice::Kind::Dropped, .path = found, .message = why(provider)});
    }
    if (!provider.renamed.isEmpty())
        body = withNamesOf(provider, body);
    return notices;
}

} // namespace sb::dialects::openai
