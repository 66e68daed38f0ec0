#pragma once

#include <QWidget>

class QToolButton;

namespace sb::ui {

class Chip;
class PageHeader;
class SegmentedControl;

/// The header of the playground: the conversation's name, how the answers are shown, and what can be done with all of
/// them.
class PlaygroundHeader final : public QWidget
{
    Q_OBJECT
public:
    enum class View
    {
        Columns,
        Table,
        Diff
    };
    /// What it shows depends on.
    struct Facts
    {
        bool firstRun = false;
        bool sent = false; ///< there is something to export
        int panes = 1;
        bool mayAdd = true; ///< a pane
        friend bool operator==(const Facts &, const Facts &) = default;
    };
    explicit PlaygroundHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< empty: the page's own
    void present(const Facts &facts);
    [[nodiscard]] View view() const;
    void setView(View view);

signals:
    void viewChosen();
    void togetherToggled(bool together);
    void addPaneRequested();
    void exportRequested(bool markdown);
    void listToggled();
    void setupToggled();

private:
    PageHeader *m_bar;
    SegmentedControl *m_switch;
    Chip *m_together;
    QToolButton *m_add;
    QToolButton *m_export;
    QToolButton *m_list;
    QToolButton *m_setup;
};

} // namespace sb::ui
