#include "ui/chains/versions/versions_view.h"

#include "ui/chains/versions/change_list.h"
#include "ui/chains/versions/version_list.h"
#include "ui/common/controls.h"
#include "ui/common/empty_state.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int VersionsWidth = 264;
constexpr int ShareWidth = 52;
} // namespace

VersionsView::VersionsView(QWidget *parent)
    : QWidget(parent)
    , m_list(new VersionList(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_list);
    m_list->setFixedWidth(VersionsWidth);
    m_canary = makeCanary();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(makeHairline(Qt::Vertical, this));
    row->addWidget(makeComparison(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canary);
    column->addLayout(row, 1);
    connect(m_list, &VersionList::chosen, this, &VersionsView::presentPartners);
}

QWidget *VersionsView::makeCanary()
{
    auto *band = makeSurface(QPalette::AlternateBase, this);
    band->setObjectName(u"canary"_s);
    m_canaryText = new Label({}, TextRole::Body, Label::Tone::Text, QFont::Normal, band);
    m_canaryText->setObjectName(u"canarySentence"_s);
    m_canaryText->setWordWrap(true);
    m_share = new QLineEdit(band);
    m_share->setObjectName(u"share"_s);
    m_share->setAlignment(Qt::AlignRight);
    m_share->setFixedWidth(ShareWidth);
    m_share->setAccessibleName(tr("Share, %"));
    m_shareProblem = new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, band);
    m_shareProblem->hide();
    auto *title = new Label(tr("Share, %"), TextRole::Body, Label::Tone::Text2, QFont::Normal, band);
    title->setBuddy(m_share);
    QPushButton *promote = makeButton(tr("Take all requests"), band);
    promote->setObjectName(u"promote"_s);
    QPushButton *withdraw = makeQuietButton(tr("Withdraw"), band);
    withdraw->setObjectName(u"withdraw"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_canaryText, 1);
    line->addSpacing(8);
    for (QWidget *each : std::initializer_list<QWidget *>{title, m_share, promote, withdraw})
        line->addWidget(each);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(size::PageMargin, 8, size::PaneMargin, 8);
    column->addLayout(line);
    column->addWidget(m_shareProblem, 0, Qt::AlignRight);
    auto *all = new QVBoxLayout(band);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(column);
    all->addWidget(makeHairline(Qt::Horizontal, band));
    connect(m_share, &QLineEdit::editingFinished, this, &VersionsView::takeShare);
    connect(promote, &QPushButton::clicked, this, &VersionsView::promoteWanted);
    connect(withdraw, &QPushButton::clicked, this, &VersionsView::withdrawWanted);
    return band;
}

QWidget *VersionsView::makeComparison()
{
    auto *part = makeSurface(QPalette::Base, this);
    m_subject = new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, part);
    m_subject->setElided(true);
    m_partner = new QComboBox(part);
    m_partner->setObjectName(u"partner"_s);
    m_partner->setAccessibleName(tr("Compare with"));
    m_restore = makeButton(tr("Restore as draft"), part);
    m_restore->setObjectName(u"restore"_s);
    m_changes = new ChangeList(part);
    m_same = new EmptyState(part);
    m_stack = new QStackedWidget(part);
    m_stack->addWidget(m_changes);
    m_stack->addWidget(m_same);
    auto *caption = new Label(tr("Compare with"), TextRole::Body, Label::Tone::Text2, QFont::Normal, part);
    caption->setBuddy(m_partner);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::PageMargin, 7, size::PaneMargin, 7);
    head->setSpacing(8);
    head->addWidget(m_subject, 1);
    head->addWidget(caption);
    head->addWidget(m_partner);
    head->addWidget(m_restore);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(makeHairline(Qt::Horizontal, part));
    column->addWidget(m_stack, 1);
    connect(m_partner, &QComboBox::activated, this, &VersionsView::presentChanges);
    connect(m_restore, &QPushButton::clicked, this, [this] { emit restoreWanted(m_list->current()); });
    return part;
}

void VersionsView::present(const Facts &facts, const Compare &compare)
{
    m_facts = facts;
    m_compare = compare;
    presentCanary();
    m_list->setVersions(facts.rows, facts.zone, facts.now); // → presentPartners()
}

void VersionsView::presentCanary()
{
    m_canary->setVisible(m_facts.canary.has_value());
    if (!m_facts.canary)
        return;
    m_canaryText->setText(canarySentence(*m_facts.canary, m_facts.inUse));
    if (!m_share->hasFocus() || m_share->text().isEmpty()) {
        m_share->setText(QString::number(m_facts.canary->percent));
        showProblem(m_share, m_shareProblem, {});
        m_shareProblem->hide();
    }
}

void VersionsView::takeShare()
{
    bool ok = false;
    const int percent = m_share->text().trimmed().toInt(&ok);
    const bool isShare = ok && percent >= 1 && percent <= 99;
    showProblem(m_share, m_shareProblem, isShare ? QString() : tr("Expected 1 to 99"));
    m_shareProblem->setVisible(!isShare);
    if (isShare && m_facts.canary && percent != m_facts.canary->percent)
        emit shareWanted(percent);
}

/// The draft is compared with what is in use, any other with the draft, else with what is in use, else with the one
/// before.
void VersionsView::presentPartners()
{
    const int number = m_list->current();
    const QSignalBlocker quiet(m_partner);
    m_partner->clear();
    for (const VersionRow &row : m_facts.rows) {
        if (row.number == number)
            continue;
        const QString state = versionState(row);
        m_partner->addItem(
            state.isEmpty() ? versionTitle(row.number) : u"%1, %2"_s.arg(versionTitle(row.number), state), row.number);
    }
    const int wanted = number == 0 ? m_facts.inUse : m_partner->findData(0) >= 0 ? 0 : m_facts.inUse;
    m_partner->setCurrentIndex(qMax(0, m_partner->findData(wanted)));
    m_partner->setEnabled(m_partner->count() > 0);
    presentChanges();
}

void VersionsView::presentChanges()
{
    const int number = m_list->current();
    m_restore->setEnabled(number > 0);
    m_restore->setToolTip(number > 0 ? tr("What is in use stays until it is published; Undo brings the draft back")
                                     : tr("The draft is being edited already"));
    if (m_partner->count() == 0) {
        m_subject->setText(number < 0 ? QString() : versionTitle(number));
        m_same->set(Signal::Off, tr("Nothing to compare with"),
                    tr("Each time it is published, a version is kept here, with a note and what differs."));
        m_stack->setCurrentWidget(m_same);
        return;
    }
    // From the older one to the newer one; the draft is the newest.
    const int partner = m_partner->currentData().toInt();
    const bool isNewer = number == 0 || (partner != 0 && number > partner);
    const int from = isNewer ? partner : number;
    const int to = isNewer ? number : partner;
    const QList<routing::Change> changes = m_compare(from, to);
    //: %1 and %2 are "Version 6" and "Draft".
    m_subject->setText(tr("%1 → %2").arg(versionTitle(from), versionTitle(to)));
    m_changes->setChanges(changes);
    m_same->set(Signal::Off, tr("No difference"), tr("Both say the same."));
    m_stack->setCurrentWidget(changes.isEmpty() ? static_cast<QWidget *>(m_same) : m_changes);
}

} // namespace sb::ui
