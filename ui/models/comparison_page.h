#pragma once

#include <QWidget>

class QToolButton;

namespace sb::ui {

class ModelBoard;
class ModelComparison;
class PageHeader;
class TableView;

/// Up to six models side by side; the best value of a row is marked.
class ComparisonPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ComparisonPage(ModelBoard &board, QWidget *parent = nullptr);
    void focusFirst();

signals:
    void closed(); ///< back to the list
    void modelWanted(const QString &modelId); ///< its details

private:
    void present();
    void removeCurrent();

    ModelBoard &m_board;
    QToolButton *m_back;
    PageHeader *m_header;
    ModelComparison *m_model;
    TableView *m_table;
};

} // namespace sb::ui
