#include "ui/requests/log_proxy.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using Log = usage::LogModel;

constexpr int CostDecimals = 5; // most requests cost less than a cent

bool isNumber(int column)
{
    return column == Log::Tries || column == Log::FirstContent || column == Log::Tokens || column == Log::Cost;
}

QString costText(const usage::LogRow &row)
{
    if (row.open)
        return noValue();
    if (row.end == routing::EndState::Lost && row.bound)
        //: Cost of a request whose program died: at most the amount that was reserved.
        return LogProxy::tr("≤ %1").arg(formatMoney(*row.bound, CostDecimals));
    return formatCost(row.cost, CostDecimals);
}

Label::Tone toneOf(const usage::LogRow &row, int column)
{
    if (column == Log::Cost && !row.cost.amount)
        return Label::Tone::Text3;
    if (column == Log::Time || column == Log::Client || column == Log::ServedBy)
        return Label::Tone::Text2;
    return Label::Tone::Text;
}

} // namespace

LogProxy::LogProxy(const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_clock(clock)
{
}

void LogProxy::setZone(const QTimeZone &zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    if (rowCount() > 0)
        emit dataChanged(index(0, usage::LogModel::Time), index(rowCount() - 1, usage::LogModel::Time));
}

QString LogProxy::text(const usage::LogRow &row, int column) const
{
    switch (column) {
    case Log::Time:
        return formatTime(row.startedAt, m_zone, m_clock.wall());
    case Log::End:
        return row.open ? tr("running") : endStateText(row.end);
    case Log::Asked:
        return row.requested;
    case Log::ServedBy:
        return row.servedModel.isEmpty() || row.tries == 0
            ? noValue()
            : u"%1 · %2"_s.arg(shortModel(row.servedModel), row.servedProvider);
    case Log::Client:
        return row.client;
    case Log::Tries:
        return QString::number(row.tries);
    case Log::FirstContent:
        return formatSeconds(row.firstContent);
    case Log::Tokens:
        return row.open || row.end == routing::EndState::Lost ? noValue() : formatTokens(row.tokens);
    case Log::Cost:
        return costText(row);
    default:
        return {};
    }
}

QVariant LogProxy::data(const QModelIndex &index, int role) const
{
    if (role == usage::LogModel::RowRole)
        return QIdentityProxyModel::data(index, role);
    const QVariant value = QIdentityProxyModel::data(index, usage::LogModel::RowRole);
    if (!value.isValid()) // still fetched
        return role == Qt::DisplayRole && index.column() == Log::Time ? QVariant(u"…"_s)
            : role == ToneRole                                        ? QVariant(int(Label::Tone::Text3))
                                                                      : QVariant();
    const auto row = value.value<usage::LogRow>();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case NumberRole:
        return isNumber(index.column());
    case StrongRole:
        return index.column() == Log::Asked;
    case ToneRole:
        return int(toneOf(row, index.column()));
    case SignalRole:
        if (index.column() == Log::End)
            return int(row.open ? Signal::Off : endStateSignal(row.end));
        return {};
    default:
        return {};
    }
}

QVariant LogProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Log::Time:
        return tr("Time", "of a request");
    case Log::End:
        return tr("End");
    case Log::Asked:
        return tr("Asked for");
    case Log::ServedBy:
        return tr("Served by");
    case Log::Client:
        return tr("Client");
    case Log::Tries:
        return tr("Tries");
    case Log::FirstContent:
        return tr("First token");
    case Log::Tokens:
        return tr("In / out");
    case Log::Cost:
        return tr("Cost");
    default:
        return {};
    }
}

} // namespace sb::ui
