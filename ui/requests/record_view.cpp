#include "ui/requests/record_view.h"

#include "core/usage/explanation.h"
#include "ui/common/controls.h"
#include "ui/common/decision_table.h"
#include "ui/common/explanation_view.h"
#include "ui/common/field_grid.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/requests/record_curl.h"
#include "ui/requests/record_json.h"
#include "ui/requests/waterfall_view.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int MostPassedRules = 3;

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

QWidget *makeSection(const QString &title, int left, QWidget *parent)
{
    auto *head = new Label(title, TextRole::Small, Label::Tone::Text, QFont::DemiBold, parent);
    head->setContentsMargins(left, 2, 0, 2);
    return head;
}

Label *makeSentences(QWidget *parent)
{
    auto *label = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// What an explanation says about these, a sentence a line.
QString sentencesAbout(const usage::Explanation &explanation, std::initializer_list<usage::Explained> wanted)
{
    QStringList sentences;
    for (const usage::ExplainedLine &line : explanation) {
        if (std::ranges::find(wanted, line.about) != wanted.end())
            sentences.append(line.sentence);
    }
    return sentences.join(u'\n');
}

void showSentences(Label *label, const QString &sentences)
{
    label->setText(sentences);
    label->setVisible(!sentences.isEmpty());
}

/// Its program died, and nobody has said yet what it cost.
bool isUnsettled(const usage::RequestRecord &record)
{
    return !record.open && record.settled.end == routing::EndState::Lost && !record.settled.cost.amount;
}

} // namespace

RecordView::RecordView(const profile::Workspace &workspace, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_title(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
    , m_subtitle(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_tabs(new SegmentedControl({tr("Trace"), tr("Explained"), tr("Request"), tr("Answer"), tr("Raw")}, 0, this))
    , m_copy(makeIconButton(u"copy"_s, tr("Copy"), this))
    , m_open(makeButton(tr("Open in playground"), this))
    , m_stack(new QStackedWidget(this))
    , m_explained(new ExplanationView(m_stack))
    , m_request(makeText(tr("Request"), m_stack))
    , m_answer(new MarkdownView(m_stack))
    , m_raw(makeText(tr("Raw record"), m_stack))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_explained->setObjectName(u"explained"_s);
    m_explained->document()->setDocumentMargin(size::PageMargin);
    m_stack->addWidget(makeTrace());
    m_stack->addWidget(m_explained);
    m_stack->addWidget(m_request);
    m_stack->addWidget(m_answer);
    m_stack->addWidget(m_raw);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    m_answer->setAccessibleName(tr("Answer"));
    connect(m_tabs, &SegmentedControl::chosen, this, [this](int tab) {
        fill(tab);
        m_stack->setCurrentIndex(tab);
    });
    connect(m_answer, &MarkdownView::linkOpened, this, [](const QUrl &url) {
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
            QDesktopServices::openUrl(url); // a person clicked it; other schemes could start programs
    });
    connect(m_open, &QPushButton::clicked, this, &RecordView::openPrompt);
    connect(m_copy, &QToolButton::clicked, this, &RecordView::openCopyMenu);
    clear();
}

QWidget *RecordView::makeHead()
{
    m_title->setElided(true);
    m_tabs->setAccessibleName(tr("What is shown of the request"));
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::PageMargin, 8, size::PaneMargin, 8);
    row->setSpacing(12);
    row->addWidget(m_title);
    row->addWidget(m_subtitle);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_copy);
    row->addWidget(m_open);
    return head;
}

QWidget *RecordView::makeTrace()
{
    auto *trace = new QWidget(this);
    auto *row = new QHBoxLayout(trace);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeAttempts(), 1);
    m_decided = makeDecision();
    row->addWidget(m_decided, 1);
    return trace;
}

