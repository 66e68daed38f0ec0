#include "ui/providers/endpoint_model.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr qint64 Thousand = 1000;
constexpr qint64 Million = 1'000'000;
constexpr int MostDecimals = 4;

/// So few tokens reach no step of a price that begins with long prompts.
std::optional<NanoDollars> thousandTimes(std::optional<NanoDollars> cost)
{
    return cost ? std::optional(NanoDollars{cost->value * Thousand}) : std::nullopt;
}

/// How many decimals an amount needs beyond whole cents.
int decimalsOf(std::optional<NanoDollars> amount)
{
    qint64 unit = 10'000'000; // a cent
    int decimals = 2;
    while (amount && decimals < MostDecimals && amount->value % unit != 0) {
        unit /= 10;
        ++decimals;
    }
    return decimals;
}

} // namespace

std::optional<NanoDollars> inputPerMillion(const catalog::Endpoint &endpoint)
{
    return endpoint.price ? thousandTimes(catalog::expectedCost(*endpoint.price, Thousand, 0)) : std::nullopt;
}

std::optional<NanoDollars> outputPerMillion(const catalog::Endpoint &endpoint)
{
    return endpoint.price ? catalog::expectedCost(*endpoint.price, 0, Million) : std::nullopt;
}

void EndpointModel::present(const QList<catalog::Endpoint> &endpoints)
{
    if (endpoints == m_rows)
        return;
    beginResetModel();
    m_rows = endpoints;
    m_inputDecimals = 2;
    m_outputDecimals = 2;
    m_severalProviders = std::ranges::any_of(
        endpoints, [&](const catalog::Endpoint &each) { return each.providerId != endpoints.constFirst().providerId; });
    for (const catalog::Endpoint &endpoint : endpoints) {
        m_inputDecimals = qMax(m_inputDecimals, decimalsOf(inputPerMillion(endpoint)));
        m_outputDecimals = qMax(m_outputDecimals, decimalsOf(outputPerMillion(endpoint)));
    }
    endResetModel();
}

int EndpointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EndpointModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EndpointModel::price(const catalog::Endpoint &endpoint, int column) const
{
    if (endpoint.free)
        return tr("free");
    const std::optional<NanoDollars> amount = column == Input ? inputPerMillion(endpoint) : outputPerMillion(endpoint);
    if (!amount)
        return tr("unpriced");
    return formatDollars(double(amount->value) / 1e9, column == Input ? m_inputDecimals : m_outputDecimals);
}

QVariant EndpointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const catalog::Endpoint &endpoint = m_rows.at(index.row());
    const int column = index.column();
    const bool noPrice = (column == Input || column == Output) && !endpoint.price;
    switch (role) {
    case Qt::DisplayRole:
        return column == Model   ? endpoint.modelId
            : column == Upstream ? (m_severalProviders ? endpoint.id : endpoint.upstreamModel)
            : column == Context  ? (endpoint.contextTokens ? formatCount(*endpoint.contextTokens) : noValue())
                                 : price(endpoint, column);
    case StrongRole:
        return column == Model;
    case CodeRole:
        return column == Upstream;
    case NumberRole:
        return column >= Context;
    case ToneRole:
        return int(noPrice ? Label::Tone::Text3 : column == Upstream ? Label::Tone::Text2 : Label::Tone::Text);
    case Qt::ToolTipRole:
        if (column < Input)
            return column == Context ? QVariant() : QVariant(data(index, Qt::DisplayRole));
        if (endpoint.price)
            return tr("As of %1, from %2. Cached and long prompts may have other prices.")
                .arg(QLocale().toString(endpoint.price->asOf, QLocale::ShortFormat), endpoint.price->source);
        return endpoint.free ? QVariant() : QVariant(tr("Nobody has said what this costs."));
    default:
        return {};
    }
}

QVariant EndpointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Context ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model:
        return tr("Model");
    case Upstream:
        return tr("Upstream id");
    case Context:
        return tr("Context");
    case Input:
        return tr("Input");
    case Output:
        return tr("Output");
    default:
        return {};
    }
}

} // namespace sb::ui
