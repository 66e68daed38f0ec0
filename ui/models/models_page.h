#pragma once

#include "ui/models/model_board.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace sb::ui {

class ComparisonPage;
class ModelDetail;
class ModelList;
class RefreshPage;

/// All models of the catalog: the list, one in detail, and several side by side.
class ModelsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ModelsPage(ModelBoard &board, QWidget *parent = nullptr);

    /// What is shown, to go on with it in another page; the board has the rest.
    struct Work
    {
        QString detail = {}; ///< the model whose details are shown; empty: none
        bool comparing = false;
        bool facets = true;
    };
    [[nodiscard]] Work work() const;
    void resume(const Work &work);
    void showModel(const QString &modelId); ///< its details
    void showList();
    void showReport(); ///< of the last refresh

signals:
    void playgroundWanted(const QString &modelId);
    void chainWanted(const QString &chain, const QString &modelId); ///< an empty chain is a new one
    /// @param undo what the toast's action does; empty: it has none
    void notice(const QString &text, const std::function<void()> &undo);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectPages();
    void openChainMenu(const QString &modelId, const QPoint &at);
    void leave(); ///< back to the list, with the focus on what was looked at

    ModelBoard &m_board;
    QStackedWidget *m_stack;
    ModelList *m_list;
    ModelDetail *m_detail;
    ComparisonPage *m_comparison;
    RefreshPage *m_report;
    QString m_wanted; ///< to be shown as soon as the catalog is there
};

} // namespace sb::ui
