#pragma once

#include "core/engine/catalog_updater.h"
#include "core/profile/workspace.h"
#include "core/usage/queries.h"
#include "ui/models/model_index.h"
#include "ui/models/price_steps.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace sb::ui {

/// What the panel knows and what is looked for: the index of the catalog, figures from the register, filter, order,
/// favorites and the models that are compared. No pixels. Index and figures are worked out on a worker; searching is
/// fast enough to be done at once.
class ModelBoard final : public QObject
{
    Q_OBJECT
public:
    static constexpr int MostCompared = 6;
    static constexpr int RecentDays = 30;

    /// @param queries of its own: a month of a large register takes longer than others like to wait
    ModelBoard(profile::Workspace &workspace, engine::CatalogUpdater &updater, usage::Queries &queries,
               usage::Register &usage, const Clock &clock, QObject *parent = nullptr);
    ~ModelBoard() override;

    /// Somebody looks: only from then on anything is read and worked out, anew with each call as the register goes on.
    void look();
    [[nodiscard]] bool isLoaded() const { return m_index != nullptr; } ///< the catalog was read and is indexed
    [[nodiscard]] const ModelIndex &index() const { return *m_index; } ///< only when loaded
    [[nodiscard]] const Figures &figures() const { return m_figures; } ///< empty, or one for each offer
    [[nodiscard]] OfferFigures figuresOf(int offer) const;
    [[nodiscard]] const Found &found() const { return m_found; }
    [[nodiscard]] QDate today() const; ///< in the profile's zone
    [[nodiscard]] WallTime now() const { return m_clock.wall(); }
    [[nodiscard]] QDate newestPrice() const; ///< the day of the latest price; invalid when nothing is priced
    [[nodiscard]] profile::Workspace &workspace() { return m_workspace; }

    [[nodiscard]] const ModelFilter &filter() const { return m_filter; }
    void setFilter(const ModelFilter &filter);
    [[nodiscard]] const ModelSort &sort() const { return m_sort; }
    void setSort(const ModelSort &sort);

    [[nodiscard]] const QStringList &favorites() const; ///< in the user's order
    void toggleFavorite(const QString &modelId);
    bool moveFavorite(const QString &modelId, int by); ///< false: it is none, or stands at the end already
    [[nodiscard]] const QStringList &compared() const { return m_compared; }
    bool toggleCompared(const QString &modelId); ///< false: there is no room for another one
    void clearCompared();

    /// What the list said over time, beneath the user's own price; oldest first.
    [[nodiscard]] QList<PriceStep> priceSteps(const QString &endpointId) const;
    [[nodiscard]] const catalog::PriceOverride *ownPrice(const QString &endpointId) const; ///< null: none
    /// From now on, until it is removed. Errors: InvalidInput with what was expected; NotFound.
    [[nodiscard]] Result<void> setOwnPrice(const QString &endpointId, const catalog::Price &price, const QString &note);
    void removeOwnPrice(const QString &endpointId);
    void restoreOwnPrice(const catalog::PriceOverride &old); ///< as it was
    [[nodiscard]] const catalog::Endpoint *beneathOwnPrice(const QString &endpointId) const; ///< as the list has it

    [[nodiscard]] engine::CatalogUpdater &updater() { return m_updater; }
    void refresh(); ///< asks for prices; the updater tells how it goes

    [[nodiscard]] bool isReading() const { return !m_tickets.isEmpty(); }
    [[nodiscard]] const QString &failure() const { return m_failure; } ///< of that; empty: none
    [[nodiscard]] qint64 recentRequests() const { return m_real.requests; }
    /// Models of the favorites and of the last days' requests whose every endpoint ends soon, soonest first.
    [[nodiscard]] QStringList retiring() const;

signals:
    void foundChanged(); ///< rows, counts, filter or order
    void figuresChanged();
    void favoritesChanged();
    void comparedChanged();

private:
    struct Workings
    {
        std::shared_ptr<const ModelIndex> index = {};
        Figures figures = {};
    };
    void takeCatalog();
    void workOut();
    void askTraffic();
    void takeWorkings(quint64 number, const Workings &workings);
    void take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    void findAgain();
    void setFavorites(const QStringList &favorites);

    profile::Workspace &m_workspace;
    engine::CatalogUpdater &m_updater;
    usage::Queries &m_queries;
    const Clock &m_clock;
    std::shared_ptr<const ModelIndex> m_index;
    Figures m_figures;
    Found m_found;
    ModelFilter m_filter;
    ModelSort m_sort;
    QStringList m_favorites;
    QStringList m_compared;
    QHash<usage::Ticket, usage::Ledger> m_tickets;
    usage::RecentUse m_real;
    usage::RecentUse m_practice;
    QList<qint64> m_steps; ///< that the traffic was asked with
    bool m_isWanted = false;
    bool m_trafficIsRead = false;
    QString m_failure;
    quint64 m_lastWork = 0; ///< what an older one finds does not count any more
    QThreadPool m_worker; // last: ends first
};

} // namespace sb::ui
