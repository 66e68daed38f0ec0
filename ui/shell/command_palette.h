#pragma once

#include "ui/shell/fuzzy_match.h"

#include <QKeySequence>
#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;
class QTimer;

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

/// Ctrl+K: everything by name. Fills its host, dims it and shows a list; ">" commands, "@" models, "#" requests. While
/// it is open no other key of the window acts.
class CommandPalette final : public QWidget
{
    Q_OBJECT
public:
    /// Gives what can be chosen at the moment when the palette opens.
    using Source = std::function<QList<Command>()>;
    /// Begins to look for what fits; the answer comes by present().
    using Search = std::function<void(const QString &query)>;

    explicit CommandPalette(QWidget *host);
    [[nodiscard]] static QKeySequence key(); ///< opens it, and closes it again
    /// @param prefix narrows to this source: ">", "@", "#"; an unprefixed query searches all
    void addSource(QChar prefix, Source source);
    /// A source that is too large to be listed: it is asked only behind its prefix, when typing pauses.
    void addSearch(QChar prefix, Search search);
    /// What was found. Ignored when another query stands there by now.
    void present(QChar prefix, const QString &query, const QList<Command> &found);
    void toggle();

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
    struct Hit
    {
        int entry = 0;
        FuzzyMatch match = {};
    };

    void open();
    void leave();
    void takeQuery();
    void askSearch();
    void showHits();
    [[nodiscard]] QChar prefix() const; ///< that the query begins with; null: none
    [[nodiscard]] QString wanted() const; ///< the query without its prefix
    [[nodiscard]] bool isSearched() const; ///< behind the prefix is what has to be looked for
    [[nodiscard]] QList<Hit> hits() const; ///< groups stay together, in the order of their best hit
    void place();
    void runCurrent();
    [[nodiscard]] bool actOnKey(const QKeyEvent &event);

    QList<std::pair<QChar, Source>> m_sources;
    QList<std::pair<QChar, Search>> m_searches;
    QList<Entry> m_entries;
    QWidget *m_box;
    QLineEdit *m_query;
    QListView *m_list;
    QStandardItemModel *m_model;
    Label *m_nothing;
    QTimer *m_pause; ///< of typing, before a search is asked
    bool m_searching = false;
    bool m_runWhenFound = false; ///< Enter came before the answer
    QPointer<QWidget> m_focusBefore;
};

} // namespace sb::ui
