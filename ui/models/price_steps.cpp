#include "ui/models/price_steps.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/models/model_texts.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct PriceStepsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::PriceSteps)
};

enum Column
{
    From,
    Input,
    Output,
    Source,
    ColumnCount
};

QDate dayOf(const PriceStep &step)
{
    return QDateTime::fromMSecsSinceEpoch(step.from.time_since_epoch().count(), QTimeZone::utc()).date();
}

} // namespace

QString amountText(const std::optional<NanoDollars> &amount)
{
    return amount ? formatLimit(*amount) : PriceStepsText::tr("unpriced");
}

QString priceSentence(const QList<PriceStep> &steps)
{
    if (steps.isEmpty())
        return PriceStepsText::tr("No price is known yet");
    const PriceStep &last = steps.constLast();
    if (steps.size() == 1)
        return PriceStepsText::tr("No change has been seen since %1").arg(dateText(dayOf(last)));
    const PriceStep &before = steps.at(steps.size() - 2);
    const bool isOutput = before.output != last.output;
    if (!isOutput && before.input == last.input)
        return PriceStepsText::tr("Another part of the price changed on %1").arg(dateText(dayOf(last)));
    //: %1 and %2 are prices, %3 is a date.
    const QString sentence = isOutput ? PriceStepsText::tr("Output went from %1 to %2 on %3")
                                      : PriceStepsText::tr("Input went from %1 to %2 on %3");
    return sentence.arg(amountText(isOutput ? before.output : before.input),
                        amountText(isOutput ? last.output : last.input), dateText(dayOf(last)));
}

void PriceStepTable::present(const QList<PriceStep> &steps)
{
    beginResetModel();
    m_steps = steps;
    std::ranges::reverse(m_steps);
    endResetModel();
}

int PriceStepTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int PriceStepTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PriceStepTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PriceStep &step = m_steps.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == From  ? dateText(dayOf(step))
            : index.column() == Input  ? amountText(step.input)
            : index.column() == Output ? amountText(step.output)
                                       : step.source;
    case Qt::ToolTipRole:
        return index.column() == Source ? QVariant(step.source) : QVariant();
    case NumberRole:
        return index.column() == Input || index.column() == Output;
    case ToneRole:
        return int(index.column() == Source ? Label::Tone::Text2 : Label::Tone::Text);
    default:
        return {};
    }
}

QVariant PriceStepTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Input || section == Output ? Qt::AlignRight : Qt::AlignLeft));
    const QStringList titles{tr("Since"), tr("Input"), tr("Output"), tr("Source")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

} // namespace sb::ui
