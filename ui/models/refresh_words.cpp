#include "ui/models/refresh_words.h"

#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/models/model_index.h"
#include "ui/models/price_steps.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using Outcome = catalog::SourceReport::Outcome;

struct RefreshWordsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::RefreshWords)
};

enum SourceColumn
{
    SourceName,
    Answer,
    Listed,
    Added,
    Changed,
    Gone,
    SourceColumns
};

Signal signalOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Fetched:
    case Outcome::NotModified:
        return Signal::Clear;
    case Outcome::Cancelled:
        return Signal::Off;
    case Outcome::Failed:
        return Signal::Caution;
    case Outcome::Rejected:
        return Signal::Stop;
    }
    return Signal::Off;
}

} // namespace

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Fetched:
        return RefreshWordsText::tr("new list");
    case Outcome::NotModified:
        return RefreshWordsText::tr("unchanged");
    case Outcome::Failed:
        return RefreshWordsText::tr("no answer");
    case Outcome::Rejected:
        return RefreshWordsText::tr("not taken");
    case Outcome::Cancelled:
        return RefreshWordsText::tr("cancelled");
    }
    return {};
}

QString costText(const catalog::Cost &cost)
{
    if (cost.free)
        return RefreshWordsText::tr("free");
    if (!cost.price)
        return RefreshWordsText::tr("unpriced");
    const catalog::Endpoint priced{.price = cost.price};
    return u"%1 / %2"_s.arg(amountText(listInput(priced)), amountText(listOutput(priced)));
}

Signal reportSignal(const catalog::RefreshReport &report)
{
    Signal worst = Signal::Clear;
    for (const catalog::SourceReport &source : report.sources) {
        const Signal signal = signalOf(source.outcome);
        if (signal == Signal::Stop || (signal == Signal::Caution && worst != Signal::Stop))
            worst = signal;
    }
    return worst;
}

QString reportSentence(const catalog::RefreshReport &report)
{
    QStringList outcomes;
    for (const Outcome outcome :
         {Outcome::Fetched, Outcome::NotModified, Outcome::Failed, Outcome::Rejected, Outcome::Cancelled}) {
        if (const int sources = catalog::count(report, outcome); sources > 0)
            outcomes.append(u"%1 %2"_s.arg(sources).arg(outcomeText(outcome)));
    }
    int added = 0;
    for (const catalog::SourceReport &source : report.sources)
        added += source.added;
    QStringList found;
    if (!report.moves.isEmpty())
        found.append(RefreshWordsText::tr("%n price(s) changed", nullptr, int(report.moves.size())));
    if (added > 0)
        found.append(RefreshWordsText::tr("%n endpoint(s) are new", nullptr, added));
    if (!report.beneathOverrides.isEmpty())
        found.append(RefreshWordsText::tr("%n beneath your own price", nullptr, int(report.beneathOverrides.size())));
    const QString what = found.isEmpty() ? RefreshWordsText::tr("Nothing changed") : found.join(u", "_s);
    //: %1 is a number of sources, %2 what came of them, %3 what changed.
    return RefreshWordsText::tr("%1 asked: %2. %3.").arg(report.sources.size()).arg(outcomes.join(u", "_s), what);
}

void SourceTable::present(const QList<catalog::SourceReport> &sources)
{
    beginResetModel();
    m_sources = sources;
    endResetModel();
}

int SourceTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sources.size());
}

int SourceTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : SourceColumns;
}

QString SourceTable::text(const catalog::SourceReport &source, int column) const
{
    switch (column) {
    case SourceName:
        return source.name;
    case Answer:
        return outcomeText(source.outcome);
    default:
        break;
    }
    if (source.outcome != Outcome::Fetched && source.outcome != Outcome::NotModified)
        return u"–"_s; // it is not known, which is not none
    switch (column) {
    case Listed:
        return QLocale().toString(source.listed);
    case Added:
        return QLocale().toString(source.added);
    case Changed:
        return QLocale().toString(source.changed);
    case Gone:
        return QLocale().toString(source.gone);
    default:
        return {};
    }
}

QVariant SourceTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const catalog::SourceReport &source = m_sources.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(source, index.column());
    case SecondLineRole:
        return index.column() == SourceName ? QVariant(source.reason) : QVariant();
    case Qt::ToolTipRole:
        return source.reason;
    case SignalRole:
        return index.column() == Answer ? QVariant(int(signalOf(source.outcome))) : QVariant();
    case NumberRole:
        return index.column() >= Listed;
    case StrongRole:
        return index.column() == SourceName;
    default:
        return {};
    }
}

QVariant SourceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Listed ? Qt::AlignRight : Qt::AlignLeft));
    const QStringList titles{tr("Source"), tr("Answer"), tr("Listed"), tr("New"), tr("Changed"), tr("Gone")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

void FindingTable::present(const catalog::RefreshReport &report)
{
    beginResetModel();
    m_findings.clear();
    for (const catalog::ChangeBeneath &change : report.beneathOverrides)
        m_findings.append(
            {Signal::Caution, change.endpointId,
             //: A list price changed beneath the user's own; %1 before, %2 now.
             tr("Beneath your own price: %1, before %2").arg(costText(change.now), costText(change.before))});
    for (const catalog::PriceMove &move : report.moves)
        m_findings.append(
            {Signal::Clear, move.endpointId, tr("Now %1, before %2").arg(costText(move.now), costText(move.before))});
    for (const catalog::SourceReport &source : report.sources) {
        for (const catalog::RejectedModel &rejected : source.rejected)
            m_findings.append({Signal::Stop, rejected.endpointId, rejected.reason});
    }
    endResetModel();
}

QString FindingTable::endpointAt(int row) const
{
    return m_findings.value(row).endpointId;
}

int FindingTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant FindingTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return index.column() == 0 ? finding.endpointId : finding.what;
    case SignalRole:
        return index.column() == 0 ? QVariant(int(finding.signal)) : QVariant();
    case ToneRole:
        return int(index.column() == 0 ? Label::Tone::Text : Label::Tone::Text2);
    default:
        return {};
    }
}

QVariant FindingTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    const QStringList titles{tr("Endpoint"), tr("$ per M tokens, input / output")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

} // namespace sb::ui
