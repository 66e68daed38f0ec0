#include "ui/providers/providers_page.h"

#include "ui/common/banner.h"
#include "ui/common/controls.h"
#include "ui/common/empty_state.h"
#include "ui/common/page_header.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/providers/add_provider.h"
#include "ui/providers/provider_detail.h"
#include "ui/providers/provider_model.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr int ListWidth = 340;
constexpr int MonthWidth = 104;
constexpr auto MonthDelay = 500ms;
} // namespace

ProvidersPage::ProvidersPage(ProviderBoard &board, usage::Queries &queries, usage::Register &usage, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_queries(queries)
    , m_header(new PageHeader(tr("Providers"), this))
    , m_checkAll(makeButton(tr("Check all"), this))
    , m_add(makeMainButton(tr("Add provider"), this, u"plus"_s))
    , m_banner(new Banner(this))
    , m_model(new ProviderModel(board, this))
    , m_table(new TableView(this))
    , m_right(new QStackedWidget(this))
    , m_detail(new ProviderDetail(board, m_right))
    , m_adding(new AddProvider(board, m_right))
    , m_empty(new EmptyState(m_right))
{
    setupHeader();
    setupList();
    setupBody();
    connectBoard();
    connectRight();
    connectMonth(usage);
    auto *undoing = new QShortcut(QKeySequence::Undo, this); // a field that can undo itself comes first
    undoing->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undoing, &QShortcut::activated, this, &ProvidersPage::undo);
    present();
}

void ProvidersPage::setupBody()
{
    m_right->addWidget(m_detail);
    m_right->addWidget(m_adding);
    m_right->addWidget(m_empty);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_table);
    body->addWidget(makeHairline(Qt::Vertical, this));
    body->addWidget(m_right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addLayout(body, 1);
}

void ProvidersPage::connectBoard()
{
    connect(&m_board, &ProviderBoard::changed, this, &ProvidersPage::present);
    connect(&m_board, &ProviderBoard::keyStored, this, &ProvidersPage::takeStored);
    connect(&m_board, &ProviderBoard::keyRemoved, this, [this](const QString &, const std::optional<Error> &problem) {
        if (problem)
            emit notice(problem->message, {});
    });
    connect(m_banner, &Banner::actionTriggered, this, &ProvidersPage::act);
    connect(m_banner, &Banner::dismissed, this, [this] {
        if (m_keyProblem.isEmpty())
            m_dismissed.append(m_hand.sentence);
        m_keyProblem.clear();
        presentHand();
    });
}

void ProvidersPage::connectRight()
{
    connect(m_detail, &ProviderDetail::removeRequested, this, &ProvidersPage::remove);
    connect(m_detail, &ProviderDetail::removeKeyRequested, this, [this](const QString &id) {
        const ProviderFacts *facts = m_board.find(id);
        if (facts)
            askBefore(tr("Remove the key of %1?").arg(facts->provider.name),
                      tr("It is deleted here, and cannot be brought back; at the provider it stays valid."),
                      tr("Remove key"), [this, id] { m_board.removeKey(id); });
    });
    connect(m_detail, &ProviderDetail::removeOneKeyRequested, this, [this](const QString &id, const QString &keyId) {
        const ProviderFacts *facts = m_board.find(id);
        if (facts)
            askBefore(tr("Remove this key of %1?").arg(facts->provider.name),
                      tr("It is deleted here, and cannot be brought back; at the provider it stays valid."),
                      tr("Remove key"), [this, id, keyId] { m_board.removeKey(id, keyId); });
    });
    connect(m_adding, &AddProvider::closed, this, [this] {
        select(m_detail->shown());
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_adding, &AddProvider::added, this, [this](const QString &id, bool needsKey) {
        m_editWanted = needsKey;
        showProvider(id);
        if (!needsKey)
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_adding, &AddProvider::keyRefused, this,
            [this](const QString &id, const QString &key, const QString &problem) {
                showProvider(id);
                m_detail->retryKey(key, problem);
            });
    connect(m_empty, &EmptyState::actionTriggered, this, &ProvidersPage::showAdding);
}

void ProvidersPage::connectMonth(usage::Register &usage)
{
    m_monthSoon.setSingleShot(true);
    m_monthSoon.setInterval(MonthDelay);
    connect(&usage, &usage::Register::changed, this, [this] {
        if (isVisible() && !m_monthSoon.isActive())
            m_monthSoon.start();
    });
    connect(&m_monthSoon, &QTimer::timeout, this, &ProvidersPage::askMonth);
    connect(&m_queries, &usage::Queries::answered, this,
            [this](usage::Ticket ticket, const Result<usage::QueryAnswer> &answer) {
                if (ticket != m_monthTicket || !answer)
                    return;
                if (const auto *month = std::get_if<usage::MonthByProvider>(&*answer))
                    m_model->setMonth(*month);
            });
}

void ProvidersPage::setupHeader()
{
    m_checkAll->setToolTip(tr("Asks every provider with a key for its models: sends no prompt and costs nothing"));
    m_add->setObjectName(u"add-provider"_s);
    m_add->setShortcut(QKeySequence::New);
    m_add->setToolTip(tr("Add provider (%1)").arg(m_add->shortcut().toString(QKeySequence::NativeText)));
    m_header->addControl(m_checkAll);
    m_header->addControl(m_add);
    connect(m_checkAll, &QPushButton::clicked, &m_board, &ProviderBoard::checkAll);
    connect(m_add, &QPushButton::clicked, this, &ProvidersPage::showAdding);
}

void ProvidersPage::setupList()
{
    m_table->setModel(m_model);
    m_table->setObjectName(u"providers"_s);
    m_table->setAccessibleName(tr("Providers"));
    m_table->setFixedWidth(ListWidth);
    m_table->setTwoLines(true);
    m_table->setColumnWidths({0, MonthWidth});
    m_table->setDragDropMode(QAbstractItemView::DragDrop);
    m_table->setDefaultDropAction(Qt::MoveAction);
    m_table->setDragDropOverwriteMode(false);
    m_table->setDropIndicatorShown(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_marking)
            select(m_model->idAt(index));
    });
    connect(m_table, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { select(m_model->idAt(index)); });
    connect(m_table, &TableView::opened, m_detail, &ProviderDetail::focusFirst);
    const auto onKey = [this](const QKeySequence &key, const std::function<void()> &then) {
        auto *shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, then);
    };
    onKey(Qt::ALT | Qt::Key_Up, [this] { moveCurrent(-1); });
    onKey(Qt::ALT | Qt::Key_Down, [this] { moveCurrent(1); });
    onKey(Qt::Key_Delete, [this] { remove(m_detail->shown()); });
}

