#include "ui/models/offer_table.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/models/model_board.h"
#include "ui/models/model_texts.h"

#include <algorithm>
#include <numeric>

namespace sb::ui {

OfferTable::OfferTable(ModelBoard &board, QObject *parent)
    : QAbstractTableModel(parent)
    , m_board(board)
{
}

void OfferTable::present(const QString &modelId)
{
    QList<int> offers;
    if (const std::optional<int> model = m_board.isLoaded() ? m_board.index().modelOf(modelId) : std::nullopt) {
        const IndexedModel &of = m_board.index().models()[size_t(*model)];
        offers.resize(of.offers);
        std::iota(offers.begin(), offers.end(), of.firstOffer);
        std::ranges::stable_sort(offers, {},
                                 [this](int offer) { return m_board.index().offers()[size_t(offer)].weight; });
    }
    beginResetModel();
    m_offers = offers;
    endResetModel();
}

int OfferTable::offerAt(int row) const
{
    return m_offers.value(row, -1);
}

int OfferTable::rowOf(const QString &endpointId) const
{
    const auto at = std::ranges::find_if(
        m_offers, [&](int offer) { return m_board.index().offers()[size_t(offer)].endpoint.id == endpointId; });
    return at == m_offers.end() ? -1 : int(at - m_offers.begin());
}

int OfferTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_offers.size());
}

int OfferTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OfferTable::text(int offer, int column) const
{
    const Offer &of = m_board.index().offers()[size_t(offer)];
    const OfferFigures figures = m_board.figuresOf(offer);
    switch (column) {
    case Provider:
        return m_board.index().providerOf(of).name;
    case Input:
        return perMillionText(of, of.input);
    case Output:
        return perMillionText(of, of.output);
    case Context:
        return tokensText(of.endpoint.contextTokens);
    case LongestAnswer:
        return tokensText(of.endpoint.maxOutputTokens);
    case FirstToken:
        return figures.firstContent ? formatSeconds(*figures.firstContent) : noValue();
    case Speed:
        return speedText(figures);
    case Errors:
        return errorsText(figures);
    case Recent:
        return recentText(of, figures);
    case PriceOf:
        return ageText(priceAge(of, m_board.today()));
    default:
        return {};
    }
}

QString OfferTable::second(int offer, int column) const
{
    const Offer &of = m_board.index().offers()[size_t(offer)];
    switch (column) {
    case Provider: {
        QStringList facts{of.endpoint.upstreamModel};
        for (const QString &fact :
             {of.endpoint.region, of.endpoint.quantization, stateOf(of, m_board.index(), m_board.today()).words}) {
            if (!fact.isEmpty())
                facts.append(fact);
        }
        return facts.join(QStringLiteral(", "));
    }
    case Recent:
        return coverageText(m_board.figuresOf(offer));
    case PriceOf:
        return sourceText(of.endpoint);
    default:
        return {};
    }
}

QString OfferTable::tip(int offer, int column) const
{
    const Offer &of = m_board.index().offers()[size_t(offer)];
    const OfferFigures figures = m_board.figuresOf(offer);
    switch (column) {
    case Provider:
        return policyText(m_board.index().providerOf(of));
    case FirstToken:
    case Speed:
    case Errors:
        return tr("%n attempt(s) of yours in the last 30 days", nullptr, int(figures.attempts));
    case Recent:
        return recentTip(of, figures, m_board.index());
    case Input:
    case Output:
    case PriceOf:
        return of.endpoint.price ? of.endpoint.price->source : QString();
    default:
        return {};
    }
}

QVariant OfferTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int offer = m_offers.at(index.row());
    const int column = index.column();
    const Offer &of = m_board.index().offers()[size_t(offer)];
    switch (role) {
    case Qt::DisplayRole:
        return text(offer, column);
    case Qt::ToolTipRole:
        return tip(offer, column);
    case NumberRole:
        return column >= Input;
    case StrongRole:
        return column == Provider;
    case SecondLineRole:
        return second(offer, column);
    case SignalRole:
        return column == Provider ? QVariant(int(stateOf(of, m_board.index(), m_board.today()).signal)) : QVariant();
    case ToneRole: {
        const bool isGrey = column == Input ? !of.input
            : column == Output              ? !of.output
            : column == Recent              ? !m_board.figuresOf(offer).recent.cost
                                            : text(offer, column) == noValue();
        return int(isGrey ? Label::Tone::Text3 : Label::Tone::Text);
    }
    default:
        return {};
    }
}

QVariant OfferTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Input ? Qt::AlignRight : Qt::AlignLeft));
    const QStringList titles{tr("Endpoint"),    tr("Input"), tr("Output"), tr("Context"),      tr("Longest answer"),
                             tr("First token"), tr("tok/s"), tr("Errors"), tr("30 days here"), tr("Price age")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

} // namespace sb::ui
