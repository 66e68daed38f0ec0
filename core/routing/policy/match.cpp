#include "core/routing/policy/match.h"

#include "core/routing/name_pattern.h"
#include "core/routing/policy/policy_members.h"
#include "core/routing/request_needs.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

/// What has no name fits no pattern, not even `*`.
bool fitsOne(const QStringList &patterns, const QString &name)
{
    return patterns.isEmpty() || (!name.isEmpty() && fitsAnyPattern(name, patterns));
}

bool fitsOne(const QStringList &patterns, const QStringList &names)
{
    return patterns.isEmpty()
        || std::ranges::any_of(names, [&patterns](const QString &name) { return fitsAnyPattern(name, patterns); });
}

/// "author/slug:floor" is asked for as "author/slug", too.
bool fitsModel(const QStringList &patterns, const QString &model)
{
    const qsizetype colon = model.lastIndexOf(u':');
    return fitsOne(patterns, model) || (colon >= 0 && fitsOne(patterns, model.first(colon)));
}

bool fitsFlag(const std::optional<bool> &asked, bool has)
{
    return !asked || *asked == has;
}

template <typename T>
bool isWithin(const Bounds<T> &bounds, const T &value)
{
    return (!bounds.from || value >= *bounds.from) && (!bounds.below || value < *bounds.below);
}

bool isWithin(const Bounds<NanoDollars> &bounds, const std::optional<NanoDollars> &remaining)
{
    return remaining ? isWithin(bounds, *remaining) : !bounds.below;
}

/// The small hours of a span over midnight belong to the day on which it began.
bool isThen(const Condition &condition, Weekday weekday, int minute)
{
    int day = int(weekday);
    if (const auto &hours = condition.hours) {
        const bool overMidnight = hours->to < hours->from;
        const bool early = overMidnight && minute < hours->to;
        if (!early && (minute < hours->from || (!overMidnight && minute >= hours->to)))
            return false;
        if (early)
            day = (day + 6) % 7;
    }
    return condition.weekdays.isEmpty() || condition.weekdays.contains(Weekday(day));
}

using Asked = const Condition &;
using Facts = const RequestFacts &;

struct Check
{
    Unmet unmet = Unmet::Unknown;
    bool (*holds)(Asked asked, Facts facts) = nullptr;
};
constexpr std::array Checks{
    Check{Unmet::TaskClass, [](Asked asked, Facts facts) { return fitsOne(asked.taskClasses, facts.taskClass); }},
    Check{Unmet::Model, [](Asked asked, Facts facts) { return fitsModel(asked.models, facts.model); }},
    Check{Unmet::PromptTokens,
          [](Asked asked, Facts facts) { return isWithin(asked.promptTokens, facts.promptTokens); }},
    Check{Unmet::Tools, [](Asked asked, Facts facts) { return fitsFlag(asked.tools, facts.tools); }},
    Check{Unmet::Images, [](Asked asked, Facts facts) { return fitsFlag(asked.images, facts.images); }},
    Check{Unmet::Files, [](Asked asked, Facts facts) { return fitsFlag(asked.files, facts.files); }},
    Check{Unmet::Audio, [](Asked asked, Facts facts) { return fitsFlag(asked.audio, facts.audio); }},
    Check{Unmet::Output,
          [](Asked asked, Facts facts) {
              return asked.outputs.isEmpty() || (facts.output && asked.outputs.contains(*facts.output));
          }},
    Check{Unmet::Tags, [](Asked asked, Facts facts) { return fitsOne(asked.tags, facts.tags); }},
    Check{Unmet::Client, [](Asked asked, Facts facts) { return fitsOne(asked.clients, facts.client); }},
    Check{Unmet::Session, [](Asked asked, Facts facts) { return fitsOne(asked.sessions, facts.session); }},
    Check{Unmet::Hours, [](Asked asked, Facts facts) { return isThen(asked, facts.weekday, facts.minute); }},
    Check{Unmet::Remaining, [](Asked asked, Facts facts) { return isWithin(asked.remaining, facts.remaining); }},
    Check{Unmet::Unknown, [](Asked asked, Facts) { return asked.extra.isNull(); }},
};

