#include "ui/chains/chain_header.h"

#include "core/routing/chain.h"
#include "ui/common/chip.h"
#include "ui/common/controls.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int NameWidth = 180;
} // namespace

ChainHeader::ChainHeader(QUndoStack &undoStack, DocumentKind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_bar(new PageHeader(tr("Chains"), this))
    , m_place(new QStackedWidget(this))
    , m_chooser(new DocumentChooser(m_place))
    , m_name(new QLineEdit(m_place))
    , m_switch(new SegmentedControl(
          {kind == DocumentKind::Chain ? tr("Line") : tr("Rules"), tr("JSON"), tr("History"), tr("Replay")}, 0, this))
    , m_state(new Chip({}, {}, this))
    , m_undo(makeIconButton(u"undo"_s, tr("Undo"), this, QKeySequence::Undo))
    , m_redo(makeIconButton(u"redo"_s, tr("Redo"), this, QKeySequence::Redo))
    , m_rehearse(makeButton(tr("Rehearse"), this, u"rehearse"_s))
    , m_save(makeMainButton({}, this))
{
    setupName();
    setupHistory(undoStack);
    m_switch->setAccessibleName(tr("View"));
    m_state->setCheckable(true);
    m_state->setObjectName(u"state"_s);
    m_state->setToolTip(tr("Shows the history, or no longer"));
    m_state->setFocusPolicy(Qt::NoFocus); // by the keyboard it is History in the switch
    m_bar->setState(m_state);
    connect(m_state, &QAbstractButton::clicked, this,
            [this](bool history) { setView(history ? View::History : View::Line); });
    m_save->setObjectName(u"save"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    m_menu = makeMenu();
    setTabOrder(m_chooser, m_name);
    QWidget *before = m_name;
    for (QWidget *control :
         std::initializer_list<QWidget *>{m_place, m_menu, m_switch, m_undo, m_redo, m_rehearse, m_save}) {
        m_bar->addControl(control);
        if (control != m_place)
            setTabOrder(std::exchange(before, control), control); // as they stand
    }
    connect(m_switch, &SegmentedControl::chosen, this, [this](int view) { setView(View(view)); });
    m_rehearse->setObjectName(u"rehearse"_s);
    m_rehearse->setShortcut(Qt::CTRL | Qt::Key_R);
    m_rehearse->setVisible(kind == DocumentKind::Chain);
    connect(m_rehearse, &QPushButton::clicked, this, &ChainHeader::rehearseRequested);
    setRehearsing(false);
    m_save->setShortcut(QKeySequence::Save);
    connect(m_save, &QPushButton::clicked, this, &ChainHeader::saveRequested);
}

ChainHeader::~ChainHeader()
{
    takeFocusFrom(*this);
}

void ChainHeader::setupName()
{
    m_place->setMinimumWidth(NameWidth);
    m_place->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_place->addWidget(m_chooser);
    m_place->addWidget(m_name);
    m_chooser->setObjectName(u"chooser"_s);
    const bool isChain = m_kind == DocumentKind::Chain;
    m_chooser->setAccessibleName(isChain ? tr("Chain") : tr("Policy"));
    m_chooser->setToolTip(tr("Choose a chain or a policy; F2 renames it"));
    m_name->setObjectName(u"chain-name"_s);
    m_name->setAccessibleName(isChain ? tr("Name of the chain") : tr("Name of the policy"));
    m_name->installEventFilter(this);
    connect(m_chooser, &DocumentChooser::chainChosen, this, &ChainHeader::chosen);
    connect(m_chooser, &DocumentChooser::policyChosen, this, &ChainHeader::policyChosen);
    connect(m_chooser, &DocumentChooser::newPolicyWanted, this, &ChainHeader::newPolicyRequested);
    connect(m_name, &QLineEdit::editingFinished, this, &ChainHeader::takeName);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QString problem = problemOf(text.trimmed());
        m_name->setProperty("wrong", !problem.isEmpty());
        m_name->setToolTip(problem);
        m_name->setAccessibleDescription(problem);
        m_name->update();
    });
}

void ChainHeader::setupHistory(QUndoStack &undoStack)
{
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    connect(m_undo, &QToolButton::clicked, &undoStack, &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &undoStack, &QUndoStack::redo);
    connect(&undoStack, &QUndoStack::canUndoChanged, m_undo, &QToolButton::setEnabled);
    connect(&undoStack, &QUndoStack::canRedoChanged, m_redo, &QToolButton::setEnabled);
}