void ProvidersPage::present()
{
    switch (m_board.keychain()) {
    case secrets::Keychain::Usable:
        m_header->setFact(tr("Keys stay in the system keychain"));
        break;
    case secrets::Keychain::Locked:
    case secrets::Keychain::Missing:
        m_header->setFact(tr("Keys are held for this session only"));
        break;
    case secrets::Keychain::Unknown:
        m_header->setFact({});
        break;
    }
    presentHand();
    if (m_board.listed().isEmpty()) {
        m_empty->set(Signal::Off, tr("Nobody can be asked yet"),
                     tr("Add a server on this machine, or a provider with your key."), tr("Add provider"));
        if (m_right->currentWidget() != m_adding)
            m_right->setCurrentWidget(m_empty);
        return;
    }
    if (!m_wanted.isEmpty() && m_model->indexOf(m_wanted).isValid()) {
        select(QString(m_wanted)); // a copy: selecting clears what was wanted
        return;
    }
    // What was shown may be gone: then the one that took its place. Who is adding is not called away.
    const QModelIndex shown = m_model->indexOf(m_detail->shown());
    const int row = shown.isValid() ? shown.row() : qBound(0, m_table->currentIndex().row(), m_model->rowCount() - 1);
    m_detail->show(m_model->idAt(m_model->index(row, 0)));
    mark(row);
    if (m_right->currentWidget() == m_empty)
        m_right->setCurrentWidget(m_detail);
}

void ProvidersPage::mark(int row)
{
    if (m_table->currentIndex().row() == row)
        return;
    m_marking = true; // the row follows what is shown, not the other way round
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_marking = false;
}

void ProvidersPage::presentHand()
{
    const QList<Hand> hands = m_board.hands();
    const auto worst = std::find_if(hands.begin(), hands.end(),
                                    [this](const Hand &hand) { return !m_dismissed.contains(hand.sentence); });
    // A state that is over may be told again when it comes back.
    m_dismissed.removeIf([&hands](const QString &sentence) {
        return std::none_of(hands.begin(), hands.end(), [&](const Hand &hand) { return hand.sentence == sentence; });
    });
    if (!m_keyProblem.isEmpty()) {
        m_hand = {.signal = Signal::Stop, .sentence = m_keyProblem};
        m_banner->set(m_hand.signal, m_hand.sentence);
        return;
    }
    if (worst == hands.end()) {
        m_hand = {};
        m_banner->clear();
        return;
    }
    m_hand = *worst;
    const qsizetype others = hands.size() - m_dismissed.size() - 1;
    //: After a sentence: how many other things need a hand.
    const QString more = others > 0 ? u' ' + tr("And %n more.", nullptr, int(others)) : QString();
    m_banner->set(m_hand.signal, m_hand.sentence + more, m_hand.action);
}