QWidget *RecordView::makeAttempts()
{
    auto *left = makeSurface(QPalette::Base, this);
    m_waterfall = new WaterfallView(left);
    m_sentence = makeSentences(left);
    m_sentence->setContentsMargins(6, 0, 0, 0);
    m_checks = makeSentences(left);
    m_checks->setObjectName(u"checks"_s);
    m_checks->setContentsMargins(6, 0, 0, 0);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(size::PageMargin - 6, 4, size::PageMargin, 12);
    column->setSpacing(8);
    m_attempts = makeSection(tr("Attempts"), 6, left);
    column->addWidget(m_attempts);
    column->addWidget(m_waterfall);
    column->addWidget(makeNumbers(left));
    column->addWidget(m_sentence);
    column->addWidget(m_checks);
    m_lost = makeLostRow(left);
    column->addWidget(m_lost);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setProperty("bare", true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(left);
    return scroll;
}

QWidget *RecordView::makeDecision()
{
    auto *box = makeSurface(QPalette::Base, this);
    m_decision = new DecisionTable(this);
    m_decisionView = new TableView(this);
    m_decisionView->setModel(m_decision);
    m_decisionView->setAccessibleName(tr("Decision"));
    m_decisionView->setColumnWidths({0, 48, 60, 88, 0});
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeSection(tr("Decision"), size::PageMargin, box));
    m_ruled = makeSentences(box);
    m_ruled->setObjectName(u"ruled"_s);
    m_ruled->setContentsMargins(size::PageMargin, 0, size::PageMargin, 8);
    column->addWidget(m_ruled);
    column->addWidget(m_decisionView, 1);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeHairline(Qt::Vertical, box));
    row->addLayout(column, 1);
    return box;
}

QWidget *RecordView::makeNumbers(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(6, 4, 0, 4);
    row->setSpacing(12);
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
    m_numbers.at(1)->setElided(true); // words, and long ones: they do not push the numbers out of sight
    return box;
}

QWidget *RecordView::makeLostRow(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(6, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(tr("What did it cost? The provider's page may know; until then all of it is held."),
                                TextRole::Small, Label::Tone::Text2, QFont::Normal, box));
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    QPushButton *nothing = makeButton(tr("Nothing"), box);
    m_bound = makeButton({}, box);
    m_lostAmount = new QLineEdit(box);
    m_lostAmount->setFixedWidth(96);
    m_lostAmount->setAlignment(Qt::AlignRight);
    m_lostAmount->setPlaceholderText(tr("amount, $"));
    m_lostAmount->setAccessibleName(tr("Amount in dollars"));
    m_lostAmount->setObjectName(u"lost-amount"_s);
    QPushButton *amount = makeButton(tr("This amount"), box);
    for (QWidget *widget : std::initializer_list<QWidget *>{nothing, m_bound, m_lostAmount, amount})
        row->addWidget(widget);
    row->addStretch(1);
    connect(nothing, &QPushButton::clicked, this, [this] { settleLost({}); });
    connect(m_bound, &QPushButton::clicked, this,
            [this] { settleLost(m_record.opened.bound.value_or(NanoDollars{})); });
    connect(amount, &QPushButton::clicked, this, &RecordView::settleTyped);
    connect(m_lostAmount, &QLineEdit::returnPressed, this, &RecordView::settleTyped);
    m_lostProblem = new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, box);
    m_lostProblem->hide();
    column->addWidget(m_lostProblem);
    connect(m_lostAmount, &QLineEdit::textEdited, m_lostProblem,
            [this] { showProblem(m_lostAmount, m_lostProblem, {}); });
    return box;
}

void RecordView::present(const usage::RequestRecord &record, const usage::RecordKey &key, const QTimeZone &zone)
{
    if (key == m_key && record == m_record && zone == m_zone)
        return; // asked for again: what is selected or scrolled stays
    m_record = record;
    m_key = key;
    m_zone = zone;
    const bool chain = !record.opened.chain.isEmpty();
    m_title->setText(chain ? record.opened.chain : record.opened.requestedModel);
    const QString time = formatTime(record.opened.startedAt, zone, m_clock.wall());
    const QString when = chain ? tr("version %1, %2").arg(record.opened.chainVersion).arg(time) : time;
    m_subtitle->setText(u"#%1 · %2"_s.arg(key.seq).arg(when)); // by which "signalbox explain" finds it
    m_waterfall->present(waterfall(record.settled, record.opened.startedAt));
    m_attempts->setVisible(!record.settled.attempts.isEmpty());
    m_waterfall->setVisible(!record.settled.attempts.isEmpty());
    m_decision->present(record.settled);
    m_decided->setVisible(m_decision->rowCount() > 0); // one that runs or was lost has none on record
    m_sentence->setText(movedOnSentence(record));
    presentDecision();
    m_stack->setEnabled(true);
    m_copy->setEnabled(true);
    m_open->setEnabled(true);
    presentLost();
    presentNumbers();

    m_stale.fill(true);
    fill(m_tabs->current());
}

