#include "ui/requests/record_view.h"

#include "ui/common/controls.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/requests/decision_table.h"
#include "ui/requests/record_json.h"
#include "ui/requests/waterfall_view.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QPlainTextEdit *makeText(const QString &name, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setProperty("bare", true);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(fontFor(TextRole::Code));
    text->setAccessibleName(name);
    text->document()->setDocumentMargin(size::PaneMargin);
    return text;
}

} // namespace

RecordView::RecordView(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
    , m_subtitle(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_tabs(new SegmentedControl({tr("Trace"), tr("Request"), tr("Answer"), tr("Raw")}, 0, this))
    , m_stack(new QStackedWidget(this))
    , m_request(makeText(tr("Request"), m_stack))
    , m_answer(new MarkdownView(m_stack))
    , m_raw(makeText(tr("Raw record"), m_stack))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setElided(true);
    QPushButton *open = makeButton(tr("Open in playground"), this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::PageMargin, 8, size::PaneMargin, 8);
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    head->addWidget(m_tabs);
    head->addStretch(1);
    head->addWidget(open);
    m_stack->addWidget(makeTrace());
    m_stack->addWidget(m_request);
    m_stack->addWidget(m_answer);
    m_stack->addWidget(m_raw);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &SegmentedControl::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(open, &QPushButton::clicked, this, &RecordView::openPrompt);
}

QWidget *RecordView::makeTrace()
{
    auto *left = makeSurface(QPalette::Base, this);
    m_waterfall = new WaterfallView(left);
    m_sentence = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, left);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(size::PageMargin - 6, 4, size::PageMargin, 12);
    column->setSpacing(8);
    column->addWidget(m_waterfall);
    column->addWidget(makeNumbers(left));
    column->addWidget(m_sentence);
    m_lost = makeLostRow(left);
    column->addWidget(m_lost);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setProperty("bare", true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(left);

    m_decision = new DecisionTable(this);
    m_decisionView = new TableView(this);
    m_decisionView->setModel(m_decision);
    m_decisionView->setAccessibleName(tr("Decision"));
    m_decisionView->setColumnWidths({0, 50, 64, 84, 132});
    auto *trace = new QWidget(this);
    auto *row = new QHBoxLayout(trace);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(scroll, 1);
    row->addWidget(makeHairline(Qt::Vertical, trace));
    row->addWidget(m_decisionView, 1);
    return trace;
}

QWidget *RecordView::makeNumbers(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(6, 4, 0, 4);
    row->setSpacing(16);
    for (const QString &caption : {tr("Total"), tr("How known"), tr("Fresh input"), tr("Cache read"), tr("Output"),
                                   tr("Reasoning"), tr("Cost")}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(new Label(caption, TextRole::Small, Label::Tone::Text2, QFont::Normal, box));
        m_numbers.append(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, box));
        column->addWidget(m_numbers.constLast());
        row->addLayout(column);
    }
    row->addStretch(1);
    return box;
}

QWidget *RecordView::makeLostRow(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(6, 0, 0, 0);
    row->addWidget(new Label(tr("The program that sent it died. What did it cost?"), TextRole::Small,
                             Label::Tone::Text2, QFont::Normal, box));
    QPushButton *nothing = makeButton(tr("Nothing"), box);
    QPushButton *bound = makeButton(tr("The bound"), box);
    m_lostAmount = new QLineEdit(box);
    m_lostAmount->setFixedWidth(96);
    m_lostAmount->setAlignment(Qt::AlignRight);
    m_lostAmount->setPlaceholderText(tr("amount, $"));
    QPushButton *amount = makeButton(tr("This amount"), box);
    for (QWidget *widget : std::initializer_list<QWidget *>{nothing, bound, m_lostAmount, amount})
        row->addWidget(widget);
    row->addStretch(1);
    connect(nothing, &QPushButton::clicked, this, [this] { settleLost({}); });
    connect(bound, &QPushButton::clicked, this, [this] { settleLost(m_record.opened.bound.value_or(NanoDollars{})); });
    connect(amount, &QPushButton::clicked, this, [this] {
        const auto typed = parseDollars(m_lostAmount->text());
        m_lostAmount->setProperty("wrong", !typed);
        m_lostAmount->update();
        if (typed)
            settleLost(*typed);
    });
    return box;
}

void RecordView::present(const usage::RequestRecord &record, const usage::RecordKey &key, const QTimeZone &zone)
{
    m_record = record;
    m_key = key;
    const bool chain = !record.opened.chain.isEmpty();
    m_title->setText(chain ? record.opened.chain : record.opened.requestedModel);
    const QString time = formatTime(record.opened.startedAt, zone);
    m_subtitle->setText(chain ? tr("version %1, %2").arg(record.opened.chainVersion).arg(time) : time);
    m_waterfall->present(waterfall(record.settled, record.opened.startedAt));
    m_decision->present(record.settled);
    m_sentence->setText(movedOnSentence(record.settled));
    m_lost->setVisible(record.settled.end == routing::EndState::Lost && !record.open);
    presentNumbers();

    const QString notKept = tr("Not kept: recording of prompts and answers was off.");
    m_request->setPlainText(record.opened.request.isNull() ? notKept
                                                           : QString::fromUtf8(record.opened.request.dumpIndented()));
    m_answer->clearTurns();
    const QString answer = answerText(record.settled.answer);
    if (answer.isEmpty())
        m_answer->addNote(record.settled.answer.isNull() ? notKept : tr("The answer has no text."), false);
    else
        m_answer->addAnswer(answer);
    m_raw->setPlainText(QString::fromUtf8(recordJson(record, key).dumpIndented()));
}

void RecordView::presentNumbers()
{
    const usage::Settlement &settled = m_record.settled;
    const QString kinds[] = {tr("billed"), tr("computed"), tr("estimated"), tr("unpriced")};
    const QStringList values{formatSeconds(settled.latency),
                             kinds[size_t(settled.cost.kind)],
                             formatCount(settled.tokens.freshInput),
                             formatCount(settled.tokens.cacheRead),
                             formatCount(settled.tokens.visibleOutput),
                             formatCount(settled.tokens.reasoning),
                             formatCost(settled.cost)};
    for (qsizetype i = 0; i < m_numbers.size(); ++i)
        m_numbers[i]->setText(values[i]);
}

void RecordView::clear()
{
    m_key = {};
    m_title->setText({});
    m_subtitle->setText({});
}

void RecordView::settleLost(NanoDollars amount)
{
    emit lostSettled({.key = m_key, .amount = amount});
}

void RecordView::openPrompt()
{
    const QString target =
        m_record.opened.chain.isEmpty() ? m_record.opened.requestedModel : u"chain/"_s + m_record.opened.chain;
    emit openInPlayground(target, lastPrompt(m_record.opened.request));
}

} // namespace sb::ui
