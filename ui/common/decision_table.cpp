#include "ui/common/decision_table.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QString moneyText(const Json &decimal)
{
    const auto amount = parseDollars(decimal.toText());
    return amount ? formatMoney(*amount) : DecisionTable::tr("unpriced");
}

struct Fate
{
    QString text = {};
    Signal signal = Signal::Off;
    Label::Tone tone = Label::Tone::Text3;
};

Fate outcomeOf(const QString &endpoint, const usage::Settlement &record)
{
    int tries = 0;
    bool served = false;
    for (const usage::AttemptRecord &attempt : record.attempts) {
        if (attempt.endpointId != endpoint)
            continue;
        ++tries;
        served = served || attempt.succeeded;
    }
    if (served)
        return {DecisionTable::tr("served"), Signal::Clear, Label::Tone::Ok};
    if (tries > 0)
        //: How often an endpoint was asked in vain.
        return {DecisionTable::tr("failed, %n try(s)", nullptr, tries), Signal::Stop, Label::Tone::Danger};
    return {DecisionTable::tr("not reached")};
}

} // namespace

void DecisionTable::present(const usage::Settlement &record)
{
    beginResetModel();
    m_rows.clear();
    for (const Json &candidate : record.decision["candidates"].items()) {
        const QString endpoint = candidate["endpoint"].toText();
        const Fate outcome = outcomeOf(endpoint, record);
        const auto pick = routing::pickFromWireName(candidate["pick"].toBytes());
        m_rows.append({.name = endpoint,
                       .rank = QString::number(candidate["rank"].toInteger().value_or(0)),
                       .chance = QLocale().toString(candidate["probability"].toDouble().value_or(0), 'f', 2),
                       .expected = moneyText(candidate["expected_high"]),
                       .outcome = outcome.text,
                       .detail = pick ? describe(*pick) : QString(),
                       .signal = int(outcome.signal),
                       .outcomeTone = int(outcome.tone)});
    }
    for (const Json &excluded : record.decision["excluded"].items()) {
        const QString reason = exclusionText(excluded["reason"].toBytes());
        m_rows.append({.name = excluded["endpoint"].toText(),
                       .rank = noValue(),
                       .chance = noValue(),
                       .expected = noValue(),
                       .outcome = reason.isEmpty() ? excluded["detail"].toText() : reason,
                       .detail = excluded["detail"].toText(),
                       .outcomeTone = int(Label::Tone::Text3),
                       .excluded = true});
    }
    endResetModel();
}

int DecisionTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DecisionTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DecisionTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Candidate:
            return row.name;
        case Rank:
            return row.rank;
        case Chance:
            return row.chance;
        case Expected:
            return row.expected;
        case Outcome:
            return row.outcome;
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return index.column() == (row.excluded ? Outcome : Chance) && !row.detail.isEmpty() ? row.detail
            : index.column() == Outcome || index.column() == Candidate ? data(index, Qt::DisplayRole)
                                                                       : QVariant();
    case NumberRole:
        return index.column() >= Rank && index.column() <= Expected;
    case StrongRole:
        return index.column() == Candidate && !row.excluded;
    case ToneRole:
        return row.excluded             ? int(Label::Tone::Text3)
            : index.column() == Outcome ? row.outcomeTone
                                        : int(Label::Tone::Text);
    case SignalRole:
        return index.column() == Candidate && !row.excluded ? QVariant(row.signal) : QVariant();
    default:
        return {};
    }
}

QVariant DecisionTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Rank && section <= Expected ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Candidate:
        return tr("Candidate");
    case Rank:
        return tr("Rank");
    case Chance:
        return tr("Chance");
    case Expected:
        return tr("Expected");
    case Outcome:
        return tr("What came of it");
    default:
        return {};
    }
}

QString movedOnSentence(const usage::RequestRecord &request)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("sb::ui::DecisionTable", text); };
    if (request.open)
        return translated(QT_TRANSLATE_NOOP(
            "sb::ui::DecisionTable", "It is running: attempts and cost are recorded when the answer has ended."));
    const usage::Settlement &record = request.settled;
    if (record.end == routing::EndState::Lost)
        return translated(QT_TRANSLATE_NOOP("sb::ui::DecisionTable",
                                            "The program that sent it died before the answer was recorded."));
    if (record.attempts.isEmpty())
        return translated(QT_TRANSLATE_NOOP("sb::ui::DecisionTable", "Nothing was sent."));
    const usage::AttemptRecord &first = record.attempts.constFirst();
    if (first.succeeded)
        return translated(QT_TRANSLATE_NOOP("sb::ui::DecisionTable", "The first candidate answered at the first try."));
    const auto tries =
        std::count_if(record.attempts.cbegin(), record.attempts.cend(), [&](const usage::AttemptRecord &attempt) {
            return attempt.endpointId == first.endpointId && !attempt.succeeded;
        });
    const QString error = first.error ? errorText(*first.error, first.httpStatus) : QString();
    const usage::AttemptRecord &last = record.attempts.constLast();
    if (last.succeeded && last.endpointId == first.endpointId)
        return QCoreApplication::translate("sb::ui::DecisionTable", "%1 failed with %2 and answered at a later try.")
            .arg(first.endpointId, error);
    if (last.succeeded)
        return QCoreApplication::translate(
                   "sb::ui::DecisionTable",
                   "Moved on because %1 failed with %2, %n try(s). %3 answered; nothing had been shown before.",
                   nullptr, int(tries))
            .arg(first.endpointId, error, last.endpointId);
    return QCoreApplication::translate("sb::ui::DecisionTable",
                                       "Nobody answered: %1 failed with %2, and no candidate was left.")
        .arg(first.endpointId, error);
}

} // namespace sb::ui