void RecordView::fill(int tab)
{
    if (!std::exchange(m_stale.at(size_t(tab)), false))
        return;
    const Json &request = m_record.opened.request;
    if (tab == Explained)
        m_explained->present(usage::explain(m_record, m_key));
    else if (tab == Request)
        m_request->setPlainText(request.isNull() ? tr("Not kept: recording of prompts and answers was off.")
                                                 : QString::fromUtf8(withoutData(request).dumpIndented()));
    else if (tab == Answer)
        fillAnswer();
    else if (tab == Raw)
        m_raw->setPlainText(QString::fromUtf8(withoutData(recordJson(m_record, m_key)).dumpIndented()));
}

void RecordView::fillAnswer()
{
    m_answer->clearTurns();
    const Json &stored = m_record.settled.answer;
    const chat::Message message = answerOf(stored);
    const QString text = message.text().isEmpty() ? message.refusal : message.text();
    if (!text.isEmpty() || !message.reasoning.isEmpty())
        m_answer->addAnswer(text, message.reasoning);
    for (const chat::ToolCall &call : message.toolCalls)
        m_answer->addToolCall(call.name, call.arguments);
    const QList<usage::AttemptRecord> &attempts = m_record.settled.attempts;
    QString error = stored["error"]["message"].toText();
    if (error.isEmpty() && stored.isNull() && !attempts.isEmpty())
        error = attempts.constLast().errorMessage;
    const bool isEmpty = text.isEmpty() && message.reasoning.isEmpty() && message.toolCalls.isEmpty();
    if (m_record.open)
        m_answer->addNote(tr("The answer is still coming."), false);
    else if (!error.isEmpty())
        m_answer->addNote(error, true);
    else if (stored.isNull() && m_record.opened.request.isNull())
        m_answer->addNote(tr("Not kept: recording of prompts and answers was off."), false);
    else if (stored.isNull())
        m_answer->addNote(tr("No answer came."), false);
    else if (stored.contains("vectors"))
        m_answer->addNote(tr("Vectors came: %1, of %2 numbers each. They are not kept.")
                              .arg(stored["vectors"].toInteger().value_or(0))
                              .arg(stored["dimensions"].toInteger().value_or(0)),
                          false);
    else if (isEmpty)
        m_answer->addNote(tr("The answer has no text."), false);
}

void RecordView::presentDecision()
{
    using usage::Explained;
    const usage::Explanation explanation = usage::explain(m_record, m_key);
    const auto passed = int(std::ranges::count(explanation, Explained::PassedRule, &usage::ExplainedLine::about));
    const bool isLong = passed > MostPassedRules; // the candidates are to be seen below
    QString ruled = isLong ? sentencesAbout(explanation, {Explained::Class, Explained::Rule})
                           : sentencesAbout(explanation, {Explained::Class, Explained::PassedRule, Explained::Rule});
    if (isLong)
        ruled += u'\n' + tr("%n rule(s) before it did not apply: “Explained” says why.", nullptr, passed);
    showSentences(m_ruled, ruled);
    showSentences(m_checks, sentencesAbout(explanation, {Explained::Check, Explained::Hedge}));
}

