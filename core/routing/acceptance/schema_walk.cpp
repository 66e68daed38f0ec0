#include "core/routing/acceptance/schema_walk.h"

#include "core/routing/acceptance/canonical.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qsizetype WorkOfSearch = 100;
constexpr qsizetype WorkOfLongSearch = 3'000; // as long as the most steps of PCRE take
constexpr int MostLevels = 1'000; // of schemas in schemas; about 1 kB of stack each
constexpr qsizetype MostViolations = 8;
constexpr qsizetype LongestName = 60; // of a member, in a path

struct SchemaWalkText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

QString nameInPath(const QByteArray &name, bool isFirst)
{
    const QString text = QString::fromUtf8(name);
    const QString shown = text.size() > LongestName ? text.left(LongestName) + u'…' : text;
    const bool isPlain =
        !text.isEmpty() && std::ranges::none_of(text, [](QChar c) { return c == u'.' || c == u'[' || c.isSpace(); });
    if (!isPlain)
        return u"[\"%1\"]"_s.arg(shown);
    return isFirst ? shown : u'.' + shown;
}

} // namespace

SchemaVerdict SchemaWalk::verdict(const Json &value)
{
    const bool good = fits(m_document.root, value, Place{}, nullptr);
    if (m_stopped) {
        m_verdict.kind = SchemaVerdict::Kind::CannotCheck;
        m_verdict.violations.clear();
    } else if (!good) {
        m_verdict.kind = SchemaVerdict::Kind::DoesNotFit;
    }
    m_verdict.work = m_work;
    return std::move(m_verdict);
}

bool SchemaWalk::fits(int schema, const Json &value, const Place &place, Seen *seen)
{
    work(1);
    if (m_depth >= MostLevels)
        stop(SchemaWalkText::tr("schema and value are nested too deep"));
    if (m_stopped)
        return false;
    const SchemaNode &node = m_document.nodes[std::size_t(schema)];
    if (node.always)
        return *node.always || wrong(place, "false", SchemaWalkText::tr("nothing here"));
    ++m_depth;
    // What a schema that does not fit has seen does not count.
    Seen own(m_document.tracksEvaluation ? std::size_t(value.size()) : 0);
    const bool good = fitsParts({node, value, place, m_document.tracksEvaluation ? &own : nullptr});
    --m_depth;
    if (good && seen) {
        work(value.size() / 16);
        for (std::size_t i = 0; i < own.size(); ++i)
            (*seen)[i] = (*seen)[i] || own[i];
    }
    return good;
}

bool SchemaWalk::fitsQuietly(int schema, const Visit &visit)
{
    ++m_quiet;
    const bool good = fits(schema, visit.value, visit.place, visit.seen);
    --m_quiet;
    return good;
}

bool SchemaWalk::fitsParts(const Visit &visit)
{
    const quint8 types = schemaTypes(visit.value);
    if (!fitsType(visit, types))
        return false; // all else would only be its consequence
    using Part = bool (SchemaWalk::*)(const Visit &);
    const bool isNumber = (types & NumberType) != 0;
    // Members and items come last: they ask what the others have seen.
    const Part byType = isNumber ? &SchemaWalk::fitsNumber
        : types == StringType    ? &SchemaWalk::fitsText
        : types == ArrayType     ? &SchemaWalk::fitsItems
        : types == ObjectType    ? &SchemaWalk::fitsMembers
                                 : nullptr;
    bool good = fitsChoices(visit);
    if (!isOver(good))
        good = fitsInPlace(visit) && good;
    if (byType && !isOver(good))
        good = (this->*byType)(visit) && good;
    return good;
}

bool SchemaWalk::fitsType(const Visit &visit, quint8 types)
{
    return visit.node.types == 0 || (visit.node.types & types) != 0
        || wrong(visit.place, "type",
                 SchemaWalkText::tr("%1, not %2").arg(visit.node.typeNames, QLatin1StringView(visit.value.typeName())));
}

bool SchemaWalk::fitsChoices(const Visit &visit)
{
    if (visit.node.choices.empty())
        return true;
    const QByteArray value = canonical(visit.value);
    work(value.size() / 16);
    for (const SchemaNode::Choice &choice : visit.node.choices) {
        if (!choice.values.contains(value))
            return wrong(visit.place, choice.keyword.constData(), SchemaWalkText::tr("one of %1").arg(choice.text));
    }
    return true;
}

