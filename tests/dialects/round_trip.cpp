#include "tests/dialects/round_trip.h"

#include "core/catalog/catalog.h"
#include "tests/testing/testing.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

/// Recorded providers that have no file: each account has an address of its own.
catalog::Quirks documentedQuirks(const QByteArray &recorded)
{
    // learn.microsoft.com/azure/ai-foundry/openai/reference
    if (recorded == "azure")
        return {.maxCompletionTokens = true, .developerRole = true};
    // docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-rest-api
    if (recorded == "snowflake")
        return {.maxCompletionTokens = true, .reasoningObject = true, .noFinishReason = true};
    return {};
}

QByteArray fileName(const QByteArray &recorded)
{
    if (recorded == "moonshotai")
        return "moonshot";
    return recorded == "llama.cpp" ? "llama-cpp" : recorded;
}

} // namespace

bool hasRecordings()
{
    return !qEnvironmentVariable("SIGNALBOX_TRAFFIC").isEmpty();
}

QList<Exchange> sourceRequests(catalog::DialectId dialect)
{
    QStringList paths{inSource(u"tests/fixtures/traffic"_s)};
    if (hasRecordings())
        paths.append(qEnvironmentVariable("SIGNALBOX_TRAFFIC"));
    QList<Exchange> requests = readExchanges(paths).all;
    requests.removeIf([dialect](const Exchange &exchange) {
        return exchange.dialect != toWireName(dialect) || exchange.request.isEmpty();
    });
    return requests;
}

catalog::Provider providerOf(const QByteArray &recorded)
{
    QFile file(inSource(u"resources/providers/%1.json"_s.arg(QString::fromUtf8(fileName(recorded)))));
    if (file.open(QIODevice::ReadOnly)) {
        const auto json = parseJson(file.readAll());
        if (const auto provider = catalog::parseProvider(json.value_or(Json()), file.fileName()))
            return *provider;
    }
    return {.baseUrl = QUrl(u"https://api.example.com/v1"_s), .quirks = documentedQuirks(recorded)};
}

Result<SentAgain> sentAgain(catalog::DialectId dialect, const QByteArray &source, const catalog::Provider &provider,
                            catalog::Endpoint endpoint)
{
    const auto served = dialects::serverDialect(dialect)->decodeRequest("/v1/messages", source);
    if (!served)
        return tl::unexpected(served.error());
    endpoint.upstreamModel = served->request.model;
    const auto wire =
        dialects::clientDialect(dialect)->encode(served->request, provider, endpoint, {.stream = served->stream});
    if (!wire)
        return tl::unexpected(wire.error());
    const auto body = parseJson(wire->body);
    if (!body)
        return tl::unexpected(body.error());
    return SentAgain{.body = *body, .notices = wire->notices};
}

QString differenceOf(const Json &got, const Json &expected, const QString &path)
{
    if (equivalent(got, expected))
        return {};
    if (got.isObject() && expected.isObject()) {
        const auto within = [&path](const QByteArray &key) {
            const QString name = QString::fromUtf8(key);
            return path.isEmpty() ? name : path + u'.' + name;
        };
        for (const auto &[key, value] : expected.members()) {
            if (!got.contains(key))
                return u"%1: nothing instead of %2"_s.arg(within(key), QString::fromUtf8(value.dump()));
            if (const QString difference = differenceOf(got[key], value, within(key)); !difference.isEmpty())
                return difference;
        }
        for (const auto &[key, value] : got.members()) {
            if (!expected.contains(key))
                return u"%1: %2 instead of nothing"_s.arg(within(key), QString::fromUtf8(value.dump()));
        }
    }
    if (got.isArray() && expected.isArray() && got.size() == expected.size()) {
        for (qsizetype i = 0; i < got.size(); ++i) {
            const QString difference = differenceOf(got.at(i), expected.at(i), u"%1[%2]"_s.arg(path).arg(i));
            if (!difference.isEmpty())
                return difference;
        }
    }
    return u"%1: %2 instead of %3"_s.arg(path, QString::fromUtf8(got.dump()), QString::fromUtf8(expected.dump()));
}

Json without(const Json &json, std::initializer_list<const char *> keys)
{
    Json rest = Json::object();
    for (const auto &[key, value] : json.members()) {
        const bool named =
            std::any_of(keys.begin(), keys.end(), [&key = key](const char *each) { return key == each; });
        if (!named && !value.isNull())
            rest.set(key, value);
    }
    return rest;
}

Json saying(const Json &json)
{
    Json rest = Json::object();
    for (const auto &[key, value] : json.members()) {
        if (!value.isNull() && value != Json(""))
            rest.set(key, value);
    }
    return rest;
}

} // namespace sb::testing