void RecordView::presentNumbers()
{
    const usage::Settlement &settled = m_record.settled;
    const bool known = !m_record.open && !isUnsettled(m_record);
    const QString most = m_record.opened.bound ? tr("≤ %1").arg(formatMoney(*m_record.opened.bound)) : noValue();
    const QString kinds[] = {tr("billed"), tr("computed"), tr("estimated"), tr("unpriced")};
    const auto count = [known](qint64 tokens) { return known ? formatCount(tokens) : noValue(); };
    const QStringList values{settled.attempts.isEmpty() ? noValue() : formatSeconds(settled.latency),
                             m_record.open ? tr("running")
                                 : known   ? kinds[size_t(settled.cost.kind)]
                                           : tr("not known"),
                             count(settled.tokens.freshInput),
                             count(settled.tokens.cacheRead),
                             count(settled.tokens.visibleOutput),
                             count(settled.tokens.reasoning),
                             known ? formatCost(settled.cost) : most};
    for (qsizetype i = 0; i < m_numbers.size(); ++i)
        m_numbers[i]->setText(values[i]);
}

void RecordView::presentLost()
{
    m_lost->setVisible(isUnsettled(m_record));
    m_lost->setEnabled(true);
    m_lostAmount->clear();
    showProblem(m_lostAmount, m_lostProblem, {});
    const std::optional<NanoDollars> bound = m_record.opened.bound;
    m_bound->setVisible(bound.has_value());
    //: What a lost request cost: the most that it could have.
    m_bound->setText(tr("All of %1").arg(formatMoney(bound.value_or(NanoDollars{}))));
}

void RecordView::clear()
{
    m_key = {};
    m_record = {};
    m_title->setText({});
    m_subtitle->setText({});
    m_waterfall->present({});
    m_decision->present({});
    m_sentence->setText({});
    m_ruled->hide();
    m_checks->hide();
    m_lost->hide();
    for (Label *number : std::as_const(m_numbers))
        number->setText(noValue());
    m_explained->present({});
    m_request->clear();
    m_answer->clearTurns();
    m_raw->clear();
    m_stale.fill(false);
    m_stack->setEnabled(false);
    m_copy->setEnabled(false);
    m_open->setEnabled(false);
}

void RecordView::focusFirst()
{
    if (m_tabs->current() == 0)
        m_waterfall->setFocus(Qt::OtherFocusReason);
    else
        m_tabs->setFocus(Qt::OtherFocusReason);
}

void RecordView::openCopyMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    // Written when it is wanted: with images it is long.
    const auto add = [&](const QString &title, bool possible, const std::function<QString()> &text) {
        QAction *action = menu->addAction(title);
        action->setEnabled(possible);
        connect(action, &QAction::triggered, this, [text] { QGuiApplication::clipboard()->setText(text()); });
        return action;
    };
    add(tr("Explanation"), true, [this] { return toText(usage::explain(m_record, m_key)); });
    add(tr("Record as JSON"), true, [this] { return QString::fromUtf8(recordJson(m_record, m_key).dumpIndented()); });
    add(tr("Request as JSON"), !m_record.opened.request.isNull(),
        [this] { return QString::fromUtf8(m_record.opened.request.dumpIndented()); });
    const Result<QString> curl = curlCommand(m_record, m_workspace.catalog());
    add(tr("Request as curl, without key"), curl.has_value(), [curl] {
        return curl.value_or(QString());
    })->setToolTip(curl ? QString() : curl.error().message);
    const QString answer = answerOf(m_record.settled.answer).text();
    add(tr("Answer"), !answer.isEmpty(), [answer] { return answer; });
    menu->popup(m_copy->mapToGlobal(QPoint(0, m_copy->height())));
}

void RecordView::settleLost(NanoDollars amount)
{
    m_lost->setEnabled(false); // once: until the register says what became of it
    emit lostSettled({.key = m_key, .amount = amount});
}

void RecordView::settleTyped()
{
    const auto typed = typedDollars(m_lostAmount->text());
    showProblem(m_lostAmount, m_lostProblem,
                typed ? QString() : tr("Expected dollars, such as %1").arg(dollarsToType(NanoDollars{50'000'000})));
    if (typed)
        settleLost(*typed);
}

void RecordView::takeLostProblem(const usage::RecordKey &key)
{
    if (key == m_key)
        m_lost->setEnabled(true);
}

void RecordView::openPrompt()
{
    const QString target =
        m_record.opened.chain.isEmpty() ? m_record.opened.requestedModel : routing::chainTarget(m_record.opened.chain);
    emit openInPlayground(target, lastPrompt(m_record.opened.request));
}

} // namespace sb::ui
