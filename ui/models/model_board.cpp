#include "ui/models/model_board.h"

#include "ui/models/model_texts.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace sb::ui {

ModelBoard::ModelBoard(profile::Workspace &workspace, engine::CatalogUpdater &updater, usage::Queries &queries,
                       usage::Register &usage, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_updater(updater)
    , m_queries(queries)
    , m_clock(clock)
    , m_favorites(workspace.settings().favoriteModels)
{
    m_worker.setMaxThreadCount(1); // what is asked for later is done later
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &ModelBoard::takeCatalog);
    connect(&m_workspace, &profile::Workspace::settingsChanged, this, [this] {
        if (m_favorites == m_workspace.settings().favoriteModels)
            return;
        m_favorites = m_workspace.settings().favoriteModels;
        emit favoritesChanged();
        findAgain();
    });
    connect(&m_queries, &usage::Queries::answered, this, &ModelBoard::take);
    connect(&usage, &usage::Register::ready, this, &ModelBoard::askTraffic);
}

ModelBoard::~ModelBoard() = default;

QDate ModelBoard::today() const
{
    return QDate::fromJulianDay(budget::dayOf(m_clock.wall(), profile::zoneOf(m_workspace.settings())));
}

OfferFigures ModelBoard::figuresOf(int offer) const
{
    return size_t(offer) < m_figures.size() ? m_figures[size_t(offer)] : OfferFigures{};
}

void ModelBoard::setFilter(const ModelFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    findAgain();
}

void ModelBoard::setSort(const ModelSort &sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    findAgain();
}

const QStringList &ModelBoard::favorites() const
{
    return m_favorites;
}

void ModelBoard::setFavorites(const QStringList &favorites)
{
    profile::Settings settings = m_workspace.settings();
    settings.favoriteModels = favorites;
    m_workspace.setSettings(settings); // → settingsChanged()
}

void ModelBoard::toggleFavorite(const QString &modelId)
{
    QStringList favorites = m_favorites;
    if (!favorites.removeOne(modelId))
        favorites.append(modelId);
    setFavorites(favorites);
}

bool ModelBoard::moveFavorite(const QString &modelId, int by)
{
    const qsizetype from = m_favorites.indexOf(modelId);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_favorites.size())
        return false;
    QStringList favorites = m_favorites;
    favorites.move(from, to);
    setFavorites(favorites);
    return true;
}

bool ModelBoard::toggleCompared(const QString &modelId)
{
    if (!m_compared.removeOne(modelId)) {
        if (m_compared.size() >= MostCompared)
            return false;
        m_compared.append(modelId);
    }
    emit comparedChanged();
    return true;
}

void ModelBoard::clearCompared()
{
    m_compared.clear();
    emit comparedChanged();
}

void ModelBoard::look()
{
    const bool isFirst = !std::exchange(m_isWanted, true);
    if (isFirst)
        workOut();
    askTraffic();
}

/// Other sizes of windows and prices need other groups of requests.
void ModelBoard::takeCatalog()
{
    workOut();
    if (usage::sizeSteps(m_workspace.catalog()) != m_steps)
        askTraffic();
}

void ModelBoard::workOut()
{
    const catalog::Catalog &catalog = m_workspace.catalog();
    if (!m_isWanted || catalog.providers().isEmpty())
        return; // nobody looks, or the profile has not been read yet
    const quint64 number = ++m_lastWork;
    m_worker.start([this, number, catalog, usable = m_workspace.usableProviders(), real = m_real, practice = m_practice,
                    withFigures = m_trafficIsRead] {
        Workings workings;
        workings.index = std::make_shared<const ModelIndex>(catalog, usable);
        if (withFigures)
            workings.figures = ui::figuresOf(*workings.index, real, practice);
        QMetaObject::invokeMethod(this, [this, number, workings] { takeWorkings(number, workings); });
    });
}

void ModelBoard::takeWorkings(quint64 number, const Workings &workings)
{
    if (number != m_lastWork)
        return;
    m_index = workings.index;
    m_figures = workings.figures;
    m_compared.removeIf([this](const QString &id) { return !m_index->modelOf(id); });
    findAgain();
    emit figuresChanged();
}

void ModelBoard::findAgain()
{
    if (!isLoaded())
        return;
    m_found = m_index->find(m_filter, m_sort, m_favorites, m_figures);
    emit foundChanged();
}

QDate ModelBoard::newestPrice() const
{
    QDate newest;
    for (const Offer &offer : m_index->offers()) {
        if (offer.endpoint.price && (!newest.isValid() || offer.endpoint.price->asOf > newest))
            newest = offer.endpoint.price->asOf;
    }
    return newest;
}

