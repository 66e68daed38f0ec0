#include "core/routing/policy/member_diff.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qsizetype LongestValue = 80;

struct MemberDiffText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Changes)
};

/// A value as a person reads it: texts without quotes, lists with commas.
QString valueText(const Json &json)
{
    if (json.isBool())
        return *json.toBool() ? MemberDiffText::tr("yes") : MemberDiffText::tr("no");
    if (json.isArray()) {
        QStringList items;
        for (const Json &item : json.items())
            items.append(valueText(item));
        return items.isEmpty() ? MemberDiffText::tr("nothing") : items.join(u", "_s);
    }
    const QString text = json.isString() ? json.toText() : QString::fromUtf8(json.dump());
    if (text.isEmpty())
        return MemberDiffText::tr("nothing");
    return text.size() <= LongestValue ? text : text.first(LongestValue) + u'…';
}

/// Lists whose entries are in no other order: what came and what went says more than both lists.
QString listSentence(const QString &what, const Json &before, const Json &after)
{
    Json came = Json::array();
    Json gone = before;
    for (const Json &item : after.items()) {
        if (before.items().contains(item)) {
            Json::Array rest = gone.items();
            rest.removeOne(item);
            gone = Json(rest);
        } else {
            came.append(item);
        }
    }
    if (came.size() > 0 && gone.size() > 0)
        return MemberDiffText::tr("%1: %2 added, %3 removed.").arg(what, valueText(came), valueText(gone));
    if (came.size() > 0)
        return MemberDiffText::tr("%1: %2 added.").arg(what, valueText(came));
    if (gone.size() > 0)
        return MemberDiffText::tr("%1: %2 removed.").arg(what, valueText(gone));
    return MemberDiffText::tr("%1: now in the order %2.").arg(what, valueText(after));
}

QString sentenceOf(const QString &what, const Json *before, const Json *after)
{
    if (!before)
        return MemberDiffText::tr("%1: %2 instead of its default.").arg(what, valueText(*after));
    if (!after)
        return MemberDiffText::tr("%1: at its default again, instead of %2.").arg(what, valueText(*before));
    if (before->isArray() && after->isArray())
        return listSentence(what, *before, *after);
    return MemberDiffText::tr("%1: %2 instead of %3.").arg(what, valueText(*after), valueText(*before));
}

ChangeKind kindOf(const Json *before, const Json *after)
{
    return !before ? ChangeKind::Added : !after ? ChangeKind::Removed : ChangeKind::Changed;
}

/// Walks two objects at once; `name` is the way from the outermost one.
class MemberWalk
{
public:
    MemberWalk(QList<Change> &changes, const QString &path, const QString &of)
        : m_changes(changes)
        , m_path(path)
        , m_of(of)
    {
    }

    void walk(const Json &before, const Json &after, const QString &name)
    {
        for (const auto &[key, value] : after.members())
            compare(before.find(key), &value, join(name, key));
        for (const auto &[key, value] : before.members()) {
            if (!after.contains(key))
                compare(&value, nullptr, join(name, key));
        }
    }

private:
    static QString join(const QString &name, const QByteArray &key)
    {
        const QString last = QString::fromUtf8(key);
        return name.isEmpty() ? last : name + u'.' + last;
    }

    void compare(const Json *before, const Json *after, const QString &name)
    {
        if (before && after && equivalent(*before, *after))
            return;
        const auto isObject = [](const Json *json) { return json && json->isObject() && json->size() > 0; };
        const bool bothFit = (!before || before->isObject()) && (!after || after->isObject());
        if (bothFit && (isObject(before) || isObject(after))) {
            walk(before ? *before : Json(), after ? *after : Json(), name);
            return;
        }
        const QString what = m_of.isEmpty() ? name : m_of + u", "_s + name;
        m_changes.append({.kind = kindOf(before, after),
                          .path = m_path.isEmpty() ? name : m_path + u'.' + name,
                          .sentence = sentenceOf(what, before, after)});
    }

    QList<Change> &m_changes;
    QString m_path;
    QString m_of;
};

} // namespace

void addMemberChanges(QList<Change> &changes, const Json &before, const Json &after, const QString &path,
                      const QString &of)
{
    MemberWalk(changes, path, of).walk(before, after, {});
}

Json without(Json json, const QList<QByteArray> &members)
{
    for (const QByteArray &member : members)
        json.remove(member);
    return json;
}

} // namespace sb::routing
