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

QString PlanTable::candidateText(const routing::Candidate &candidate, int column) const
{
    switch (column) {
    case Endpoint:
        return candidate.endpointId;
    case Step:
        return QString::number(candidate.step + 1);
    case Rank:
        return QString::number(candidate.rank);
    case Expected:
        return costText(candidate);
    case Bound:
        return money(candidate.bound);
    case Reason:
        return candidate.rank == 1 ? tr("asked first") : tr("asked next");
    default:
        return {};
    }
}

QString PlanTable::excludedText(const routing::Excluded &excluded, int column) const
{
    switch (column) {
    case Endpoint:
        return excluded.endpointId;
    case Step:
        return QString::number(excluded.step + 1);
    case Reason:
        return exclusionText(excluded.reason);
    default:
        return noValue();
    }
}

QVariant PlanTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isCandidate = index.row() < m_plan.candidates.size();
    const int column = index.column();
    switch (role) {
    case Qt::ToolTipRole:
        if (!isCandidate && column == Reason)
            return m_plan.excluded.at(index.row() - m_plan.candidates.size()).detail;
        [[fallthrough]];
    case Qt::DisplayRole:
        return isCandidate ? candidateText(m_plan.candidates.at(index.row()), column)
                           : excludedText(m_plan.excluded.at(index.row() - m_plan.candidates.size()), column);
    case NumberRole:
        return column >= Step && column <= Bound;
    case StrongRole:
        return column == Endpoint && isCandidate;
    case ToneRole:
        return int(!isCandidate ? Label::Tone::Text3 : column == Reason ? Label::Tone::Text2 : Label::Tone::Text);
    case SignalRole:
        return column == Endpoint ? QVariant(int(!isCandidate           ? Signal::Stop
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
        return int(Qt::AlignVCenter | (section >= Step && section <= Bound ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Endpoint:
        return tr("Endpoint");
    case Step:
        return tr("Step");
    case Rank:
        return tr("Rank");
    case Expected:
        return tr("Expected");
    //: The amount that is reserved against the budget.
    case Bound:
        return tr("Reserved");
    case Reason:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace sb::ui
