#include "core/profile/settings.h"

#include "core/base/json_fields.h"
#include "core/catalog/catalog.h"
#include "core/routing/chain.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

struct SettingsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Settings)
};

constexpr std::array<NamedValue<ThemeChoice>, 3> ThemeNames{{
    {"system", ThemeChoice::System},
    {"light", ThemeChoice::Light},
    {"dark", ThemeChoice::Dark},
}};

constexpr std::array<NamedValue<bool Settings::*>, 4> FlagNames{{
    {"record_bodies", &Settings::recordBodies},
    {"full_durability", &Settings::fullDurability},
    {"reduced_motion", &Settings::reducedMotion},
    {"practice", &Settings::practice},
}};

QString readLanguage(JsonFields &fields)
{
    static const QRegularExpression form(u"\\A([a-z]{2,3}(_[A-Z]{2})?)?\\z"_s);
    const QString language = fields.text("language");
    if (!form.match(language).hasMatch())
        fields.refuse("language",
                      SettingsText::tr("a code such as \"en\" or \"de\", or an empty text for the system's"));
    return language;
}

QString readTimeZone(JsonFields &fields)
{
    const QString zone = fields.text("time_zone");
    if (!zone.isEmpty() && !QTimeZone(zone.toUtf8()).isValid())
        fields.refuse("time_zone",
                      SettingsText::tr("a name such as \"Europe/Berlin\", or an empty text for the system's"));
    return zone;
}

/// Of a chain or a policy; @param expected what it names
QString readName(JsonFields &fields, QByteArrayView key, const QString &expected)
{
    const QString name = fields.text(key);
    if (!name.isEmpty() && !routing::isChainName(name))
        fields.refuse(key, expected);
    return name;
}

QStringList readProviders(JsonFields &fields)
{
    QStringList ids = fields.texts("providers");
    if (!std::ranges::all_of(ids, catalog::isProviderId))
        fields.refuse("providers", SettingsText::tr("ids of providers"));
    ids.removeDuplicates();
    return ids;
}

QStringList readRecentTargets(JsonFields &fields)
{
    QStringList targets = fields.texts("recent_targets");
    targets.removeDuplicates();
    targets.resize(qMin(targets.size(), MaxRecentTargets));
    return targets;
}

/// Like a provider's address: plain http on this machine only, since prices decide what is paid.
QString readPriceIndex(JsonFields &fields, const QString &fallback)
{
    static const QRegularExpression form(
        u"\\A(https://[^/?#@\\s]+(/[^#\\s]*)?|http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]+)?(/[^#\\s]*)?)?\\z"_s);
    const QString address = fields.text("price_index", fallback);
    if (!form.match(address).hasMatch())
        fields.refuse("price_index", SettingsText::tr("an https address, or nothing"));
    return address;
}

/// Also models that no catalog has any more: they may come back.
QStringList readFavorites(JsonFields &fields)
{
    QStringList ids = fields.texts("favorite_models");
    if (ids.contains(QString()))
        fields.refuse("favorite_models", SettingsText::tr("ids of models such as \"openai/gpt-5-mini\""));
    ids.removeDuplicates();
    return ids;
}

NanoDollars readAmount(JsonFields &fields)
{
    static const QRegularExpression form(u"\\A[0-9]{1,7}(\\.[0-9]{1,9})?\\z"_s);
    const QString text = fields.raw("amount").toText();
    const Result<NanoDollars> amount = parseDollars(text);
    if (!amount || !form.match(text).hasMatch()) {
        fields.refuse("amount", SettingsText::tr("dollars as a text such as \"5.00\", below ten million"));
        return {};
    }
    return *amount;
}

std::optional<budget::Limit> readLimit(JsonFields &limits, QByteArrayView key, budget::Period period)
{
    if (!limits.has(key))
        return {};
    budget::Limit limit{.period = period};
    limits.object(key, [&limit](JsonFields &fields) {
        limit.amount = readAmount(fields);
        limit.hard = fields.flag("hard", limit.hard);
        limit.warnPercent = int(fields.integer("warn_percent", 1, 100).value_or(limit.warnPercent));
    });
    return limit;
}

Json toJson(const budget::Limit &limit)
{
    Json json;
    json.set("amount", toDecimal(limit.amount));
    json.set("hard", limit.hard);
    json.set("warn_percent", limit.warnPercent);
    return json;
}

Json toJson(const budget::Limits &limits)
{
    Json json = Json::object();
    if (limits.daily)
        json.set("daily", toJson(*limits.daily));
    if (limits.monthly)
        json.set("monthly", toJson(*limits.monthly));
    return json;
}

constexpr qint64 MostRequests = 1'000'000;

/// Ids become part of the name of an entry in the keychain.
bool isKeyId(const QString &id)
{
    static const QRegularExpression form(u"\\A[a-z0-9]{0,32}\\z"_s);
    return form.match(id).hasMatch();
}

