#include "ui/models/price_lines.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/models/model_texts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using catalog::PriceUnit;

struct PriceLinesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::PriceLines)
};

QString unitName(PriceUnit unit)
{
    switch (unit) {
    case PriceUnit::FreshInput:
        return PriceLinesText::tr("Input");
    case PriceUnit::CacheRead:
        return PriceLinesText::tr("Cached input");
    case PriceUnit::CacheWrite5m:
        return PriceLinesText::tr("Cache write");
    case PriceUnit::CacheWrite1h:
        return PriceLinesText::tr("Cache write, 1 hour");
    case PriceUnit::VisibleOutput:
        return PriceLinesText::tr("Output");
    case PriceUnit::Reasoning:
        return PriceLinesText::tr("Reasoning");
    case PriceUnit::Request:
        return PriceLinesText::tr("Request");
    case PriceUnit::Image:
        return PriceLinesText::tr("Image");
    case PriceUnit::WebSearch:
        return PriceLinesText::tr("Web search");
    case PriceUnit::AudioSecond:
        return PriceLinesText::tr("Second of audio");
    }
    return {};
}

bool isPerToken(PriceUnit unit)
{
    return unit <= PriceUnit::Reasoning;
}

QString amountOf(const catalog::PriceComponent &component)
{
    if (isPerToken(component.unit))
        //: A price for a million tokens.
        return PriceLinesText::tr("%1 per M")
            .arg(formatLimit(NanoDollars{component.amount.value * NanoPerPicoMillion}));
    return formatDollars(double(component.amount.value) / 1e12, component.amount.value % 10'000'000'000 == 0 ? 2 : 5);
}

QStringList conditionsOf(const catalog::PriceCondition &condition)
{
    QStringList words;
    if (condition.batch)
        words.append(PriceLinesText::tr("batch"));
    if (!condition.serviceTier.isEmpty())
        words.append(condition.serviceTier);
    if (condition.abovePromptTokens > 0)
        words.append(PriceLinesText::tr("prompts above %1").arg(tokensText(condition.abovePromptTokens)));
    if (condition.fromHourUtc >= 0)
        words.append(PriceLinesText::tr("%1 to %2 h UTC").arg(condition.fromHourUtc).arg(condition.toHourUtc));
    if (condition.weekdays)
        words.append(PriceLinesText::tr("Monday to Friday"));
    return words;
}

} // namespace

QList<PriceLine> priceLines(const catalog::Price &price)
{
    QList<catalog::PriceComponent> components = price.components;
    std::ranges::stable_sort(components, [](const catalog::PriceComponent &a, const catalog::PriceComponent &b) {
        const auto rank = [](const catalog::PriceComponent &component) {
            const catalog::PriceCondition &condition = component.condition;
            return std::tuple(condition.batch, condition.serviceTier, condition.abovePromptTokens,
                              condition.fromHourUtc, int(component.unit));
        };
        return rank(a) < rank(b);
    });
    QList<PriceLine> lines;
    for (const catalog::PriceComponent &component : std::as_const(components)) {
        const QStringList name = QStringList{unitName(component.unit)} + conditionsOf(component.condition);
        lines.append({.name = name.join(u", "_s), .amount = amountOf(component)});
    }
    return lines;
}

void PriceLineTable::present(const QList<PriceLine> &lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int PriceLineTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int PriceLineTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant PriceLineTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PriceLine &line = m_lines.at(index.row());
    const bool isAmount = index.column() == 1;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return isAmount ? line.amount : line.name;
    case NumberRole:
        return isAmount;
    case ToneRole:
        return int(isAmount ? Label::Tone::Text : Label::Tone::Text2);
    default:
        return {};
    }
}

QVariant PriceLineTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 1 ? Qt::AlignRight : Qt::AlignLeft));
    return role == Qt::DisplayRole ? QVariant(section == 1 ? tr("Amount") : tr("Paid for")) : QVariant();
}

} // namespace sb::ui
