#include "ui/dashboard/model_table.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int PercentDecimals = 1;

QString percentOf(qint64 part, qint64 whole)
{
    return whole > 0 ? formatPercent(double(part) / double(whole), PercentDecimals) : noValue();
}

} // namespace

void ModelTable::present(const QList<usage::ModelRow> &rows, const SeriesColors &colors, const Tokens &tokens)
{
    QList<QColor> rowColors;
    for (const usage::ModelRow &row : rows)
        rowColors.append(colors.color(row.modelId, tokens));
    if (rows == m_rows && rowColors == m_colors)
        return;
    const bool sameRows = std::ranges::equal(rows, m_rows, {}, &usage::ModelRow::modelId, &usage::ModelRow::modelId);
    if (!sameRows)
        beginResetModel();
    m_rows = rows;
    m_colors = rowColors;
    m_total = 0;
    m_decimals = 5;
    for (const usage::ModelRow &row : rows) {
        m_total += row.sums.total().value;
        m_decimals = qMin(m_decimals, moneyDecimals(row.sums.total()));
    }
    if (!sameRows)
        endResetModel();
    else if (!rows.isEmpty()) // the row that is looked at stays
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ModelTable::modelIdAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).modelId : QString();
}

int ModelTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ModelTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double ModelTable::share(const usage::ModelRow &row) const
{
    return m_total > 0 ? double(row.sums.total().value) / double(m_total) : 0;
}

QString ModelTable::text(const usage::ModelRow &row, int column) const
{
    switch (column) {
    case Model:
        return row.modelId;
    case Requests:
        return formatCount(row.sums.requests);
    case Input:
        return formatCount(row.sums.tokens.input());
    case Output:
        return formatCount(row.sums.tokens.output());
    case Cached:
        return percentOf(row.sums.tokens.cacheRead, row.sums.tokens.input());
    case FirstToken:
        return row.firstContent.p50 ? formatSeconds(*row.firstContent.p50) : noValue();
    case Failed:
        return percentOf(row.sums.failed, row.sums.requests);
    case Spend:
        return formatSum(row.sums, m_decimals);
    case SharePercent:
        return formatPercent(share(row), PercentDecimals);
    default:
        return {};
    }
}

QVariant ModelTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const usage::ModelRow &row = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case NumberRole:
        return column != Model && column != Share;
    case ToneRole:
        return int(column == Spend && isUnpriced(row.sums) ? Label::Tone::Text3
                       : column == Model                   ? Label::Tone::Text
                                                           : Label::Tone::Text2);
    case ShareRole:
        return column == Share ? QVariant(share(row)) : QVariant();
    case ShareColorRole:
        return m_colors.at(index.row());
    case Qt::ToolTipRole:
        if (column == Spend)
            return tr("Billed %1, computed %2, estimated %3, unpriced requests %4")
                .arg(formatMoney(row.sums.billed), formatMoney(row.sums.computed), formatMoney(row.sums.estimated),
                     formatCount(row.sums.unpriced));
        return {};
    default:
        return {};
    }
}

QVariant ModelTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Model || section == Share ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model:
        return tr("Model");
    case Requests:
        return tr("Requests");
    case Input:
        return tr("Input");
    case Output:
        return tr("Output");
    case Cached:
        return tr("Cached");
    case FirstToken:
        return tr("First token");
    case Failed:
        return tr("Failed");
    case Spend:
        return tr("Spend");
    case Share:
        return tr("Share");
    default:
        return {};
    }
}

} // namespace sb::ui
