#include "ui/models/catalog_table.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/models/model_board.h"
#include "ui/models/model_texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

CatalogTable::CatalogTable(ModelBoard &board, QObject *parent)
    : QAbstractTableModel(parent)
    , m_board(board)
    , m_rows(int(board.found().rows.size()))
{
    connect(&m_board, &ModelBoard::foundChanged, this, &CatalogTable::takeFound);
    connect(&m_board, &ModelBoard::favoritesChanged, this, &CatalogTable::renewColumns);
    connect(&m_board, &ModelBoard::comparedChanged, this, &CatalogTable::renewColumns);
}

/// A search replaces what is shown: that is a new data set, and the view is virtual.
void CatalogTable::takeFound()
{
    beginResetModel();
    m_rows = int(m_board.found().rows.size());
    endResetModel();
}

void CatalogTable::renewColumns()
{
    if (m_rows > 0)
        emit dataChanged(index(0, Name), index(m_rows - 1, Name));
}

QString CatalogTable::idAt(int row) const
{
    if (row < 0 || row >= m_rows)
        return {};
    return m_board.index().models()[size_t(m_board.found().rows[row].model)].id;
}

int CatalogTable::rowOf(const QString &modelId) const
{
    const QList<FoundModel> &rows = m_board.found().rows;
    const std::optional<int> model = m_board.isLoaded() ? m_board.index().modelOf(modelId) : std::nullopt;
    const auto at = std::ranges::find(rows, model.value_or(-1), &FoundModel::model);
    return at == rows.end() ? -1 : int(at - rows.begin());
}

int CatalogTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int CatalogTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CatalogTable::text(int row, int column) const
{
    const FoundModel &found = m_board.found().rows[row];
    const Offer &offer = m_board.index().offers()[size_t(found.lead)];
    const OfferFigures figures = m_board.figuresOf(found.lead);
    switch (column) {
    case Name:
        return idAt(row);
    case CanDo:
        return abilitiesText(offer.can);
    case Context:
        return tokensText(offer.endpoint.contextTokens);
    case Input:
        return perMillionText(offer, offer.input);
    case Output:
        return perMillionText(offer, offer.output);
    case FirstToken:
        return figures.firstContent ? formatSeconds(*figures.firstContent) : noValue();
    case Speed:
        return speedText(figures);
    case Errors:
        return errorsText(figures);
    case Recent:
        return recentText(offer, figures);
    case Released:
        return dateText(m_board.index().models()[size_t(found.model)].released);
    case PriceAge:
        return ageText(priceAge(offer, m_board.today()));
    default:
        return {};
    }
}

QString CatalogTable::tip(int row, int column) const
{
    const FoundModel &found = m_board.found().rows[row];
    const Offer &offer = m_board.index().offers()[size_t(found.lead)];
    const OfferFigures figures = m_board.figuresOf(found.lead);
    const QString provider = m_board.index().providerOf(offer).name;
    switch (column) {
    case Name:
        return u"%1\n%2"_s.arg(idAt(row), modelFacts(found, m_board.index(), m_board.today()));
    case CanDo:
        return abilitiesText(offer.can);
    case Input:
    case Output:
    case PriceAge:
        if (!offer.endpoint.price)
            return offer.endpoint.free ? tr("%1 costs nothing.").arg(provider)
                                       : tr("Nobody has said what %1 asks for it.").arg(provider);
        return tr("%1, for a million tokens. As of %2, from %3. Cached and long prompts may have other prices.")
            .arg(provider, dateText(offer.endpoint.price->asOf), offer.endpoint.price->source);
    case FirstToken:
    case Speed:
    case Errors:
        return figures.attempts == 0
            ? tr("None of your requests of the last 30 days went to %1.").arg(provider)
            : tr("Your own %n attempt(s) at %1 in the last 30 days.", nullptr, int(figures.attempts)).arg(provider);
    case Recent:
        return recentTip(offer, figures, m_board.index());
    default:
        return {};
    }
}