QToolButton *ChainHeader::makeMenu()
{
    const bool isChain = m_kind == DocumentKind::Chain;
    QToolButton *more = makeIconButton(u"more"_s, isChain ? tr("Chain menu") : tr("Policy menu"), this);
    auto *menu = new QMenu(more);
    connect(menu->addAction(isChain ? tr("New chain") : tr("New policy")), &QAction::triggered, this,
            &ChainHeader::newRequested);
    if (isChain)
        connect(menu->addAction(tr("New policy")), &QAction::triggered, this, &ChainHeader::newPolicyRequested);
    QAction *rename = menu->addAction(tr("Rename"));
    rename->setShortcut(Qt::Key_F2);
    connect(rename, &QAction::triggered, this, &ChainHeader::beginRenaming);
    connect(menu->addAction(tr("Duplicate")), &QAction::triggered, this, &ChainHeader::duplicateRequested);
    connect(menu->addAction(tr("Import…")), &QAction::triggered, this, &ChainHeader::importRequested);
    connect(menu->addAction(tr("Export…")), &QAction::triggered, this, &ChainHeader::exportRequested);
    menu->addSeparator();
    connect(menu->addAction(isChain ? tr("Delete chain") : tr("Delete policy")), &QAction::triggered, this,
            &ChainHeader::removeRequested);
    addActions(menu->actions()); // their keys hold while the menu is closed, and the palette finds them
    connect(more, &QToolButton::clicked, this,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    return more;
}

void ChainHeader::setDocuments(const QStringList &chains, const QStringList &policies, const QString &inUse,
                               const QString &current)
{
    m_chooser->setDocuments(chains, policies, inUse);
    m_chooser->setCurrentDocument(m_kind, current);
}

void ChainHeader::insertControl(QWidget *control)
{
    m_bar->insertControl(2, control);
    setTabOrder(m_menu, control);
}

QString ChainHeader::current() const
{
    return m_chooser->currentName();
}

void ChainHeader::present(const Facts &facts)
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_switch, m_rehearse})
        control->setEnabled(facts.any);
    m_state->setValue(facts.state);
    m_state->setVisible(!facts.state.isEmpty());
    m_bar->setFact(facts.fact);
    setButtonText(*m_save, facts.save);
    m_save->setEnabled(facts.savable);
    m_save->setToolTip(facts.whyNot);
}

void ChainHeader::setRehearsing(bool running)
{
    setButtonText(*m_rehearse, running ? tr("Cancel") : tr("Rehearse"));
    m_rehearse->setToolTip(running ? tr("Cancel the rehearsal (Ctrl+R)")
                                   : tr("Play every fault against this chain; sends and spends nothing (Ctrl+R)"));
}

ChainHeader::View ChainHeader::view() const
{
    return View(m_switch->current());
}

void ChainHeader::setView(View view)
{
    m_switch->setCurrent(int(view));
    m_state->setChecked(view == View::History);
    emit viewChosen();
}

void ChainHeader::beginRenaming()
{
    if (current().isEmpty())
        return;
    m_name->setText(current());
    m_place->setCurrentWidget(m_name);
    m_name->selectAll();
    m_name->setFocus(Qt::OtherFocusReason);
}

void ChainHeader::takeName()
{
    if (m_place->currentWidget() != m_name)
        return; // it was left already
    const QString name = m_name->text().trimmed();
    if (!problemOf(name).isEmpty()) {
        if (!m_name->hasFocus())
            endRenaming();
        return;
    }
    const bool isAnother = name != current();
    endRenaming();
    if (isAnother)
        emit renamed(name);
}

void ChainHeader::endRenaming()
{
    const bool hadFocus = m_name->hasFocus();
    m_place->setCurrentWidget(m_chooser);
    if (hadFocus)
        m_chooser->setFocus(Qt::OtherFocusReason);
}

QString ChainHeader::problemOf(const QString &name) const
{
    if (!routing::isChainName(name))
        return tr("Letters, digits, -, _ and ., at most 64, not beginning with .");
    if (name == current() || !m_chooser->hasDocument(m_kind, name))
        return {};
    return m_kind == DocumentKind::Chain ? tr("There is a chain of this name") : tr("There is a policy of this name");
}

bool ChainHeader::eventFilter(QObject *watched, QEvent *event)
{
    // Before the page's own Escape.
    if (watched == m_name && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == m_name && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        endRenaming();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sb::ui
