#include "core/routing/exchange/portkey_query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

using Alternatives = std::optional<QList<Asked>>;

constexpr qsizetype MostAlternatives = 64; ///< of nested alternatives; each becomes a rule
constexpr int DeepestQuery = 16;

/// Which list of a condition a key of a query is about, and what stands before its values there.
struct QueryTarget
{
    QStringList Condition::*list = nullptr;
    QString prefix = {};
};

std::optional<QueryTarget> targetOf(const QString &key)
{
    if (key == "params.model"_L1)
        return QueryTarget{&Condition::models, {}};
    if (key == "params.user"_L1)
        return QueryTarget{&Condition::tags, u"user="_s};
    const QString name = key.section(u'.', 1);
    if (key.startsWith("metadata."_L1) && !name.isEmpty() && !name.contains(u'='))
        return QueryTarget{&Condition::tags, name + u'='};
    return {};
}

/// A text as a pattern that only it fits; a star in it would be another thing.
std::optional<QString> literal(const Json &value)
{
    const QString text = value.isString()    ? value.toText()
        : value.isNumber() || value.isBool() ? QString::fromUtf8(value.dump())
                                             : QString();
    if (text.isEmpty() || text.contains(u'*'))
        return {};
    return text;
}

/// The expressions that are patterns: letters, digits and signs that mean themselves, with `.*` and anchors.
std::optional<QString> patternOf(QString expression)
{
    const bool fromStart = expression.startsWith(u'^');
    const bool toEnd = expression.endsWith(u'$');
    if (fromStart)
        expression.remove(0, 1);
    if (toEnd)
        expression.chop(1);
    QString pattern;
    for (qsizetype i = 0; i < expression.size(); ++i) {
        const QChar c = expression.at(i);
        const QChar next = i + 1 < expression.size() ? expression.at(i + 1) : QChar();
        const bool anything = c == u'.' && next == u'*';
        const bool escaped = c == u'\\' && (next == u'.' || next == u'-' || next == u'/');
        if (!anything && !escaped && !c.isLetterOrNumber() && !u"-_/:@ "_s.contains(c))
            return {};
        pattern += anything ? QChar(u'*') : escaped ? next : c;
        i += anything || escaped;
    }
    return (fromStart ? QString() : u"*"_s) + pattern + (toEnd ? QString() : u"*"_s);
}

std::optional<QStringList> valuesOf(const QByteArray &op, const Json &value)
{
    QStringList texts;
    if (op == "$regex") {
        const auto pattern = value.isString() ? patternOf(value.toText()) : std::nullopt;
        return pattern ? std::optional(QStringList{*pattern}) : std::nullopt;
    }
    const Json::Array values = op == "$in" || op == "$nin" ? value.items() : Json::Array{value};
    for (const Json &each : values) {
        const auto text = literal(each);
        if (!text)
            return {};
        texts.append(*text);
    }
    return texts.isEmpty() ? std::nullopt : std::optional(texts);
}

std::optional<Asked> fromOperator(const QueryTarget &target, const QByteArray &op, const Json &value)
{
    const bool isDenial = op == "$ne" || op == "$nin";
    if (!isDenial && op != "$eq" && op != "$in" && op != "$regex")
        return {};
    auto values = valuesOf(op, value);
    if (!values)
        return {};
    for (QString &each : *values)
        each.prepend(target.prefix);
    Condition condition;
    condition.*target.list = *values;
    return isDenial ? Asked{.unless = condition} : Asked{.when = condition};
}

/// Both; nullopt where one list would have to say two things at once.
std::optional<Asked> both(const Asked &a, const Asked &b)
{
    Asked all = a;
    for (QStringList Condition::*list : {&Condition::models, &Condition::tags}) {
        if (!(a.when.*list).isEmpty() && !(b.when.*list).isEmpty())
            return {};
        all.when.*list += b.when.*list;
    }
    if (!b.unless)
        return all;
    if (!a.unless) {
        all.unless = b.unless;
        return all;
    }
    // Neither this nor that is none of both, where both are of one list.
    const bool oneList = a.unless->models.isEmpty() == b.unless->models.isEmpty()
        && a.unless->tags.isEmpty() == b.unless->tags.isEmpty()
        && a.unless->models.isEmpty() != a.unless->tags.isEmpty();
    if (!oneList)
        return {};
    all.unless->models += b.unless->models;
    all.unless->tags += b.unless->tags;
    return all;
}