bool CatalogTable::isMissing(int row, int column) const
{
    const FoundModel &found = m_board.found().rows[row];
    const Offer &offer = m_board.index().offers()[size_t(found.lead)];
    switch (column) {
    case Input:
        return !offer.input;
    case Output:
        return !offer.output;
    case Recent:
        return !m_board.figuresOf(found.lead).recent.cost;
    default:
        return column >= Context && text(row, column) == noValue();
    }
}

QVariant CatalogTable::nameData(int row, int role) const
{
    const FoundModel &found = m_board.found().rows[row];
    const Offer &offer = m_board.index().offers()[size_t(found.lead)];
    const QString id = idAt(row);
    switch (role) {
    case SignalRole:
        return int(stateOf(offer, m_board.index(), m_board.today()).signal);
    case SecondLineRole:
        return modelFacts(found, m_board.index(), m_board.today());
    case MarksRole: {
        QStringList marks;
        if (m_board.favorites().contains(id))
            marks.append(u"pin"_s);
        if (m_board.compared().contains(id))
            marks.append(u"compare"_s);
        return marks;
    }
    case Qt::AccessibleTextRole: {
        QStringList words{id, modelFacts(found, m_board.index(), m_board.today())};
        if (m_board.favorites().contains(id))
            words.append(tr("favorite"));
        if (m_board.compared().contains(id))
            words.append(tr("compared"));
        return words.join(u", "_s);
    }
    default:
        return {};
    }
}

QVariant CatalogTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return tip(row, column);
    case NumberRole:
        return column >= Context;
    case ToneRole:
        return int(isMissing(row, column) ? Label::Tone::Text3 : Label::Tone::Text);
    case IconsRole:
        if (column == CanDo)
            return abilityIcons(m_board.index().offers()[size_t(m_board.found().rows[row].lead)].can);
        return {};
    case SecondLineRole:
        if (column == Recent)
            return coverageText(m_board.figuresOf(m_board.found().rows[row].lead));
        break;
    default:
        break;
    }
    return column == Name ? nameData(row, role) : QVariant();
}

QVariant CatalogTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Context ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Input:
        case Output:
            return tr("List price of a million tokens of a short prompt, at the cheapest endpoint that matches");
        case FirstToken:
        case Speed:
        case Errors:
            return tr("Measured by your own requests of the last 30 days");
        case Recent:
            return tr("What your answered requests of the last 30 days would have cost here: their tokens, each class "
                      "by its price, as far as the model can do what they needed");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Model"),        tr("Can do"),      tr("Context"),  tr("Input"),
                             tr("Output"),       tr("First token"), tr("tok/s"),    tr("Errors"),
                             tr("30 days here"), tr("Released"),    tr("Price age")};
    return titles.value(section);
}

std::optional<ModelOrder> orderOf(int column)
{
    switch (column) {
    case CatalogTable::Name:
        return ModelOrder::Name;
    case CatalogTable::Context:
        return ModelOrder::Context;
    case CatalogTable::Input:
        return ModelOrder::Input;
    case CatalogTable::Output:
        return ModelOrder::Output;
    case CatalogTable::FirstToken:
        return ModelOrder::FirstToken;
    case CatalogTable::Speed:
        return ModelOrder::Speed;
    case CatalogTable::Errors:
        return ModelOrder::Errors;
    case CatalogTable::Recent:
        return ModelOrder::RecentCost;
    case CatalogTable::Released:
        return ModelOrder::Newest;
    case CatalogTable::PriceAge:
        return ModelOrder::PriceAge;
    default:
        return {};
    }
}

int columnOf(ModelOrder order)
{
    for (int column = 0; column < CatalogTable::ColumnCount; ++column) {
        if (orderOf(column) == order)
            return column;
    }
    return -1;
}

} // namespace sb::ui
