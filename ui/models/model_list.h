#pragma once

#include "ui/models/model_filter.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace sb::ui {

class Banner;
class Chip;
class EmptyState;
class FacetPanel;
class ModelBoard;
class CatalogTable;
class PageHeader;
class TableView;

/// The list: what is looked for, the facets, and the table of what was found.
class ModelList final : public QWidget
{
    Q_OBJECT
public:
    explicit ModelList(ModelBoard &board, QWidget *parent = nullptr);
    void focusTable();
    void select(const QString &modelId); ///< when it is among those found
    [[nodiscard]] bool showsFacets() const;
    void showFacets(bool shown);

signals:
    void opened(const QString &modelId);
    void compareWanted();
    void reportWanted(); ///< what the last refresh did
    void playgroundWanted(const QString &modelId);
    void chainMenuWanted(const QString &modelId, const QPoint &at);
    void notice(const QString &text, const std::function<void()> &undo);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setupHeader();
    void setupSearch();
    void setupTable();
    void setupKeys();
    void present();
    void presentHeader();
    void presentSort();
    void presentBanner();
    void presentEmpty();
    void presentCompare();
    void presentRefresh();
    void fitColumns();
    void sortBy(ModelOrder order);
    void openOrderMenu();
    void openRowMenu(const QPoint &at);
    void toggleFavorite();
    void toggleCompared();
    void moveFavorite(int by);
    void clearFilter();
    [[nodiscard]] QString currentId() const;

    ModelBoard &m_board;
    QString m_current; ///< the model that stays current while rows change
    QStringList m_dismissed; ///< retirements that the user has seen
    bool m_reportIsNew = false; ///< the user has not closed it
    QTimer m_loadingSoon;
    // In the order in which they are made, which is that of Tab.
    PageHeader *m_header;
    QLineEdit *m_search;
    QToolButton *m_filters;
    Chip *m_order;
    QPushButton *m_compare;
    QPushButton *m_refresh;
    Banner *m_banner;
    FacetPanel *m_facets;
    QWidget *m_facetsLine;
    CatalogTable *m_model;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
};

} // namespace sb::ui