QList<PriceStep> ModelBoard::priceSteps(const QString &endpointId) const
{
    const catalog::Endpoint *beneath = beneathOwnPrice(endpointId);
    const catalog::Provider *provider = beneath ? m_workspace.catalog().provider(beneath->providerId) : nullptr;
    const catalog::PriceHistory history = provider
        ? catalog::withNow(m_workspace.priceHistory(), catalog::Catalog({*provider}, {*beneath}), now())
        : m_workspace.priceHistory();
    QList<PriceStep> steps;
    for (const catalog::PriceChange &change : history.of(endpointId)) {
        const catalog::Endpoint then{.price = change.cost.price, .free = change.cost.free};
        steps.append({.from = change.from,
                      .input = listInput(then),
                      .output = listOutput(then),
                      .source = sourceText({.price = change.cost.price, .priceOrigin = change.cost.origin})});
    }
    return steps;
}

const catalog::PriceOverride *ModelBoard::ownPrice(const QString &endpointId) const
{
    return catalog::overrideOf(m_workspace.priceOverrides(), endpointId);
}

Result<void> ModelBoard::setOwnPrice(const QString &endpointId, const catalog::Price &price, const QString &note)
{
    return m_workspace.setPriceOverride(endpointId, price, note, today());
}

void ModelBoard::removeOwnPrice(const QString &endpointId)
{
    m_workspace.removePriceOverride(endpointId);
}

void ModelBoard::restoreOwnPrice(const catalog::PriceOverride &old)
{
    m_workspace.restorePriceOverride(old);
}

const catalog::Endpoint *ModelBoard::beneathOwnPrice(const QString &endpointId) const
{
    return m_workspace.beneathOverrides().endpoint(endpointId);
}

/// Routers are asked for the offers of what is in use: chains and favorites.
void ModelBoard::refresh()
{
    QStringList models = m_favorites;
    for (const routing::Chain &chain : m_workspace.chains()) {
        for (const routing::Step &step : chain.steps)
            models.append(step.model);
    }
    models.removeDuplicates();
    m_updater.start(models);
}

void ModelBoard::askTraffic()
{
    if (!m_isWanted || m_workspace.catalog().providers().isEmpty())
        return;
    for (auto ticket = m_tickets.keyBegin(); ticket != m_tickets.keyEnd(); ++ticket)
        m_queries.cancel(*ticket);
    m_tickets.clear();
    m_failure.clear();
    m_steps = usage::sizeSteps(m_workspace.catalog());
    for (const usage::Ledger ledger : {usage::Ledger::Real, usage::Ledger::Practice})
        m_tickets.insert(m_queries.ask(usage::RecentUseQuery{.ledger = ledger, .days = RecentDays, .steps = m_steps}),
                         ledger);
    emit figuresChanged();
}

void ModelBoard::take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    const auto asked = m_tickets.constFind(ticket);
    if (asked == m_tickets.cend())
        return;
    const usage::Ledger ledger = *asked;
    m_tickets.erase(asked);
    if (!answer)
        m_failure = answer.error().message;
    else
        (ledger == usage::Ledger::Real ? m_real : m_practice) = std::get<usage::RecentUse>(*answer);
    if (!m_tickets.isEmpty())
        return;
    m_trafficIsRead = m_trafficIsRead || m_failure.isEmpty();
    emit figuresChanged();
    workOut();
}

QStringList ModelBoard::retiring() const
{
    if (!isLoaded())
        return {};
    const QDate day = today();
    const QSet<QString> favorites(m_favorites.cbegin(), m_favorites.cend());
    QList<std::pair<QDate, QString>> ending;
    for (const IndexedModel &model : m_index->models()) {
        bool isWanted = favorites.contains(model.id);
        QDate last;
        for (int i = model.firstOffer; i < model.firstOffer + model.offers; ++i) {
            const catalog::Endpoint &endpoint = m_index->offers()[size_t(i)].endpoint;
            isWanted = isWanted || figuresOf(i).attempts > 0;
            const Retirement retirement = retirementOf(endpoint, day);
            if (retirement == Retirement::None || retirement == Retirement::Far) {
                isWanted = false;
                break;
            }
            last = qMax(last, endpoint.retires);
        }
        if (isWanted)
            ending.append({last, model.id});
    }
    std::ranges::sort(ending);
    QStringList ids;
    for (const auto &[end, id] : std::as_const(ending))
        ids.append(id);
    return ids;
}

} // namespace sb::ui
