#include "ui/chains/plan_table.h"

#include "ui/chains/step_outcome.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

namespace sb::ui {

namespace {

QString money(std::optional<NanoDollars> amount)
{
    return amount ? formatMoney(*amount) : PlanTable::tr("unpriced");
}

} // namespace

QString planSentence(const routing::Plan &plan)
{
    if (plan.candidates.isEmpty())
        return PlanTable::tr("No endpoint can serve this");
    const routing::Candidate &first = plan.candidates.constFirst();
    //: Dry run: the step that is asked first, and what it is expected to cost.
    return PlanTable::tr("Step %1 is asked first, %2").arg(first.step + 1).arg(costText(first));
}

void PlanTable::present(const routing::Plan &plan)
{
    beginResetModel();
    m_plan = plan;
    endResetModel();
}

int PlanTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan.candidates.size() + m_plan.excluded.size());
}

int PlanTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const routing::Excluded *PlanTable::excludedAt(int row) const
{
    const qsizetype at = row - m_plan.candidates.size();
    return at < 0 ? nullptr : &m_plan.excluded.at(at);
}

QString PlanTable::candidateText(const routing::Candidate &candidate, int column) const
{
    switch (column) {
    case Endpoint:
        return candidate.endpointId;
    case Rank:
        return QString::number(candidate.rank);
    case Chance:
        return formatPercent(candidate.probability);
    case FirstToken:
        return candidate.expectedFirstToken ? formatSeconds(*candidate.expectedFirstToken) : noValue();
    case Expected:
        return costText(candidate);
    default:
        return {};
    }
}

QString PlanTable::secondText(const routing::Candidate &candidate, int column) const
{
    if (column == FirstToken && candidate.wait.count() > 0)
        //: Until its rate limit has room.
        return tr("waits %1").arg(formatSeconds(candidate.wait));
    //: The amount that is reserved against the budget.
    return column == Expected ? tr("%1 reserved").arg(money(candidate.bound)) : QString();
}

QString PlanTable::reasonText(int row) const
{
    const routing::Excluded *excluded = excludedAt(row);
    if (excluded)
        return tr("Step %1, %2").arg(excluded->step + 1).arg(exclusionText(excluded->reason));
    const routing::Candidate &candidate = m_plan.candidates.at(row);
    const QString place = candidate.rank == 1 ? tr("asked first") : tr("asked next");
    const QString text = tr("Step %1, %2").arg(candidate.step + 1).arg(place);
    return candidate.mayLoad ? tr("%1, may have to load").arg(text) : text;
}

QVariant PlanTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    const bool isName = column == Endpoint;
    const routing::Excluded *excluded = excludedAt(index.row());
    const auto text = [&] {
        return !excluded ? candidateText(m_plan.candidates.at(index.row()), column)
            : isName     ? excluded->endpointId
                         : noValue();
    };
    const auto second = [&] {
        return isName   ? reasonText(index.row())
            : !excluded ? secondText(m_plan.candidates.at(index.row()), column)
                        : QString();
    };
    switch (role) {
    case Qt::ToolTipRole:
        return excluded && isName ? excluded->detail : text();
    case Qt::DisplayRole:
        return text();
    case Qt::AccessibleTextRole:
        return second().isEmpty() ? text() : QStringLiteral("%1, %2").arg(text(), second());
    case SecondLineRole:
        return second();
    case NumberRole:
        return !isName;
    case StrongRole:
        return isName && !excluded;
    case ToneRole:
        return int(excluded ? Label::Tone::Text3 : Label::Tone::Text);
    case SignalRole:
        return isName ? QVariant(int(excluded               ? Signal::Stop
                                         : index.row() == 0 ? Signal::Clear
                                                            : Signal::Off))
                      : QVariant();
    default:
        return {};
    }
}

QVariant PlanTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Endpoint ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Endpoint:
        return tr("Endpoint");
    case Rank:
        return tr("Rank");
    //: How likely it is that this endpoint is tried first in its step.
    case Chance:
        return tr("Chance");
    case FirstToken:
        return tr("First token");
    case Expected:
        return tr("Expected");
    default:
        return {};
    }
}

} // namespace sb::ui
