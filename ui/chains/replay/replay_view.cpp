#include "ui/chains/replay/replay_view.h"

#include "ui/chains/replay/replay_table.h"
#include "ui/common/controls.h"
#include "ui/common/empty_state.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr std::array Days{7, 30, 90, 0}; ///< 0: all that is on record
constexpr int MonthAtFirst = 1; ///< its place among them

/// A table that is as high as its rows: the page scrolls, not the table.
void fitHeight(TableView &table, qsizetype rows)
{
    table.setFixedHeight(size::TableHeader + int(qMax<qsizetype>(rows, 1)) * size::RowTwoLines + 2);
}

} // namespace

ReplayView::ReplayView(std::function<Result<lab::ReplaySpec>()> spec, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_spec(std::move(spec))
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_result(makeResult())
{
    auto *scroll = new QScrollArea(this);
    scroll->setProperty("bare", true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_result);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::actionTriggered, this, &ReplayView::start);
    m_empty->set(Signal::Off, tr("Not replayed yet"),
                 tr("Decides about the requests on record again, as this would: what they would have cost, how long "
                    "they would have taken. Nothing is sent."),
                 tr("Replay"));
    presentRunning();
}

ReplayView::~ReplayView() = default;

QWidget *ReplayView::makeHead()
{
    auto *head = makeSurface(QPalette::Base, this);
    head->setFixedHeight(size::SubHeader);
    m_days = new SegmentedControl({tr("7 days"), tr("30 days"), tr("90 days"), tr("All")}, MonthAtFirst, head);
    m_days->setAccessibleName(tr("Requests of the last"));
    m_sentence = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, head);
    m_sentence->setElided(true);
    m_sentence->setObjectName(u"replaySentence"_s);
    m_outdated = new Label(tr("of an earlier state"), TextRole::Small, Label::Tone::Warn, QFont::Medium, head);
    m_outdated->hide();
    m_start = makeButton(tr("Replay"), head, u"clock"_s);
    m_start->setObjectName(u"replay"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::PaneMargin, 0, size::PaneMargin, 0);
    row->setSpacing(12);
    row->addWidget(new Label(tr("Replay"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, head));
    row->addWidget(m_days);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_outdated);
    row->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, [this] { isRunning() ? cancel() : start(); });
    connect(m_days, &SegmentedControl::chosen, this, &ReplayView::setOutdated);
    return head;
}

QWidget *ReplayView::makeResult()
{
    auto *content = makeSurface(QPalette::Window, this);
    m_figures = new ReplayTable(
        {tr("Of all of them"), tr("On record"), tr("Replayed"), tr("Difference"), tr("How far to trust")}, this);
    auto *figures = new TableView(content);
    figures->setObjectName(u"replayFigures"_s);
    figures->setAccessibleName(tr("What was and what would be"));
    m_parts = new ReplayTable({{}, {}, {}, {}, {}}, this);
    m_partsTable = new TableView(content);
    m_partsTable->setObjectName(u"replayParts"_s);
    m_partsTable->setAccessibleName(tr("Where requests would go"));
    for (auto [table, model] : {std::pair(figures, m_figures), std::pair(m_partsTable, m_parts)}) {
        table->setModel(model);
        table->setTwoLines(true);
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(table, &TableView::opened, this, &ReplayView::openExample);
    }
    m_partition = new SegmentedControl({tr("Models"), tr("Endpoints"), tr("Rules")}, 0, content);
    m_partition->setAccessibleName(tr("Divided by"));
    m_notes = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, content);
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(size::PageMargin, 12, size::PageMargin, size::PageMargin);
    column->setSpacing(12);
    column->addWidget(figures);
    column->addWidget(m_partition, 0, Qt::AlignLeft);
    column->addWidget(m_partsTable);
    column->addWidget(m_notes);
    column->addStretch(1);
    connect(m_partition, &SegmentedControl::chosen, this, &ReplayView::presentParts);
    return content;
}

void ReplayView::focusInEvent(QFocusEvent *event)
{
    m_start->setFocus(event->reason());
}

void ReplayView::start()
{
    cancel();
    auto spec = m_spec();
    if (!spec)
        return showFailure(spec.error().message);
    spec->until = m_clock.wall();
    const int days = Days.at(size_t(m_days->current()));
    spec->since = days == 0 ? WallTime{} : spec->until - std::chrono::hours(24 * days);
    m_replay = std::make_unique<lab::Replay>(*spec);
    connect(m_replay.get(), &lab::Replay::progress, this, &ReplayView::takeProgress);
    connect(m_replay.get(), &lab::Replay::finished, this, &ReplayView::take);
    m_outdated->hide();
    presentRunning();
    m_sentence->setText(tr("Reading the record…"));
    m_replay->start();
}

void ReplayView::cancel()
{
    if (m_replay)
        m_replay->cancel();
}

void ReplayView::takeProgress(qint64 done, qint64 all)
{
    m_sentence->setText(tr("%1 of %2 requests decided again").arg(formatCount(done), formatCount(all)));
}

void ReplayView::take(const Result<lab::ReplayReport> &report)
{
    m_replay.release()->deleteLater(); // we are inside one of its signals
    presentRunning();
    if (!report)
        return showFailure(report.error().message);
    m_report = *report;
    m_sentence->setText(replaySentence(m_report));
    if (m_report.compared == 0) {
        m_empty->set(Signal::Off, tr("Nothing to compare"),
                     (QStringList{replaySentence(m_report)} + replayNotes(m_report)).join(u'\n'), tr("Replay again"));
        return m_stack->setCurrentIndex(0);
    }
    m_figures->present(replayFigures(m_report));
    presentParts();
    m_notes->setText(replayNotes(m_report).join(u'\n'));
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_stack->setCurrentIndex(1);
    auto *figures = m_result->findChild<TableView *>(u"replayFigures"_s);
    figures->setColumnWidths({0, 100, 290, 150, 130});
    fitHeight(*figures, m_figures->rowCount());
}

void ReplayView::presentParts()
{
    const auto partition = ReplayPartition(m_partition->current());
    if (partition == ReplayPartition::Rules)
        m_parts->setTitles(
            {tr("Rule"), tr("Requests"), tr("Go elsewhere"), tr("Cost differs by"), tr("How far to trust")});
    else
        m_parts->setTitles({tr("Goes first to"), tr("On record"), tr("Replayed, with cost"), tr("Difference"),
                            tr("How far to trust")});
    m_parts->present(replayParts(m_report, partition));
    m_partsTable->setColumnWidths({0, 100, 290, 150, 130});
    fitHeight(*m_partsTable, m_parts->rowCount());
}

void ReplayView::presentRunning()
{
    setButtonText(*m_start, isRunning() ? tr("Cancel") : tr("Replay"));
    m_days->setEnabled(!isRunning());
}

void ReplayView::showFailure(const QString &why)
{
    m_sentence->setText({});
    m_empty->set(Signal::Stop, tr("It could not be replayed"), why, tr("Replay again"));
    m_stack->setCurrentIndex(0);
}

void ReplayView::setOutdated()
{
    m_outdated->setVisible(m_stack->currentIndex() == 1 || isRunning());
}

void ReplayView::openExample(const QModelIndex &index)
{
    const auto *table = static_cast<const ReplayTable *>(index.model());
    const ReplayRow &row = table->rows().at(index.row());
    if (!row.examples.isEmpty())
        emit requestWanted(row.examples.constFirst());
}

} // namespace sb::ui
