#include "ui/providers/provider_model.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr auto MimeType = "application/x-signalbox-provider"_L1;
} // namespace

ProviderModel::ProviderModel(ProviderBoard &board, QObject *parent)
    : QAbstractTableModel(parent)
    , m_board(board)
    , m_rows(board.listed())
{
    connect(&m_board, &ProviderBoard::changed, this, &ProviderModel::take);
}

void ProviderModel::take()
{
    const QList<ProviderFacts> &now = m_board.listed();
    const bool sameRows = std::ranges::equal(
        now, m_rows, {}, [](const ProviderFacts &facts) { return facts.provider.id; },
        [](const ProviderFacts &facts) { return facts.provider.id; });
    if (sameRows) {
        m_rows = now;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = now;
    endResetModel();
}

void ProviderModel::setMonth(const usage::MonthByProvider &month)
{
    m_month = month;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, Month), index(rowCount() - 1, Month));
    emit headerDataChanged(Qt::Horizontal, Month, Month);
}

QString ProviderModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? m_rows.at(index.row()).provider.id : QString();
}

QModelIndex ProviderModel::indexOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row).provider.id == id)
            return index(row, 0);
    }
    return {};
}

int ProviderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProviderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProviderModel::spend(const ProviderFacts &facts) const
{
    if (facts.provider.local || facts.provider.practice)
        return tr("free");
    const auto sums = m_month.sums.constFind(facts.provider.id);
    if (sums == m_month.sums.constEnd())
        return noValue();
    return formatSum(*sums, 2);
}

QVariant ProviderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProviderFacts &facts = m_rows.at(index.row());
    const ProviderLine line = lineOf(facts);
    if (index.column() == Month) {
        switch (role) {
        case Qt::DisplayRole:
            return spend(facts);
        case NumberRole:
            return true;
        case ToneRole:
            return int(Label::Tone::Text2);
        default:
            return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole:
        return facts.provider.name;
    case SecondLineRole:
        return line.second;
    case SignalRole:
        return int(line.signal);
    case StrongRole:
        return true;
    case Qt::AccessibleTextRole:
        //: Accessible text of a row: name, state, second line, what was spent this month.
        return tr("%1, %2: %3, this month %4").arg(facts.provider.name, line.word, line.second, spend(facts));
    default:
        return {};
    }
}

QVariant ProviderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Month ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    if (section == Name)
        return tr("Provider");
    const QDate first = m_month.days.first > 0 ? QDate::fromJulianDay(m_month.days.first) : QDate::currentDate();
    return QLocale().standaloneMonthName(first.month());
}

Qt::ItemFlags ProviderModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between rows only
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return m_rows.at(index.row()).provider.practice ? flags : flags | Qt::ItemIsDragEnabled;
}

QStringList ProviderModel::mimeTypes() const
{
    return {MimeType};
}

QMimeData *ProviderModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData; // Qt takes ownership
    if (!indexes.isEmpty())
        data->setData(MimeType, idAt(indexes.constFirst()).toUtf8());
    return data;
}

bool ProviderModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent)
{
    const QString id = QString::fromUtf8(data->data(MimeType));
    const int from = indexOf(id).row();
    if (from < 0)
        return false;
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (to > from)
        --to; // the row after the removal
    if (!m_rows.isEmpty() && m_rows.constLast().provider.practice)
        to = qMin(to, rowCount() - 2);
    m_board.move(id, to);
    return false; // moved already: the view must not remove the row that was dragged
}

} // namespace sb::ui
