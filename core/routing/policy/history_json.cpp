#include "core/routing/policy/version_history.h"

#include "core/routing/chain_members.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct HistoryText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Versions)
};

constexpr qint64 MostVersionNumber = std::numeric_limits<qint32>::max();

template <typename T>
Result<T> parseValue(const Json &json)
{
    if constexpr (std::is_same_v<T, Chain>)
        return parseChain(json);
    else
        return parsePolicy(json);
}

/// A chain or policy as a member, its error at the path of that member.
template <typename T>
std::optional<T> readValue(JsonFields &fields, QByteArrayView key)
{
    const auto value = parseValue<T>(fields.raw(key));
    if (value)
        return *value;
    fields.take(
        Error{.kind = Error::Kind::InvalidInput, .message = fields.pathTo(key) + ": "_L1 + value.error().message});
    return {};
}

WallTime readTime(JsonFields &fields)
{
    const QDateTime time = QDateTime::fromString(fields.text("at"), Qt::ISODateWithMs);
    if (!time.isValid())
        fields.refuse("at", HistoryText::tr("a time such as \"2026-07-02T12:30:00.000Z\""));
    return fromMilliseconds(time.toMSecsSinceEpoch());
}

QString timeText(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), QTimeZone::utc()).toString(Qt::ISODateWithMs);
}

template <typename T>
PublishedVersion<T> readVersion(JsonFields &fields)
{
    PublishedVersion<T> version{.at = readTime(fields), .note = fields.text("note")};
    version.value = readValue<T>(fields, "value").value_or(T{});
    return version;
}

template <typename T>
QList<PublishedVersion<T>> readVersions(JsonFields &fields)
{
    const Json &json = fields.raw("versions");
    if (!json.isArray())
        fields.refuse("versions", HistoryText::tr("a list of versions"));
    QList<PublishedVersion<T>> versions;
    for (const Json &item : json.items()) {
        JsonFields inner(item, u"versions[%1]"_s.arg(versions.size()));
        const auto version = inner.result(readVersion<T>(inner));
        if (!version)
            fields.take(version.error());
        else if (!versions.isEmpty() && version->value.version <= versions.constLast().value.version)
            fields.take(Error{.kind = Error::Kind::InvalidInput,
                              .message = HistoryText::tr("%1: the numbers of versions go up").arg(inner.path())});
        versions.append(version.value_or(PublishedVersion<T>{}));
    }
    return versions;
}

template <typename T>
void checkNumber(JsonFields &fields, const VersionHistory<T> &history, QByteArrayView key, int number)
{
    if (!findVersion(history, number))
        fields.refuse(key, HistoryText::tr("the number of one of the versions"));
}

template <typename T>
void readCanary(JsonFields &fields, VersionHistory<T> &history)
{
    if (!fields.has("canary"))
        return;
    fields.object("canary", [&history](JsonFields &inner) {
        Canary canary;
        canary.version = int(inner.integer("version", 1, MostVersionNumber).value_or(0));
        canary.percent = int(inner.integer("percent", 1, 99).value_or(0));
        checkNumber(inner, history, "version", canary.version);
        if (canary.percent == 0)
            inner.refuse("percent", HistoryText::tr("a share from 1 to 99"));
        history.canary = canary;
    });
}

} // namespace

template <typename T>
Result<VersionHistory<T>> parseHistory(const Json &json)
{
    JsonFields fields(json);
    if (!fields.integer("format", 1, HistoryFormat))
        fields.refuse("format", QString::number(HistoryFormat));
    VersionHistory<T> history;
    history.versions = readVersions<T>(fields);
    history.current = int(fields.integer("current", 0, MostVersionNumber).value_or(0));
    if (history.current != 0)
        checkNumber(fields, history, "current", history.current);
    readCanary(fields, history);
    if (fields.has("draft"))
        history.draft = readValue<T>(fields, "draft");
    history.extra = fields.unread();
    return fields.result(history);
}

template <typename T>
Json toJson(const VersionHistory<T> &history)
{
    Json versions = Json::array();
    for (const PublishedVersion<T> &each : history.versions) {
        Json version;
        version.set("at", timeText(each.at));
        if (!each.note.isEmpty())
            version.set("note", each.note);
        version.set("value", toJson(each.value));
        versions.append(version);
    }
    Json json;
    json.set("format", HistoryFormat);
    if (history.current != 0)
        json.set("current", history.current);
    if (history.canary) {
        Json canary;
        canary.set("version", history.canary->version);
        canary.set("percent", history.canary->percent);
        json.set("canary", canary);
    }
    json.set("versions", versions);
    if (history.draft)
        json.set("draft", toJson(*history.draft));
    addRest(json, history.extra);
    return json;
}

template Result<VersionHistory<Chain>> parseHistory(const Json &);
template Result<VersionHistory<Policy>> parseHistory(const Json &);
template Json toJson(const VersionHistory<Chain> &);
template Json toJson(const VersionHistory<Policy> &);

} // namespace sb::routing
