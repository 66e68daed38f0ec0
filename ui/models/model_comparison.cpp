#include "ui/models/model_comparison.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/models/model_board.h"
#include "ui/models/model_texts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct ModelComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::ModelComparison)
};

enum class Better
{
    Neither,
    Less,
    More
};

/// The extreme ones, where not all are alike.
QList<bool> bestOf(const QList<std::optional<double>> &values, Better better)
{
    QList<bool> best(values.size(), false);
    std::optional<double> extreme;
    for (const std::optional<double> &value : values) {
        if (value && (!extreme || (better == Better::Less ? *value < *extreme : *value > *extreme)))
            extreme = value;
    }
    const auto isExtreme = [&extreme](const std::optional<double> &value) { return value && value == extreme; };
    if (better == Better::Neither || !extreme || std::ranges::all_of(values, isExtreme)
        || std::ranges::count_if(values, [](const auto &value) { return value.has_value(); }) < 2)
        return best;
    for (qsizetype i = 0; i < values.size(); ++i)
        best[i] = isExtreme(values[i]);
    return best;
}

struct Column
{
    Offer offer = {};
    OfferFigures figures = {};
    IndexedModel model = {};
};

std::optional<double> number(const std::optional<NanoDollars> &amount)
{
    return amount ? std::optional(double(amount->value)) : std::nullopt;
}

std::optional<double> number(const std::optional<qint64> &count)
{
    return count ? std::optional(double(*count)) : std::nullopt;
}

class Facts
{
public:
    explicit Facts(QList<Column> columns)
        : m_columns(std::move(columns))
    {
    }
    template <typename Words>
    void words(const QString &name, Words say)
    {
        ComparedFact fact{.name = name};
        for (const Column &column : std::as_const(m_columns))
            fact.values.append(say(column));
        fact.best = QList<bool>(fact.values.size(), false);
        m_facts.append(fact);
    }
    template <typename Words, typename Value>
    void figure(const QString &name, Better better, Words say, Value value)
    {
        ComparedFact fact{.name = name};
        QList<std::optional<double>> values;
        for (const Column &column : std::as_const(m_columns)) {
            fact.values.append(say(column));
            values.append(value(column));
        }
        fact.best = bestOf(values, better);
        m_facts.append(fact);
    }
    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    [[nodiscard]] QList<ComparedFact> take() { return std::move(m_facts); }

private:
    QList<Column> m_columns;
    QList<ComparedFact> m_facts;
};

void addTerms(Facts &facts, const ModelIndex &index)
{
    facts.words(ModelComparisonText::tr("Cheapest endpoint"),
                [&](const Column &c) { return index.providerOf(c.offer).name; });
    facts.words(ModelComparisonText::tr("Endpoints"),
                [](const Column &c) { return QLocale().toString(c.model.offers); });
    facts.figure(
        ModelComparisonText::tr("Input, $ per M"), Better::Less,
        [](const Column &c) { return perMillionText(c.offer, c.offer.input); },
        [](const Column &c) { return number(c.offer.input); });
    facts.figure(
        ModelComparisonText::tr("Output, $ per M"), Better::Less,
        [](const Column &c) { return perMillionText(c.offer, c.offer.output); },
        [](const Column &c) { return number(c.offer.output); });
    facts.figure(
        ModelComparisonText::tr("Context"), Better::More,
        [](const Column &c) { return tokensText(c.offer.endpoint.contextTokens); },
        [](const Column &c) { return number(c.offer.endpoint.contextTokens); });
    facts.figure(
        ModelComparisonText::tr("Longest answer"), Better::More,
        [](const Column &c) { return tokensText(c.offer.endpoint.maxOutputTokens); },
        [](const Column &c) { return number(c.offer.endpoint.maxOutputTokens); });
}