/// The first that does not hold; nullopt: all do.
std::optional<Unmet> unmetOf(Asked asked, Facts facts)
{
    const auto first = std::ranges::find_if(Checks, [&](const Check &check) { return !check.holds(asked, facts); });
    return first == Checks.end() ? std::nullopt : std::optional(first->unmet);
}

std::optional<Unmet> unmetOf(const Rule &rule, const RequestFacts &facts)
{
    if (!rule.enabled)
        return Unmet::Disabled;
    if (const auto unmet = unmetOf(rule.when, facts))
        return unmet;
    if (!rule.unless)
        return {};
    // An exception that cannot be judged may be meant for this request.
    if (!rule.unless->extra.isNull())
        return Unmet::Unknown;
    return unmetOf(*rule.unless, facts) ? std::nullopt : std::optional(Unmet::Unless);
}

void setRule(Json &json, const Policy &policy, qsizetype index)
{
    const Rule &rule = policy.rules.at(index);
    const Json number(qint64(index + 1));
    json.set("rule", rule.id.isEmpty() ? number : Json(rule.id));
    json.set("rule_number", number);
    if (!rule.name.isEmpty())
        json.set("rule_name", rule.name);
}

} // namespace

QStringList tagsOf(const chat::Request &request)
{
    QStringList tags;
    for (const auto &[key, value] : request.extra["metadata"].members()) {
        if (key == "tags") {
            for (const Json &item : value.items())
                tags.append(item.toText());
            tags += value.toText().split(u',');
        } else if (value.isString() || value.isNumber() || value.isBool()) {
            tags.append(QString::fromUtf8(key + '=' + (value.isString() ? value.toBytes() : value.dump())));
        }
    }
    if (!request.user.isEmpty())
        tags.append(u"user="_s + request.user);
    for (QString &tag : tags)
        tag = tag.trimmed();
    tags.removeAll(QString());
    tags.removeDuplicates();
    return tags;
}

RequestFacts factsOf(const chat::Request &request, const Circumstances &around)
{
    Circumstances all = around;
    all.tags = tagsOf(request) + around.tags;
    return factsOf(outlineOf(request), all);
}

RequestFacts factsOf(const RequestOutline &outline, const Circumstances &around)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(around.now), around.zone);
    return {
        .taskClass = around.taskClass,
        .model = outline.model,
        .promptTokens = needsOf(outline).likely(),
        .tools = outline.tools,
        .images = outline.images,
        .files = outline.files,
        .audio = outline.audio,
        .output = outline.output,
        .tags = around.tags,
        .client = around.client,
        .session = outline.session,
        .weekday = Weekday(local.date().dayOfWeek() - 1),
        .minute = local.time().hour() * 60 + local.time().minute(),
        .remaining = around.remaining,
    };
}

Match match(const Policy &policy, const RequestFacts &facts)
{
    Match found{.chain = policy.otherwise};
    for (qsizetype i = 0; i < policy.rules.size(); ++i) {
        const Rule &rule = policy.rules.at(i);
        if (const auto unmet = unmetOf(rule, facts)) {
            found.passed.append({.index = i, .unmet = *unmet});
            continue;
        }
        found.chain = rule.chain;
        found.rule = i;
        break;
    }
    return found;
}

namespace {

/// What a caller wrote about itself is on record only where bodies are.
bool isPersonal(Unmet unmet)
{
    return unmet == Unmet::Tags || unmet == Unmet::Session;
}

} // namespace

Json toJson(const Policy &policy, const Match &match, const RequestFacts &facts)
{
    Json passed = Json::array();
    for (const PassedRule &each : match.passed) {
        Json one;
        setRule(one, policy, each.index);
        one.set("unmet", toWireName(each.unmet));
        if (!isPersonal(each.unmet))
            one.set("detail", sentence(policy.rules.at(each.index), each.unmet, facts));
        passed.append(one);
    }
    Json json;
    json.set("policy", policy.name);
    json.set("version", policy.version);
    if (match.rule)
        setRule(json, policy, *match.rule);
    if (!match.chain.isEmpty())
        json.set("chain", match.chain);
    if (passed.size() > 0)
        json.set("passed", passed);
    return json;
}

} // namespace sb::routing
