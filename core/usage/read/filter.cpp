#include "core/usage/read/filter.h"

#include "core/usage/store/record_writer.h"

#include <algorithm>

namespace sb::usage {

namespace {

QList<qint64> idsOf(const QStringList &texts, NameReader &names)
{
    QList<qint64> ids;
    for (const QString &text : texts)
        ids.append(names.id(text));
    return ids;
}

QList<qint64> idsOf(const QList<routing::EndState> &ends, NameReader &names)
{
    QList<qint64> ids;
    for (const routing::EndState end : ends)
        ids.append(names.id(QString::fromLatin1(routing::toWireName(end))));
    return ids;
}

QByteArray between(const QByteArray &column, qint64 first, qint64 last)
{
    return column + " BETWEEN " + QByteArray::number(first) + " AND " + QByteArray::number(last);
}

QByteArray equals(const QByteArray &column, qint64 value)
{
    return column + " = " + QByteArray::number(value);
}

bool allDays(const Filter &filter)
{
    return filter.firstDay == 0 && filter.lastDay == 0;
}

/// Rows are almost in the order of time, so the days of a filter lie close together in the table: from the first row of
/// any of its days to the last. The day is tested as well. There is one upper end for seq: of two, SQLite would enter
/// the table at the one that is written first, and walk from there to the other.
void addDays(SqlCondition &condition, const Filter &filter, Connection &connection, qint64 beforeSeq)
{
    Statement bounds(connection,
                     "SELECT min(first_seq), max(last_seq) FROM spent WHERE ledger = ?1 AND day BETWEEN ?2 AND ?3");
    bounds.bind(int(filter.ledger), filter.firstDay, filter.lastDay);
    if (bounds.next()) {
        const qint64 last = bounds.integer(1);
        condition.add(between("r.seq", bounds.integer(0), beforeSeq > 0 ? std::min(last, beforeSeq - 1) : last));
        condition.add(between("r.day", filter.firstDay, filter.lastDay));
    }
}

/// Every word in quotes: what the user types is never FTS5's query language.
QString matchExpression(const QString &text)
{
    QStringList words;
    for (QString word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        word.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        words.append(QLatin1Char('"') + word + QLatin1Char('"'));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

void SqlCondition::add(const QByteArray &condition)
{
    text += (text.isEmpty() ? "" : " AND ") + condition;
}

void SqlCondition::addOneOf(const QByteArray &column, const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return;
    QByteArrayList numbers;
    for (const qint64 id : ids)
        numbers.append(QByteArray::number(id));
    add(column + " IN (" + numbers.join(", ") + ')');
}

void SqlCondition::bindTo(Statement &statement) const
{
    if (match.isEmpty())
        statement.bind();
    else
        statement.bind(match); // the only value
}

SqlCondition requestCondition(const Filter &filter, Connection &connection, NameReader &names, qint64 beforeSeq)
{
    SqlCondition condition;
    condition.add(equals("r.ledger", qint64(filter.ledger)));
    if (!allDays(filter))
        addDays(condition, filter, connection, beforeSeq);
    else if (beforeSeq > 0)
        condition.add("r.seq < " + QByteArray::number(beforeSeq));
    condition.addOneOf("r.model", idsOf(filter.models, names));
    condition.addOneOf("r.provider", idsOf(filter.providers, names));
    condition.addOneOf("r.chain", idsOf(filter.chains, names));
    condition.addOneOf("r.client", idsOf(filter.clients, names));
    condition.addOneOf("r.end", idsOf(filter.ends, names));
    if (!filter.ends.isEmpty() && std::ranges::all_of(filter.ends, isFailure))
        condition.add("r.failed = 1"); // has an index
    if (filter.fellBack)
        condition.add(equals("r.fell_back", *filter.fellBack ? 1 : 0));
    condition.match = matchExpression(filter.text.simplified());
    if (!condition.match.isEmpty()) {
        condition.add("r.seq IN (SELECT seq FROM message_use WHERE " + equals("ledger", qint64(filter.ledger))
                      + " AND piece IN (SELECT rowid FROM message_fts WHERE message_fts MATCH :match))");
    }
    return condition;
}

std::optional<RollupDimension> rollupFor(const Filter &filter)
{
    if (filter.fellBack || !filter.text.simplified().isEmpty())
        return std::nullopt;
    QList<RollupDimension> needed;
    if (!filter.providers.isEmpty())
        needed.append(RollupDimension::Provider);
    if (!filter.chains.isEmpty())
        needed.append(RollupDimension::Chain);
    if (!filter.clients.isEmpty())
        needed.append(RollupDimension::Client);
    if (!filter.ends.isEmpty())
        needed.append(RollupDimension::End);
    if (needed.size() > 1)
        return std::nullopt;
    return needed.value(0, RollupDimension::All);
}

SqlCondition rollupCondition(const Filter &filter, RollupDimension dimension, NameReader &names)
{
    SqlCondition condition;
    condition.add(equals("ledger", qint64(filter.ledger)));
    condition.add(equals("dimension", qint64(dimension)));
    if (!allDays(filter))
        condition.add(between("day", filter.firstDay, filter.lastDay));
    condition.addOneOf("model", idsOf(filter.models, names));
    condition.addOneOf("value", idsOf(filter.providers, names)); // at most one of these has names
    condition.addOneOf("value", idsOf(filter.chains, names));
    condition.addOneOf("value", idsOf(filter.clients, names));
    condition.addOneOf("value", idsOf(filter.ends, names));
    return condition;
}

} // namespace sb::usage
