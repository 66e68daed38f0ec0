#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace sb::ui {

class Label;

/// One line of the palette.
struct Command
{
    QString group = {}; ///< caption above
    QString text = {};
    QString key = {}; ///< at the right
    std::function<void()> run = {};
};

/// Ctrl+K: everything by name. Fills its host, dims it and shows a list; ">" commands, "@" models, "#" requests.
class CommandPalette final : public QWidget
{
    Q_OBJECT
public:
    /// Gives what can be chosen at the moment when the palette opens.
    using Source = std::function<QList<Command>()>;

    explicit CommandPalette(QWidget *host);
    /// @param prefix narrows to this source: ">", "@", "#"; an unprefixed query searches all
    void addSource(QChar prefix, Source source);
    void open();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Entry
    {
        QChar prefix;
        Command command;
    };

    void filter();
    void place();
    void runCurrent();
    void close();
    void moveCurrent(int step);

    QList<std::pair<QChar, Source>> m_sources;
    QList<Entry> m_entries;
    QWidget *m_box;
    QLineEdit *m_query;
    QListView *m_list;
    QStandardItemModel *m_model;
    Label *m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace sb::ui
