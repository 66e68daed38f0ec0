#include "ui/chains/policies/decision_panel.h"

#include "ui/chains/paste_dialog.h"
#include "ui/chains/policies/decision_view.h"
#include "ui/common/chip.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/signal_mark.h"
#include "ui/common/surfaces.h"

#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr qint64 PolicySampleSizes[] = {100, 10'000, 100'000};
} // namespace

DecisionPanel::DecisionPanel(PolicyDocument &document, RequestSource &source, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_source(source)
    , m_clock(clock)
    , m_view(new DecisionView(this))
    , m_caveat(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_problems(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
{
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    for (Label *note : {m_problems, m_caveat}) {
        note->setWordWrap(true);
        note->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 8);
        note->hide();
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_problems);
    layout->addWidget(m_caveat);
    layout->addWidget(m_view, 1);
    connect(&m_document, &PolicyDocument::changed, this, &DecisionPanel::present);
    connect(&m_document, &PolicyDocument::currentChanged, m_view, &DecisionView::setCurrentPart);
    connect(&m_source, &RequestSource::changed, this, &DecisionPanel::present);
    connect(m_view, &DecisionView::partChosen, &m_document, &PolicyDocument::setCurrent);
    present();
}

QWidget *DecisionPanel::makeHead()
{
    auto *head = makeSurface(QPalette::Base, this);
    head->setFixedHeight(size::SubHeader);
    m_request = new Chip(tr("With"), {}, head);
    m_request->setObjectName(u"request"_s);
    setTabOrder(m_request, m_view);
    m_signal = new SignalMark(Signal::Off, {}, head);
    m_sentence = new Label({}, TextRole::Small, Label::Tone::Text, QFont::Medium, head);
    m_sentence->setElided(true);
    m_sentence->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_sentence->setObjectName(u"decisionSentence"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::PaneMargin, 0, size::PaneMargin, 0);
    row->setSpacing(8);
    row->addWidget(new Label(tr("Decision"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, head));
    row->addWidget(m_request);
    row->addStretch(1);
    row->addWidget(m_signal);
    row->addWidget(m_sentence);
    connect(m_request, &Chip::opened, this, &DecisionPanel::openRequests);
    return head;
}

void DecisionPanel::openRequests()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool any = !m_source.recent().isEmpty();
    QAction *last = menu->addAction(any ? tr("Last request") : tr("Last request (none on record)"));
    last->setEnabled(any);
    connect(last, &QAction::triggered, &m_source, &RequestSource::useLast);
    auto *recorded = menu->addMenu(tr("From the record"));
    recorded->setEnabled(any);
    for (const usage::LogRow &row : m_source.recent()) {
        //: An entry of the record: time, what was asked for, who asked.
        const QString text =
            tr("%1   %2   %3")
                .arg(formatTime(row.startedAt, m_source.zone(), m_clock.wall()), row.requested, row.client);
        connect(recorded->addAction(text), &QAction::triggered, &m_source, [this, row] { m_source.useRecorded(row); });
    }
    connect(menu->addAction(tr("Paste a request…")), &QAction::triggered, this, &DecisionPanel::openPaste);
    menu->addSeparator();
    for (const qint64 tokens : PolicySampleSizes)
        connect(menu->addAction(tr("Sample, %1 tokens").arg(formatCount(tokens))), &QAction::triggered, &m_source,
                [this, tokens] { m_source.useSample(tokens); });
    menu->popup(m_request->mapToGlobal(QPoint(0, m_request->height())));
}

void DecisionPanel::openPaste()
{
    auto *dialog = new PasteDialog(tr("It is not sent."), this);
    connect(dialog, &PasteDialog::taken, &m_source, &RequestSource::usePasted);
    dialog->open();
}

void DecisionPanel::present()
{
    const routing::Policy &policy = m_document.policy();
    const routing::RequestFacts facts = m_source.facts();
    m_request->setValue(m_source.title());
    m_sentence->setText(decisionSentence(policy, facts));
    m_signal->set(m_source.namesChain() ? Signal::Off : Signal::Clear, {});
    m_signal->setAccessibleName(m_sentence->text());
    m_caveat->setText(m_source.caveat());
    m_caveat->setVisible(!m_source.caveat().isEmpty());
    m_view->setRows(decisionRows(policy, facts));
    m_view->setCurrentPart(m_document.current());
}

void DecisionPanel::setProblems(const QStringList &sentences)
{
    m_problems->setText(sentences.join(u'\n'));
    m_problems->setVisible(!sentences.isEmpty());
}

} // namespace sb::ui
