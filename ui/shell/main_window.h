#pragma once

#include "ui/common/painting.h"

#include <QHash>
#include <QMainWindow>

#include <functional>
#include <optional>

class QAction;
class QStackedWidget;

namespace sb::ui {

class Banner;
class CommandPalette;
class NavigationRail;
class Toast;

/// One panel of the window. Made when it is first shown, so that the first paint does not wait for the others.
struct Section
{
    QString id = {};
    QString iconName = {};
    QString title = {};
    std::function<QWidget *(QWidget *parent)> make = {};
    bool atFoot = false; ///< Settings
    bool compactRail = false; ///< needs the width: the chain editor
};

/// A state that lasts and concerns all panels, or advice that nobody may miss.
struct Notice
{
    QString id = {}; ///< one at a time with the same
    Signal signal = Signal::Caution;
    QString sentence = {}; ///< what is, and what to do
    bool closable = true; ///< false: it stays until the state is over
};

/// The window: composition only. Rail at the left, one page at the right, toast and palette above.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const QList<Section> &sections, QWidget *parent = nullptr);
    /// Makes rail, pages, palette and toast anew, as after a change of the language; the window itself and its notices
    /// stay as they are.
    void rebuild(const QList<Section> &sections);

    void showSection(const QString &id);
    [[nodiscard]] QString currentSection() const { return m_current; }
    /// The page of a section, made when it was not there yet.
    [[nodiscard]] QWidget *page(const QString &id);
    [[nodiscard]] QWidget *madePage(const QString &id) const { return m_pages.value(id); } ///< or null
    [[nodiscard]] NavigationRail &rail() { return *m_rail; }
    [[nodiscard]] CommandPalette &commandPalette() { return *m_palette; }
    [[nodiscard]] Toast &toast() { return *m_toast; }
    /// Above the page, the worst one; the others are counted.
    void setNotice(const Notice &notice);
    void clearNotice(const QString &id);

signals:
    void sectionShown(const QString &id);
    void closing(); ///< the last moment to keep what is typed

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build(const QList<Section> &sections);
    void addActions();
    void updateRail();
    void presentNotices();
    [[nodiscard]] QList<Notice>::const_iterator worstNotice() const; ///< the oldest of them

    QList<Section> m_sections;
    QList<Notice> m_notices; ///< in the order in which they came
    QHash<QString, QWidget *> m_pages;
    QString m_current;
    NavigationRail *m_rail;
    Banner *m_banner;
    QStackedWidget *m_stack;
    CommandPalette *m_palette;
    Toast *m_toast;
    QAction *m_toggleRail;
    QAction *m_openPalette;
    QAction *m_quit;
    std::optional<bool> m_compactByUser;
};

} // namespace sb::ui
