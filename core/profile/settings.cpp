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

struct Text
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
        fields.refuse("language", Text::tr("a code such as \"en\" or \"de\", or an empty text for the system's"));
    return language;
}

QString readTimeZone(JsonFields &fields)
{
    const QString zone = fields.text("time_zone");
    if (!zone.isEmpty() && !QTimeZone(zone.toUtf8()).isValid())
        fields.refuse("time_zone", Text::tr("a name such as \"Europe/Berlin\", or an empty text for the system's"));
    return zone;
}

QString readDefaultChain(JsonFields &fields)
{
    const QString name = fields.text("default_chain");
    if (!name.isEmpty() && !routing::isChainName(name))
        fields.refuse("default_chain", Text::tr("the name of a chain, or an empty text"));
    return name;
}

QStringList readProviders(JsonFields &fields)
{
    QStringList ids = fields.texts("providers");
    if (!std::ranges::all_of(ids, catalog::isProviderId))
        fields.refuse("providers", Text::tr("ids of providers"));
    ids.removeDuplicates();
    return ids;
}

/// Also models that no catalog has any more: they may come back.
QStringList readFavorites(JsonFields &fields)
{
    QStringList ids = fields.texts("favorite_models");
    if (ids.contains(QString()))
        fields.refuse("favorite_models", Text::tr("ids of models such as \"openai/gpt-5-mini\""));
    ids.removeDuplicates();
    return ids;
}

NanoDollars readAmount(JsonFields &fields)
{
    static const QRegularExpression form(u"\\A[0-9]{1,7}(\\.[0-9]{1,9})?\\z"_s);
    const QString text = fields.raw("amount").toText();
    const Result<NanoDollars> amount = parseDollars(text);
    if (!amount || !form.match(text).hasMatch()) {
        fields.refuse("amount", Text::tr("dollars as a text such as \"5.00\", below ten million"));
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

Json textsJson(const QStringList &texts)
{
    Json json = Json::array();
    for (const QString &text : texts)
        json.append(text);
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
    settings.defaultChain = readDefaultChain(fields);
    settings.providers = readProviders(fields);
    settings.favoriteModels = readFavorites(fields);
    fields.object("limits", [&settings](JsonFields &limits) {
        settings.limits.daily = readLimit(limits, "daily", budget::Period::Day);
        settings.limits.monthly = readLimit(limits, "monthly", budget::Period::Month);
    });
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
    json.set("providers", textsJson(settings.providers));
    json.set("favorite_models", textsJson(settings.favoriteModels));
    json.set("limits", toJson(settings.limits));
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
