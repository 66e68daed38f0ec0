#pragma once

#include "ui/models/price_steps.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace sb::catalog {
struct Endpoint;
}

namespace sb::ui {

class Label;
class ModelBoard;
class OfferTable;
class PageHeader;
class PriceChart;
class PriceForm;
class PriceLineTable;
class TableView;

/// One model: all its endpoints, what the chosen one costs and has cost, and the user's own price for it.
class ModelDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit ModelDetail(ModelBoard &board, QWidget *parent = nullptr);
    void showModel(const QString &modelId);
    [[nodiscard]] const QString &shown() const { return m_id; }
    void focusFirst();

signals:
    void closed(); ///< back to the list
    void playgroundWanted(const QString &modelId);
    void chainMenuWanted(const QString &modelId, const QPoint &at);
    void notice(const QString &text, const std::function<void()> &undo);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setupHeader();
    [[nodiscard]] QWidget *makeFacts();
    [[nodiscard]] QWidget *makeHistory();
    [[nodiscard]] QWidget *makePrice();
    void present();
    void presentFacts();
    void presentOffer();
    void showForm(bool shown);
    void saveOwn(const catalog::Price &price, const QString &note);
    void removeOwn();
    [[nodiscard]] const catalog::Endpoint *endpoint() const; ///< that is chosen; null: none
    [[nodiscard]] QList<PriceStep> steps() const;

    ModelBoard &m_board;
    QString m_id;
    QString m_endpointId; ///< stays chosen while figures change
    // In the order in which they are made, which is that of Tab.
    QToolButton *m_back;
    PageHeader *m_header;
    QToolButton *m_favorite;
    QPushButton *m_compare;
    QPushButton *m_addToChain;
    QPushButton *m_use;
    Label *m_facts;
    Label *m_policy;
    OfferTable *m_model;
    TableView *m_table;
    Label *m_historyTitle;
    Label *m_historySentence;
    QStackedWidget *m_historyStack;
    PriceChart *m_chart;
    PriceStepTable *m_stepModel;
    TableView *m_stepTable;
    Label *m_priceTitle;
    Label *m_priceSource;
    QStackedWidget *m_priceStack;
    PriceLineTable *m_lineModel;
    TableView *m_lines;
    PriceForm *m_form;
    QPushButton *m_edit;
    QPushButton *m_sourcePage;
};

} // namespace sb::ui