void ProvidersPage::act()
{
    const Hand hand = m_hand;
    switch (hand.act) {
    case Hand::Act::ReplaceKey:
        select(hand.providerId);
        m_detail->editKey();
        break;
    case Hand::Act::ConfirmKey:
        select(hand.providerId);
        confirmKey(hand.providerId);
        break;
    case Hand::Act::UnlockKeychain:
        m_board.unlockKeychain();
        break;
    case Hand::Act::None:
        break;
    }
}

void ProvidersPage::confirmKey(const QString &id)
{
    const ProviderFacts *facts = m_board.find(id);
    if (!facts || !facts->key)
        return;
    const bool safe = secrets::isSafeOrigin(facts->provider.baseUrl);
    askBefore(tr("Send the key of %1 to %2?").arg(facts->provider.name, hostAndPort(facts->provider.baseUrl)),
              safe ? tr("It was entered for %1.").arg(QString::fromUtf8(facts->key->origin))
                   : tr("It was entered for %1. The new address is not encrypted: others in the network can read the "
                        "key and the prompts.")
                         .arg(QString::fromUtf8(facts->key->origin)),
              tr("Send it there"), [this, id, safe] {
                  m_board.confirmKey(id, safe ? secrets::PlainHttp::Refused : secrets::PlainHttp::Allowed);
              });
}

void ProvidersPage::select(const QString &id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return;
    m_wanted.clear();
    m_detail->show(id);
    m_right->setCurrentWidget(m_detail);
    mark(index.row());
    if (std::exchange(m_editWanted, false))
        m_detail->editKey();
}

ProvidersPage::Work ProvidersPage::work() const
{
    return {
        .shown = m_detail->shown(), .adding = m_right->currentWidget() == m_adding, .draft = m_adding->form().draft()};
}

void ProvidersPage::resume(const Work &work)
{
    m_adding->form().resume(work.draft);
    showProvider(work.shown);
    if (work.adding)
        m_right->setCurrentWidget(m_adding);
}

void ProvidersPage::showProvider(const QString &id)
{
    m_wanted = id;
    present();
}

void ProvidersPage::showAdding()
{
    m_right->setCurrentWidget(m_adding);
    m_board.lookAround();
    m_adding->focusFirst();
}

void ProvidersPage::moveCurrent(int by)
{
    const QString id = m_model->idAt(m_table->currentIndex());
    m_board.move(id, m_table->currentIndex().row() + by);
}

void ProvidersPage::remove(const QString &id)
{
    const ProviderFacts *facts = m_board.find(id);
    if (!facts || facts->provider.practice)
        return;
    const QString name = facts->provider.name;
    // A key that is not loaded has a rule, and goes, too.
    if (!facts->key && !m_board.workspace().settings().keys.contains(id)) {
        m_board.remove(id);
        m_removed.append(id);
        emit notice(tr("%1 removed").arg(name), tr("Undo"));
        return;
    }
    askBefore(tr("Remove %1 and its key?").arg(name),
              tr("The key is deleted here, and cannot be brought back. Requests that were sent stay in the register."),
              tr("Remove"), [this, id] { m_board.remove(id); });
}

void ProvidersPage::undo()
{
    while (!m_removed.isEmpty()) {
        const QString id = m_removed.takeLast();
        if (m_board.restore(id)) {
            showProvider(id);
            return;
        }
    }
}

void ProvidersPage::takeStored(const QString &id, const Result<secrets::Kept> &result)
{
    if (result) {
        m_keyProblem.clear();
        presentHand();
        return;
    }
    if (m_wanted == id)
        m_wanted.clear(); // it does not come into the list
    if (m_right->currentWidget() == m_detail && m_detail->shown() == id)
        return; // said beside its field
    const catalog::Provider *provider = m_board.workspace().catalog().provider(id);
    m_keyProblem = tr("The key of %1 was not stored: %2").arg(provider ? provider->name : id, result.error().message);
    presentHand();
}

void ProvidersPage::askBefore(const QString &question, const QString &consequence, const QString &action,
                              const std::function<void()> &then)
{
    auto *box = new QMessageBox(QMessageBox::Question, {}, question, QMessageBox::NoButton, this);
    box->setObjectName(u"question"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(consequence);
    QPushButton *yes = box->addButton(action, QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, then);
    box->open();
}

void ProvidersPage::askMonth()
{
    m_monthTicket = m_queries.ask(usage::MonthByProviderQuery{});
}

/// No focus proxy: Tab would go from the page's begin to that, past all that stands before it.
void ProvidersPage::focusInEvent(QFocusEvent *)
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void ProvidersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askMonth();
    m_board.lookAround();
}

} // namespace sb::ui