Alternatives bothOf(const QList<Asked> &left, const QList<Asked> &right)
{
    QList<Asked> all;
    for (const Asked &a : left) {
        for (const Asked &b : right) {
            const auto one = both(a, b);
            if (!one || all.size() >= MostAlternatives)
                return {};
            all.append(*one);
        }
    }
    return all;
}

Alternatives fromQuery(const Json &query, int depth);

Alternatives fromMember(const QByteArray &key, const Json &value, int depth)
{
    if (key == "$or") {
        QList<Asked> all;
        for (const Json &each : value.items()) {
            const Alternatives one = fromQuery(each, depth + 1);
            if (!one || all.size() + one->size() > MostAlternatives)
                return {};
            all += *one;
        }
        return all.isEmpty() ? Alternatives() : all;
    }
    QList<Asked> all{Asked{}};
    const auto add = [&all](const Alternatives &next) {
        const Alternatives joined = next ? bothOf(all, *next) : Alternatives();
        all = joined.value_or(QList<Asked>());
        return joined.has_value();
    };
    if (key == "$and") {
        for (const Json &each : value.items()) {
            if (!add(fromQuery(each, depth + 1)))
                return {};
        }
        return all;
    }
    const auto target = targetOf(QString::fromUtf8(key));
    if (!target)
        return {};
    const Json::Object operators = value.isObject() ? value.members() : Json::Object{{"$eq", value}};
    for (const auto &[op, operand] : operators) {
        const auto asked = fromOperator(*target, op, operand);
        if (!asked || !add(QList<Asked>{*asked}))
            return {};
    }
    return all;
}

Alternatives fromQuery(const Json &query, int depth)
{
    if (!query.isObject() || depth > DeepestQuery)
        return {};
    QList<Asked> all{Asked{}};
    for (const auto &[key, value] : query.members()) {
        const Alternatives one = fromMember(key, value, depth);
        const Alternatives joined = one ? bothOf(all, *one) : Alternatives();
        if (!joined)
            return {};
        all = *joined;
    }
    return all;
}

/// The operand for names; patterns are expressions.
std::optional<Json> operandOf(const QStringList &names, bool isDenial)
{
    const bool hasPattern = std::ranges::any_of(names, [](const QString &name) { return name.contains(u'*'); });
    Json operand;
    if (!hasPattern && names.size() == 1) {
        operand.set(isDenial ? "$ne" : "$eq", names.constFirst());
        return operand;
    }
    if (!hasPattern) {
        const Json list = Json::array(names);
        operand.set(isDenial ? "$nin" : "$in", list);
        return operand;
    }
    if (isDenial || names.size() > 1)
        return {};
    QString expression;
    for (const QChar c : names.constFirst())
        expression += c == u'*' ? u".*"_s : c == u'.' ? u"\\."_s : QString(c);
    if (!patternOf(u'^' + expression + u'$'))
        return {};
    operand.set("$regex", u'^' + expression + u'$');
    return operand;
}

/// Adds the members of one condition to a query; false: it asks what a query cannot.
bool addToQuery(Json &query, const Condition &condition, bool isDenial)
{
    const Condition known{.models = condition.models, .tags = condition.tags};
    // A denial of two members is an "or", which a query has no room for beside others.
    if (condition != known || (isDenial && !condition.models.isEmpty() && !condition.tags.isEmpty()))
        return false;
    const auto add = [&](const QByteArray &key, const QStringList &names) {
        const auto operand = operandOf(names, isDenial);
        if (!operand || query.contains(key))
            return false;
        query.set(key, *operand);
        return true;
    };
    if (!condition.models.isEmpty() && !add("params.model", condition.models))
        return false;
    if (condition.tags.isEmpty())
        return true;
    const QString name = condition.tags.constFirst().section(u'=', 0, 0);
    QStringList values;
    for (const QString &tag : condition.tags) {
        if (!tag.contains(u'=') || tag.section(u'=', 0, 0) != name || name.contains(u'*'))
            return false;
        values.append(tag.section(u'=', 1));
    }
    return add(name == "user"_L1 ? QByteArray("params.user") : "metadata." + name.toUtf8(), values);
}

} // namespace

std::optional<QList<Asked>> fromPortkeyQuery(const Json &query)
{
    return fromQuery(query, 0);
}

std::optional<Json> toPortkeyQuery(const Asked &asked)
{
    Json query = Json::object();
    const bool said = addToQuery(query, asked.when, false) && (!asked.unless || addToQuery(query, *asked.unless, true));
    return said ? std::optional(query) : std::nullopt;
}

} // namespace sb::routing
