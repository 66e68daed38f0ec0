#include "ui/shell/command_palette.h"

#include "ui/common/label.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"
#include "ui/shell/command_delegate.h"
#include "ui/shell/fuzzy_match.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int MaxShown = 60;
constexpr int BelowTop = 96;
constexpr int FieldHeight = 48;
constexpr int MaxListHeight = 400;

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
    , m_nothing(new Label(tr("Nothing found"), TextRole::Body, Label::Tone::Text3, QFont::Normal, m_box))
{
    hide();
    setAccessibleName(tr("Command palette"));
    m_query->setProperty("bare", true);
    m_query->setFrame(false);
    m_query->setFixedHeight(FieldHeight - 2);
    m_query->setTextMargins(16, 0, 16, 0);
    m_query->setFont(fontFor(TextRole::Title));
    m_query->setPlaceholderText(tr("Search, or > commands, @ models"));
    m_list->setProperty("bare", true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(1, 1, 1, 8);
    layout->setSpacing(2);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_nothing->setContentsMargins(17, 0, 17, 0);

    m_query->installEventFilter(this);
    host->installEventFilter(this);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::addSource(QChar prefix, Source source)
{
    m_sources.emplaceBack(prefix, std::move(source));
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
    filter();
    show();
    raise();
    m_query->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter()
{
    QString query = m_query->text().trimmed();
    QChar only;
    for (const auto &source : std::as_const(m_sources)) {
        if (query.startsWith(source.first))
            only = source.first;
    }
    if (!only.isNull())
        query.remove(0, 1);

    struct Hit
    {
        int entry;
        FuzzyMatch match;
    };
    QList<Hit> hits;
    for (int i = 0; i < int(m_entries.size()); ++i) {
        if (!only.isNull() && m_entries[i].prefix != only)
            continue;
        if (auto match = fuzzyMatch(query, m_entries[i].command.text))
            hits.append({.entry = i, .match = *match});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit &a, const Hit &b) { return a.match.score > b.match.score; });
    hits.resize(qMin<qsizetype>(hits.size(), MaxShown));
    // Groups stay together, in the order of their best hit.
    QStringList groups;
    for (const Hit &hit : std::as_const(hits)) {
        if (!groups.contains(m_entries[hit.entry].command.group))
            groups.append(m_entries[hit.entry].command.group);
    }
    std::stable_sort(hits.begin(), hits.end(), [&](const Hit &a, const Hit &b) {
        return groups.indexOf(m_entries[a.entry].command.group) < groups.indexOf(m_entries[b.entry].command.group);
    });

    m_model->clear();
    QString group;
    for (const Hit &hit : std::as_const(hits)) {
        const Command &command = m_entries[hit.entry].command;
        auto *item = new QStandardItem(command.text);
        item->setData(hit.entry, CommandIndexRole);
        item->setData(command.key, CommandKeyRole);
        item->setData(std::exchange(group, command.group) == command.group ? QString() : command.group,
                      CommandGroupRole);
        QVariantList positions;
        for (const qsizetype position : hit.match.positions)
            positions.append(int(position));
        item->setData(positions, CommandMatchRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setVisible(!hits.isEmpty());
    m_nothing->setVisible(hits.isEmpty());
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
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const auto run = m_entries.at(index.data(CommandIndexRole).toInt()).command.run;
    close();
    if (run)
        run();
}

void CommandPalette::close()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::moveCurrent(int step)
{
    const int row = qBound(0, m_list->currentIndex().row() + step, qMax(0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokensOf(this).scrim);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_query && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            moveCurrent(1);
            return true;
        case Qt::Key_Up:
            moveCurrent(-1);
            return true;
        case Qt::Key_PageDown:
            moveCurrent(8);
            return true;
        case Qt::Key_PageUp:
            moveCurrent(-8);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        case Qt::Key_Escape:
        case Qt::Key_Tab:
            close();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::mousePressEvent(QMouseEvent *)
{
    close(); // a click beside the box
}

} // namespace sb::ui