routing::KeyRule readKeyRule(JsonFields &fields, const QList<routing::KeyRule> &before)
{
    routing::KeyRule rule{.id = fields.text("id"), .name = fields.text("name")};
    const bool twice = std::ranges::find(before, rule.id, &routing::KeyRule::id) != before.end();
    if (!isKeyId(rule.id) || twice)
        fields.refuse("id",
                      QCoreApplication::translate("sb::profile::Settings",
                                                  "lower case letters and digits, another one for each key"));
    if (const auto limit = fields.integer("per_minute", 1, MostRequests))
        rule.perMinute = int(*limit);
    if (const auto limit = fields.integer("per_day", 1, MostRequests))
        rule.perDay = int(*limit);
    return rule;
}

QList<routing::KeyRule> readKeyRules(JsonFields &providers, const QByteArray &providerId)
{
    QList<routing::KeyRule> rules;
    const Json &list = providers.raw(providerId);
    if (!list.isArray())
        providers.refuse(providerId, SettingsText::tr("a list of keys"));
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields fields(list.at(i), u"%1[%2]"_s.arg(providers.pathTo(providerId)).arg(i), providers.where());
        rules.append(readKeyRule(fields, rules));
        fields.refuseUnread();
        if (const auto read = fields.result(true); !read)
            providers.take(read.error());
    }
    return rules;
}

routing::KeyRules readKeys(JsonFields &fields)
{
    routing::KeyRules keys;
    fields.object("keys", [&keys](JsonFields &providers) {
        const Json all = providers.unread();
        for (const auto &[id, value] : all.members()) {
            if (!catalog::isProviderId(QString::fromUtf8(id)))
                providers.refuse(id, QCoreApplication::translate("sb::profile::Settings", "the id of a provider"));
            keys.insert(QString::fromUtf8(id), readKeyRules(providers, id));
        }
    });
    return keys;
}

Json toJson(const routing::KeyRule &rule)
{
    Json json;
    json.set("id", rule.id);
    if (!rule.name.isEmpty())
        json.set("name", rule.name);
    if (rule.perMinute)
        json.set("per_minute", qint64(*rule.perMinute));
    if (rule.perDay)
        json.set("per_day", qint64(*rule.perDay));
    return json;
}

Json toJson(const routing::KeyRules &keys)
{
    QStringList providers = keys.keys();
    providers.sort(); // the same file for the same settings
    Json json;
    for (const QString &id : providers) {
        Json rules = Json::array();
        for (const routing::KeyRule &rule : keys.value(id))
            rules.append(toJson(rule));
        json.set(id.toUtf8(), rules);
    }
    return json;
}

QByteArray nameOf(ThemeChoice theme)
{
    return std::ranges::find(ThemeNames, theme, &NamedValue<ThemeChoice>::second)->first.toByteArray();
}

} // namespace

Result<Settings> parseSettings(const Json &json)
{
    JsonFields fields(json);
    fields.version(SettingsVersion);
    Settings settings;
    settings.language = readLanguage(fields);
    settings.theme = fields.choice("theme", ThemeNames, settings.theme);
    settings.timeZone = readTimeZone(fields);
    for (const auto &[key, member] : FlagNames)
        settings.*member = fields.flag(key, settings.*member);
    settings.defaultChain =
        readName(fields, "default_chain", SettingsText::tr("the name of a chain, or an empty text"));
    settings.policy = readName(fields, "policy", SettingsText::tr("the name of a policy, or an empty text"));
    settings.recentTargets = readRecentTargets(fields);
    settings.providers = readProviders(fields);
    settings.priceIndex = readPriceIndex(fields, settings.priceIndex);
    settings.favoriteModels = readFavorites(fields);
    fields.object("limits", [&settings](JsonFields &limits) {
        settings.limits.daily = readLimit(limits, "daily", budget::Period::Day);
        settings.limits.monthly = readLimit(limits, "monthly", budget::Period::Month);
    });
    settings.keys = readKeys(fields);
    settings.extra = fields.unread();
    return fields.result(settings);
}

Json toJson(const Settings &settings)
{
    Json json;
    json.set("version", SettingsVersion);
    json.set("language", settings.language);
    json.set("theme", nameOf(settings.theme));
    json.set("time_zone", settings.timeZone);
    for (const auto &[key, member] : FlagNames)
        json.set(key.toByteArray(), settings.*member);
    json.set("default_chain", settings.defaultChain);
    json.set("policy", settings.policy);
    json.set("recent_targets", Json::array(settings.recentTargets));
    json.set("providers", Json::array(settings.providers));
    json.set("price_index", settings.priceIndex);
    json.set("favorite_models", Json::array(settings.favoriteModels));
    json.set("limits", toJson(settings.limits));
    if (!settings.keys.isEmpty())
        json.set("keys", toJson(settings.keys));
    for (const auto &[key, value] : settings.extra.members())
        json.set(key, value);
    return json;
}

QTimeZone zoneOf(const Settings &settings)
{
    const QTimeZone chosen(settings.timeZone.toLatin1());
    return chosen.isValid() ? chosen : QTimeZone::systemTimeZone();
}

} // namespace sb::profile
