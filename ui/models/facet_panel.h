#pragma once

#include "ui/models/model_filter.h"

#include <QScrollArea>

#include <functional>

class QVBoxLayout;

namespace sb::ui {

class FacetList;
class ModelBoard;
class RangeSlider;

/// The facets at the left of the table: what models must be able to do, cost and keep to.
class FacetPanel final : public QScrollArea
{
    Q_OBJECT
public:
    static constexpr int Width = 220;

    explicit FacetPanel(ModelBoard &board, QWidget *parent = nullptr);

private:
    FacetList *addList(const QString &title, int shown);
    RangeSlider *addSlider(const QString &title, const QStringList &stops);
    void setup();
    void connectLists();
    void present();
    void presentAbilities();
    void presentNames();
    void presentRanges();
    void presentReleased();
    void toggleAbility(const QString &name, bool chosen);
    void change(const std::function<void(ModelFilter &)> &how);

    ModelBoard &m_board;
    QWidget *m_body;
    QVBoxLayout *m_layout;
    FacetList *m_mine;
    FacetList *m_capabilities;
    RangeSlider *m_price;
    RangeSlider *m_context;
    FacetList *m_providers;
    FacetList *m_policy;
    FacetList *m_regions;
    FacetList *m_released;
};

} // namespace sb::ui