void addMeasures(Facts &facts)
{
    facts.figure(
        ModelComparisonText::tr("First token"), Better::Less,
        [](const Column &c) { return c.figures.firstContent ? formatSeconds(*c.figures.firstContent) : noValue(); },
        [](const Column &c) {
            return c.figures.firstContent ? std::optional(double(c.figures.firstContent->count())) : std::nullopt;
        });
    facts.figure(
        ModelComparisonText::tr("Tokens per second"), Better::More,
        [](const Column &c) { return speedText(c.figures); },
        [](const Column &c) { return c.figures.tokensPerSecond; });
    facts.figure(
        ModelComparisonText::tr("Errors"), Better::Less, [](const Column &c) { return errorsText(c.figures); },
        [](const Column &c) { return c.figures.errorShare; });
    // What serves fewer requests is not cheaper: only those that serve the most compete.
    qint64 most = 0;
    for (const Column &column : facts.columns())
        most = qMax(most, column.figures.recent.served);
    facts.figure(
        ModelComparisonText::tr("Your 30 days here"), Better::Less,
        [](const Column &c) { return recentText(c.offer, c.figures); },
        [most](const Column &c) {
            return c.figures.recent.served == most ? number(c.figures.recent.cost) : std::nullopt;
        });
    facts.figure(
        ModelComparisonText::tr("Requests it could serve"), Better::More,
        [](const Column &c) { return c.figures.recentIsKnown ? formatCount(c.figures.recent.served) : noValue(); },
        [](const Column &c) {
            return c.figures.recentIsKnown ? std::optional(double(c.figures.recent.served)) : std::nullopt;
        });
}

} // namespace

QList<ComparedFact> compare(const ModelIndex &index, const Figures &figures, const QList<int> &models, QDate today)
{
    QList<Column> columns;
    for (const int model : models) {
        const auto lead = size_t(index.leadOf(model));
        columns.append({.offer = index.offers()[lead],
                        .figures = lead < figures.size() ? figures[lead] : OfferFigures{},
                        .model = index.models()[size_t(model)]});
    }
    Facts facts(columns);
    addTerms(facts, index);
    addMeasures(facts);
    facts.words(ModelComparisonText::tr("Can do"), [](const Column &c) { return abilitiesText(c.offer.can); });
    facts.words(ModelComparisonText::tr("Prompts"),
                [&](const Column &c) { return policyText(index.providerOf(c.offer)); });
    facts.words(ModelComparisonText::tr("Released"), [](const Column &c) { return dateText(c.model.released); });
    facts.words(ModelComparisonText::tr("Ends"), [today](const Column &c) {
        const QString text = retirementText(c.offer.endpoint, today);
        return text.isEmpty() ? noValue() : text;
    });
    facts.words(ModelComparisonText::tr("Price as of"), [](const Column &c) {
        return c.offer.endpoint.price ? dateText(c.offer.endpoint.price->asOf) : noValue();
    });
    return facts.take();
}

ModelComparison::ModelComparison(ModelBoard &board, QObject *parent)
    : QAbstractTableModel(parent)
    , m_board(board)
{
    connect(&m_board, &ModelBoard::comparedChanged, this, &ModelComparison::renew);
    connect(&m_board, &ModelBoard::foundChanged, this, &ModelComparison::renew);
    renew();
}

void ModelComparison::renew()
{
    if (!m_board.isLoaded())
        return;
    QList<int> models;
    for (const QString &id : m_board.compared())
        models.append(m_board.index().modelOf(id).value_or(0));
    beginResetModel();
    m_models = m_board.compared();
    m_facts = compare(m_board.index(), m_board.figures(), models, m_board.today());
    endResetModel();
}

QString ModelComparison::idAt(int column) const
{
    return m_models.value(column - 1);
}

int ModelComparison::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_models.isEmpty() ? 0 : int(m_facts.size());
}

int ModelComparison::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_models.size()) + 1;
}

QVariant ModelComparison::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparedFact &fact = m_facts.at(index.row());
    const int model = index.column() - 1;
    const QString shown = model < 0 ? fact.name : fact.values.value(model);
    const bool isBest = model >= 0 && fact.best.value(model);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown;
    case Qt::AccessibleTextRole:
        return isBest ? tr("%1, best").arg(shown) : shown;
    case StrongRole:
        return isBest;
    case ToneRole:
        return int(model < 0                ? Label::Tone::Text2
                       : isBest             ? Label::Tone::Ok
                       : shown == noValue() ? Label::Tone::Text3
                                            : Label::Tone::Text);
    default:
        return {};
    }
}

QVariant ModelComparison::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    if (role == Qt::ToolTipRole)
        return idAt(section);
    return role == Qt::DisplayRole ? QVariant(shortModel(idAt(section))) : QVariant();
}

} // namespace sb::ui
