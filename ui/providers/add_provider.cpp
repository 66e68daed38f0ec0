#include "ui/providers/add_provider.h"

#include "ui/common/choice_card.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/providers/local_offers.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int SearchWidth = 200;

Label *head(const QString &text, QWidget *parent)
{
    return new Label(text, TextRole::Small, Label::Tone::Text, QFont::DemiBold, parent);
}

QVBoxLayout *cards()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    return column;
}

void clear(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the card that was pressed
        delete item;
    }
}

} // namespace

AddProvider::AddProvider(ProviderBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_servers(cards())
    , m_keys(cards())
    , m_known(cards())
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 20);
    column->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->addWidget(new Label(tr("Add a provider"), TextRole::Title, Label::Tone::Text, QFont::DemiBold, content), 1);
    QToolButton *close = makeIconButton(u"close"_s, tr("Back to the list"), content);
    close->setToolTip(tr("Back to the list (Esc)"));
    top->addWidget(close);
    column->addLayout(top);

    auto *look = new QHBoxLayout;
    look->addWidget(head(tr("On this machine"), content), 1);
    m_again = makeQuietButton(tr("Look again"), content);
    look->addWidget(m_again);
    column->addLayout(look);
    m_serversNote = new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, content);
    m_serversNote->setWordWrap(true);
    column->addWidget(m_serversNote);
    column->addLayout(m_servers);
    column->addSpacing(8);
    m_keysHead = head(tr("Keys in the environment"), content);
    column->addWidget(m_keysHead);
    column->addLayout(m_keys);
    column->addSpacing(8);
    auto *known = new QHBoxLayout;
    known->addWidget(head(tr("Known providers"), content), 1);
    m_search = new QLineEdit(content);
    m_search->setObjectName(u"find-provider"_s);
    m_search->setPlaceholderText(tr("Find a provider"));
    m_search->setAccessibleName(tr("Find a provider"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(SearchWidth);
    known->addWidget(m_search);
    column->addLayout(known);
    column->addLayout(m_known);
    m_noneKnown = new Label(tr("None is known by that name. It can be added below by its base URL."), TextRole::Small,
                            Label::Tone::Text3, QFont::Normal, content);
    column->addWidget(m_noneKnown);
    column->addSpacing(8);
    column->addWidget(head(tr("Another one"), content));
    m_form = new OwnProviderForm(content);
    column->addWidget(m_form);
    column->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setProperty("bare", true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(close, &QToolButton::clicked, this, &AddProvider::closed);
    connect(m_again, &QPushButton::clicked, &m_board, &ProviderBoard::lookAround);
    connect(m_search, &QLineEdit::textChanged, this, &AddProvider::filterKnown);
    connect(m_form, &OwnProviderForm::addRequested, this, &AddProvider::addOwn);
    connect(&m_board, &ProviderBoard::keyStored, this, &AddProvider::takeStored);
    connect(&m_board, &ProviderBoard::changed, this, [this] {
        if (isVisible())
            present();
    });
}

void AddProvider::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_search->clear();
    present();
}

void AddProvider::present()
{
    presentServers();
    presentKeys();
    presentKnown();
    orderTabs();
}

void AddProvider::focusFirst()
{
    for (const QVBoxLayout *column : {m_servers, m_keys, m_known}) {
        if (column->count() > 0) {
            column->itemAt(0)->widget()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_again->setFocus(Qt::OtherFocusReason);
}

/// Cards are made later than what stands below them.
void AddProvider::orderTabs()
{
    QWidget *before = m_again;
    for (const QVBoxLayout *column : {m_servers, m_keys, m_known}) {
        if (column == m_known)
            setTabOrder(std::exchange(before, m_search), m_search);
        for (int i = 0; i < column->count(); ++i)
            setTabOrder(std::exchange(before, column->itemAt(i)->widget()), column->itemAt(i)->widget());
    }
}

void AddProvider::presentServers()
{
    const QList<engine::LocalServer> offers = m_board.offers();
    m_serversNote->setVisible(offers.isEmpty());
    m_serversNote->setText(
        m_board.isLooking() ? tr("Looking for Ollama, LM Studio, llama.cpp, vLLM and others")
                            : tr("No other server was found at the usual ports of Ollama, LM Studio, llama.cpp, vLLM "
                                 "and others. Start one and look again, or give its address below."));
    if (offers == m_shownServers)
        return;
    m_shownServers = offers;
    clear(m_servers);
    for (const engine::LocalServer &server : offers) {
        auto *card = new ChoiceCard(u"providers"_s, offerTitle(server, m_board.workspace().shipped()),
                                    offerText(server), tr("Use it"), this);
        card->setCompact(true);
        m_servers->addWidget(card);
        connect(card, &ChoiceCard::clicked, this, [this, server] { emit added(m_board.use(server), false); });
    }
}

void AddProvider::presentKeys()
{
    const QList<secrets::EnvironmentOffer> offers = m_board.keyOffers();
    m_keysHead->setVisible(!offers.isEmpty());
    if (offers == m_shownKeys)
        return;
    m_shownKeys = offers;
    clear(m_keys);
    for (const secrets::EnvironmentOffer &offer : offers) {
        const catalog::Provider *provider = m_board.workspace().catalog().provider(offer.providerId);
        if (!provider)
            continue;
        auto *card = new ChoiceCard(
            u"key"_s, tr("%1 is set").arg(offer.variable),
            tr("It usually holds a key of %1. It is read and stored only when you say so.").arg(provider->name),
            tr("Import"), this);
        card->setCompact(true);
        m_keys->addWidget(card);
        connect(card, &ChoiceCard::clicked, this, [this, offer] {
            m_board.take(offer);
            emit added(offer.providerId, false);
        });
    }
}

void AddProvider::presentKnown()
{
    const QList<catalog::Provider> known = m_board.known();
    if (known == m_shownKnown)
        return;
    m_shownKnown = known;
    clear(m_known);
    for (const catalog::Provider &provider : known) {
        const int models = int(m_board.endpoints(provider.id).size());
        const QString host = hostOf(provider);
        const QString fact = provider.local ? tr("At %1, no key needed, free.").arg(host)
            : models == 0                   ? tr("At %1, with a key. Its prices are not known.").arg(host)
                                            : tr("At %1, with a key. %n priced model(s).", nullptr, models).arg(host);
        auto *card = new ChoiceCard(provider.local ? u"providers"_s : u"key"_s, provider.name, fact, tr("Add"), this);
        card->setCompact(true);
        m_known->addWidget(card);
        connect(card, &ChoiceCard::clicked, this, [this, provider] {
            m_board.add(provider);
            emit added(provider.id, !provider.local);
        });
    }
    filterKnown();
}

/// By name, id or host.
void AddProvider::filterKnown()
{
    const QString text = m_search->text().trimmed();
    bool any = false;
    for (qsizetype i = 0; i < m_shownKnown.size(); ++i) {
        const catalog::Provider &provider = m_shownKnown[i];
        const bool fits =
            QString(provider.name + u'\n' + provider.id + u'\n' + hostOf(provider)).contains(text, Qt::CaseInsensitive);
        m_known->itemAt(int(i))->widget()->setVisible(fits);
        any = any || fits;
    }
    m_noneKnown->setVisible(!any && !text.isEmpty());
}

void AddProvider::addOwn(const catalog::Provider &provider, const QByteArray &key, secrets::PlainHttp plainHttp)
{
    catalog::Provider own = provider;
    own.id = freeId(own.name, m_board.workspace().catalog());
    m_board.add(own);
    if (key.isEmpty()) {
        m_form->clear();
    } else {
        m_storing = own.id;
        m_board.storeKey(own.id, key, plainHttp);
    }
    emit added(own.id, false);
}

void AddProvider::takeStored(const QString &id, const Result<secrets::Kept> &result)
{
    if (id != m_storing)
        return;
    m_storing.clear();
    const QString key = m_form->draft().key;
    m_form->clear(); // it is added
    if (!result)
        emit keyRefused(id, key, result.error().message);
}

void AddProvider::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sb::ui
