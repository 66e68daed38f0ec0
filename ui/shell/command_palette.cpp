#include "ui/shell/command_palette.h"

#include "ui/common/choice_delegate.h"
#include "ui/common/label.h"
#include "ui/common/list_cursor.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int MaxShown = 60;
constexpr int BelowTop = 96;
constexpr int FieldHeight = 48;
constexpr int MaxListHeight = 400;
constexpr std::chrono::milliseconds SearchPause{150};

class PaletteBox final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        paintBox(painter, rect(), 10, tokens.base, tokens.edge);
        paintHairline(painter, QPointF(1, FieldHeight), QPointF(width() - 1, FieldHeight), tokens.line);
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *host)
    : QWidget(host)
    , m_box(new PaletteBox(this))
    , m_query(new QLineEdit(m_box))
    , m_list(new QListView(m_box))
    , m_model(new QStandardItemModel(this))
    , m_nothing(new Label({}, TextRole::Body, Label::Tone::Text3, QFont::Normal, m_box))
    , m_pause(new QTimer(this))
{
    hide();
    setAccessibleName(tr("Command palette"));
    m_query->setProperty("bare", true);
    m_query->setFrame(false);
    m_query->setFixedHeight(FieldHeight - 2);
    m_query->setTextMargins(16, 0, 16, 0);
    m_query->setFont(fontFor(TextRole::Title));
    m_query->setPlaceholderText(tr("Search, or > commands, @ models, # requests"));
    m_query->setAccessibleName(tr("Search for a command, a model or a request"));
    m_list->setAccessibleName(tr("What was found"));
    setUpNarrowed(*m_list);
    m_list->setModel(m_model);
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(1, 1, 1, 8);
    layout->setSpacing(2);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_nothing->setContentsMargins(17, 0, 17, 0);

    m_query->installEventFilter(this);
    host->installEventFilter(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(SearchPause);
    connect(m_pause, &QTimer::timeout, this, &CommandPalette::askSearch);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::takeQuery);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

QKeySequence CommandPalette::key()
{
    return Qt::CTRL | Qt::Key_K;
}

void CommandPalette::addSource(QChar prefix, Source source)
{
    m_sources.emplaceBack(prefix, std::move(source));
}

void CommandPalette::addSearch(QChar prefix, Search search)
{
    m_searches.emplaceBack(prefix, std::move(search));
}

void CommandPalette::toggle()
{
    isVisible() ? leave() : open();
}

void CommandPalette::open()
{
    m_entries.clear();
    for (const auto &[prefix, source] : std::as_const(m_sources)) {
        for (const Command &command : source())
            m_entries.append({.prefix = prefix, .command = command});
    }
    m_focusBefore = QApplication::focusWidget();
    m_query->clear();
    takeQuery();
    show();
    raise();
    m_query->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::leave()
{
    m_pause->stop();
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

QChar CommandPalette::prefix() const
{
    const QString query = m_query->text().trimmed();
    const auto begins = [&query](const auto &each) { return query.startsWith(each.first); };
    return std::any_of(m_sources.cbegin(), m_sources.cend(), begins)
            || std::any_of(m_searches.cbegin(), m_searches.cend(), begins)
        ? query.front()
        : QChar();
}

QString CommandPalette::wanted() const
{
    const QString query = m_query->text().trimmed();
    return prefix().isNull() ? query : query.sliced(1).trimmed();
}

bool CommandPalette::isSearched() const
{
    return std::any_of(m_searches.cbegin(), m_searches.cend(),
                       [at = prefix()](const auto &each) { return each.first == at; });
}

void CommandPalette::takeQuery()
{
    m_searching = isSearched();
    m_runWhenFound = false;
    if (m_searching)
        m_pause->start();
    else
        m_pause->stop();
    showHits();
}

void CommandPalette::askSearch()
{
    m_pause->stop();
    for (const auto &[prefix, search] : std::as_const(m_searches)) {
        if (prefix == this->prefix())
            search(wanted());
    }
}

void CommandPalette::present(QChar prefix, const QString &query, const QList<Command> &found)
{
    if (isHidden() || prefix != this->prefix() || query != wanted())
        return;
    m_entries.removeIf([prefix](const Entry &entry) { return entry.prefix == prefix; });
    for (const Command &command : found)
        m_entries.append({.prefix = prefix, .command = command});
    m_searching = false;
    showHits();
    if (std::exchange(m_runWhenFound, false))
        runCurrent();
}

QList<CommandPalette::Hit> CommandPalette::hits() const
{
    const QChar only = prefix();
    const QString query = wanted();
    const bool searched = isSearched();
    QList<Hit> hits;
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const bool isFound = std::any_of(m_searches.cbegin(), m_searches.cend(),
                                         [&](const auto &each) { return each.first == m_entries[i].prefix; });
        if (only.isNull() ? isFound : m_entries[i].prefix != only)
            continue;
        const auto match = fuzzyMatch(query, m_entries[i].command.text);
        if (match || searched) // it was found by what is not in its line
            hits.append({.entry = i, .match = match.value_or(FuzzyMatch())});
    }
    if (searched)
        return hits; // in the order in which they were given
    if (!query.isEmpty()) // else in the order in which they were given
        std::stable_sort(hits.begin(), hits.end(),
                         [](const Hit &a, const Hit &b) { return a.match.score > b.match.score; });
    hits.resize(qMin<qsizetype>(hits.size(), MaxShown));
    QStringList groups;
    for (const Hit &hit : std::as_const(hits)) {
        if (!groups.contains(m_entries[hit.entry].command.group))
            groups.append(m_entries[hit.entry].command.group);
    }
    std::stable_sort(hits.begin(), hits.end(), [&](const Hit &a, const Hit &b) {
        return groups.indexOf(m_entries[a.entry].command.group) < groups.indexOf(m_entries[b.entry].command.group);
    });
    return hits;
}

void CommandPalette::showHits()
{
    m_model->clear();
    QString group;
    for (const Hit &hit : hits()) {
        const Command &command = m_entries[hit.entry].command;
        auto *item = new QStandardItem(command.text);
        item->setData(hit.entry, ChoiceIndexRole);
        item->setData(command.key, ChoiceKeyRole);
        item->setData(command.key.isEmpty() ? command.text : u"%1, %2"_s.arg(command.text, command.key),
                      Qt::AccessibleTextRole);
        item->setData(std::exchange(group, command.group) == command.group ? QString() : command.group,
                      ChoiceGroupRole);
        QVariantList positions;
        for (const qsizetype position : hit.match.positions)
            positions.append(int(position));
        item->setData(positions, ChoiceMatchRole);
        m_model->appendRow(item);
    }
    const bool any = m_model->rowCount() > 0;
    m_nothing->setText(m_searching ? tr("Searching") : tr("Nothing found"));
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    setCursorRow(*m_list, 0);
    place();
}

void CommandPalette::place()
{
    resize(parentWidget()->size());
    int rows = m_model->rowCount() == 0 ? size::RailItem : 0;
    for (int i = 0; i < m_model->rowCount() && rows < MaxListHeight; ++i)
        rows += m_list->sizeHintForIndex(m_model->index(i, 0)).height();
    const int boxWidth = qMin(size::PaletteWidth, width() - 40);
    m_box->setGeometry((width() - boxWidth) / 2, BelowTop, boxWidth, FieldHeight + qMin(rows, MaxListHeight) + 12);
}

void CommandPalette::runCurrent()
{
    if (m_searching) { // what is shown belongs to an older query
        m_runWhenFound = true;
        if (m_pause->isActive())
            askSearch();
        return;
    }
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const auto run = m_entries.at(index.data(ChoiceIndexRole).toInt()).command.run;
    leave();
    if (run)
        run();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokensOf(this).scrim);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_query && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no key acts behind the scrim
        return true;
    }
    if (watched == m_query && event->type() == QEvent::KeyPress && actOnKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool CommandPalette::actOnKey(const QKeyEvent &event)
{
    if (moveCursor(*m_list, event.key()))
        return true;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Tab:
        leave();
        return true;
    default:
        break;
    }
    if (QKeySequence(event.keyCombination()) != key())
        return false;
    leave();
    return true;
}

void CommandPalette::mousePressEvent(QMouseEvent *)
{
    leave(); // a click beside the box
}

} // namespace sb::ui