bool SchemaWalk::fitsNumber(const Visit &visit)
{
    const SchemaNode::Numbers &limits = visit.node.numbers;
    const Decimal value(visit.value.numberLiteral());
    work(visit.value.numberLiteral().size() / 16);
    const auto text = [](const Decimal &number) { return QString::fromLatin1(number.text()); };
    if (limits.minimum && value < *limits.minimum)
        return wrong(visit.place, "minimum", u"≥ "_s + text(*limits.minimum));
    if (limits.maximum && value > *limits.maximum)
        return wrong(visit.place, "maximum", u"≤ "_s + text(*limits.maximum));
    if (limits.exclusiveMinimum && value <= *limits.exclusiveMinimum)
        return wrong(visit.place, "exclusiveMinimum", u"> "_s + text(*limits.exclusiveMinimum));
    if (limits.exclusiveMaximum && value >= *limits.exclusiveMaximum)
        return wrong(visit.place, "exclusiveMaximum", u"< "_s + text(*limits.exclusiveMaximum));
    if (limits.multipleOf && !value.isMultipleOf(*limits.multipleOf))
        return wrong(visit.place, "multipleOf", SchemaWalkText::tr("a multiple of %1").arg(text(*limits.multipleOf)));
    return true;
}

bool SchemaWalk::fitsText(const Visit &visit)
{
    const SchemaNode::Texts &limits = visit.node.texts;
    if (!limits.minLength && !limits.maxLength && !limits.pattern)
        return true;
    const QByteArray utf8 = visit.value.toBytes();
    work(utf8.size() / 64);
    const auto length = std::ranges::count_if(utf8, [](char c) { return (c & 0xC0) != 0x80; });
    const bool good = fitsSize(visit, length, limits.minLength, limits.maxLength, "minLength maxLength");
    if (!good || !limits.pattern || searched(*limits.pattern, visit.value.toText()) || m_stopped)
        return good;
    return wrong(visit.place, "pattern", SchemaWalkText::tr("a text that its pattern matches"));
}

bool SchemaWalk::searched(const BoundedPattern &pattern, const QString &text)
{
    if (!m_stopped)
        work(WorkOfSearch + text.size() / 16);
    if (m_stopped)
        return false;
    BoundedPattern::Outcome outcome = pattern.searchQuickly(text);
    if (outcome == BoundedPattern::Outcome::GaveUp) {
        work(WorkOfLongSearch);
        if (m_stopped)
            return false;
        outcome = pattern.search(text);
    }
    if (outcome == BoundedPattern::Outcome::GaveUp)
        stop(SchemaWalkText::tr("a pattern takes too long"));
    return outcome == BoundedPattern::Outcome::Matches;
}

/// @param keywords both names, with a blank between
bool SchemaWalk::fitsSize(const Visit &visit, qint64 size, const std::optional<qint64> &least,
                          const std::optional<qint64> &most, const char *keywords)
{
    const QByteArrayList names = QByteArray(keywords).split(' ');
    if (least && size < *least)
        return wrong(visit.place, names.first().constData(),
                     SchemaWalkText::tr("at least %1, not %2").arg(*least).arg(size));
    if (most && size > *most)
        return wrong(visit.place, names.last().constData(),
                     SchemaWalkText::tr("at most %1, not %2").arg(*most).arg(size));
    return true;
}

bool SchemaWalk::wrong(const Place &place, const char *keyword, const QString &expectation)
{
    if (m_quiet > 0 || m_stopped || m_verdict.violations.size() >= MostViolations)
        return false;
    std::vector<const Place *> steps;
    for (const Place *step = &place; step->outer; step = step->outer)
        steps.push_back(step);
    QString path;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        path += (*step)->name ? nameInPath(*(*step)->name, path.isEmpty()) : u"[%1]"_s.arg((*step)->index);
    m_verdict.violations.append({path, keyword, expectation});
    return false;
}

void SchemaWalk::work(qsizetype steps)
{
    m_work += steps;
    if (m_work > MostSchemaWork)
        stop(SchemaWalkText::tr("schema and value ask for too much work"));
}

void SchemaWalk::stop(const QString &reason)
{
    if (!m_stopped)
        m_verdict.reason = reason;
    m_stopped = true;
}

bool SchemaWalk::isOver(bool good) const
{
    return m_stopped || (!good && (m_quiet > 0 || m_verdict.violations.size() >= MostViolations));
}

SchemaVerdict validate(const CompiledSchema &schema, const Json &value)
{
    return SchemaWalk(schema.document()).verdict(value);
}

} // namespace sb::routing
