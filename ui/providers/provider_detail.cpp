#include "ui/providers/provider_detail.h"
#include "ui/common/controls.h"
#include "ui/common/field_grid.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/signal_mark.h"
#include "ui/common/surfaces.h"
#include "ui/common/switch.h"
#include "ui/common/table.h"
#include "ui/providers/address_parts.h"
#include "ui/providers/base_url.h"
#include "ui/providers/dialect_names.h"
#include "ui/providers/endpoint_model.h"
#include "ui/providers/form_sizes.h"
#include "ui/providers/key_list.h"
#include "ui/providers/key_row.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// A link to a page of the provider; only the browser goes there.
void showLink(QPushButton *button, const QString &page)
{
    const QUrl url(page);
    button->setVisible(url.scheme() == "https"_L1);
    button->setToolTip(url.toDisplayString());
    button->setProperty("page", url);
}

QPushButton *makeLink(const QString &text, QWidget *parent)
{
    QPushButton *link = makeQuietButton(text, parent);
    QObject::connect(link, &QPushButton::clicked, link,
                     [link] { QDesktopServices::openUrl(link->property("page").toUrl()); });
    return link;
}

/// A server on this machine answers in a few milliseconds.
QString latencyText(std::chrono::milliseconds time)
{
    using namespace std::chrono_literals;
    return time >= 1s ? formatSeconds(time) : u"%1 ms"_s.arg(qMax<qint64>(1, time.count()));
}

Signal signalOf(const engine::ProviderCheck &check)
{
    using Outcome = engine::ProviderCheck::Outcome;
    switch (check.outcome) {
    case Outcome::Good:
        return Signal::Clear;
    case Outcome::KeyRefused:
    case Outcome::KeyMissing:
        return Signal::Stop;
    default:
        return Signal::Caution;
    }
}

} // namespace

ProviderDetail::ProviderDetail(ProviderBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(0);
    setupHead();
    layout->addSpacing(12);
    setupFields();
    layout->addSpacing(14);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addSpacing(8);
    setupModels();
    connect(&m_board, &ProviderBoard::changed, this, &ProviderDetail::present);
    connect(&m_board, &ProviderBoard::keyStored, this, &ProviderDetail::takeStored);
}

ProviderDetail::~ProviderDetail()
{
    takeFocusFrom(*this);
}

void ProviderDetail::setupHead()
{
    m_title = new Label({}, TextRole::Title, Label::Tone::Text, QFont::DemiBold, this);
    m_title->setElided(true);
    m_inUse = new Switch(tr("In use"), this);
    m_inUse->setObjectName(u"in-use"_s);
    m_more = makeIconButton(u"more"_s, tr("Move or remove"), this);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_inUse);
    head->addWidget(m_more);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);
    connect(m_more, &QToolButton::clicked, this, &ProviderDetail::openMenu);
    connect(m_inUse, &QAbstractButton::clicked, this, [this](bool on) { m_board.setInUse(m_id, on); });
}

/// In reading order, which is that of Tab.
void ProviderDetail::setupFields()
{
    m_fields = new FieldGrid(FormLabelWidth);
    m_about = new Label(tr("Simulated models on this machine. No key, no cost, and every fault can be rehearsed. Their "
                           "requests have a ledger of their own."),
                        TextRole::Body, Label::Tone::Text2, QFont::Normal, this);
    m_about->setWordWrap(true);
    setupAddress();
    setupKey();
    setupCheck();
    setupPolicy();
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_about);
    column->addLayout(m_fields);
}

void ProviderDetail::setupAddress()
{
    m_parts = new AddressParts(this);
    m_partsLabel = m_fields->addField(tr("Address"), m_parts);
    m_region = new QComboBox(this);
    m_region->setObjectName(u"region"_s);
    m_region->setFixedWidth(FormFieldWidth);
    m_regionLabel = m_fields->addField(tr("Region"), m_region);
    connect(m_parts, &AddressParts::filledIn, this, &ProviderDetail::takePart);
    connect(m_region, &QComboBox::activated, this, &ProviderDetail::takeRegion);
    m_baseUrl = new QLineEdit(this);
    m_baseUrl->setObjectName(u"base-url"_s);
    m_baseUrl->setMinimumWidth(FormFieldWidth);
    m_baseUrlLabel = m_fields->addField(tr("Base URL"), m_baseUrl);
    m_baseUrlProblem = m_fields->addProblem(m_baseUrl);
    m_dialect = new QComboBox(this);
    m_dialect->setFixedWidth(FormFieldWidth);
    for (const auto &[dialect, name] : dialectNames())
        m_dialect->addItem(name, int(dialect));
    m_dialectLabel = m_fields->addField(tr("Dialect"), m_dialect);
    connect(m_baseUrl, &QLineEdit::editingFinished, this, &ProviderDetail::takeBaseUrl);
    connect(m_dialect, &QComboBox::activated, this, &ProviderDetail::takeDialect);
}

void ProviderDetail::setupKey()
{
    m_key = new KeyRow(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_key);
    m_keyLabel = m_fields->addField(tr("Key"), row, m_key);
    m_keyNote = m_fields->addNote();
    m_keys = new KeyList(this);
    m_fields->addRow(m_keys);
    connect(m_keys, &KeyList::addRequested, this,
            [this](const QByteArray &key, secrets::PlainHttp plainHttp) { m_board.addKey(m_id, key, plainHttp); });
    connect(m_keys, &KeyList::ruleChanged, this,
            [this](const routing::KeyRule &rule) { m_board.setKeyRule(m_id, rule); });
    connect(m_keys, &KeyList::moveRequested, this,
            [this](const QString &keyId, int by) { m_board.moveKey(m_id, keyId, by); });
    connect(m_keys, &KeyList::removeRequested, this,
            [this](const QString &keyId) { emit removeOneKeyRequested(m_id, keyId); });
    connect(m_key, &KeyRow::storeRequested, this,
            [this](const QByteArray &key, secrets::PlainHttp plainHttp) { m_board.storeKey(m_id, key, plainHttp); });
    connect(m_key, &KeyRow::removeRequested, this, [this] { emit removeKeyRequested(m_id); });
}

void ProviderDetail::setupCheck()
{
    m_check = makeButton({}, this);
    m_check->setObjectName(u"check"_s);
    m_keyPage = makeLink(tr("Where to get a key"), this);
    auto *test = new QHBoxLayout;
    test->setSpacing(8);
    test->addWidget(m_check);
    test->addWidget(m_keyPage);
    test->addStretch(1);
    m_checkLabel = m_fields->addField(tr("Test"), test, m_check);
    m_checkSignal = new SignalMark(Signal::Off, {}, this);
    m_checkSentence = new Label({}, TextRole::Body, Label::Tone::Text2, QFont::Normal, this);
    m_checkSentence->setObjectName(u"check-sentence"_s);
    m_checkSentence->setWordWrap(true);
    m_checkSentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *answer = new QHBoxLayout;
    answer->setSpacing(8);
    answer->addWidget(m_checkSignal, 0, Qt::AlignTop);
    answer->addWidget(m_checkSentence, 1);
    answer->setContentsMargins(0, 2, 0, 8);
    m_fields->addRow(answer);
    connect(m_check, &QPushButton::clicked, this, [this] {
        const ProviderFacts *facts = m_board.find(m_id);
        facts && facts->checking ? m_board.cancelCheck(m_id) : m_board.check(m_id);
    });
}

void ProviderDetail::setupPolicy()
{
    m_policy = new Label({}, TextRole::Body, Label::Tone::Text, QFont::Normal, this);
    m_policyPage = makeLink(tr("Its page"), this);
    auto *policy = new QHBoxLayout;
    policy->addWidget(m_policy);
    policy->addWidget(m_policyPage);
    policy->addStretch(1);
    m_policyLabel = new Label(tr("Prompts"), TextRole::Body, Label::Tone::Text2, QFont::Normal, this);
    const int row = m_fields->rowCount();
    m_fields->addWidget(m_policyLabel, row, 0);
    m_fields->addLayout(policy, row, 1);
    m_cancelLabel = new Label(tr("Cancelling"), TextRole::Body, Label::Tone::Text2, QFont::Normal, this);
    m_cancel = new Label({}, TextRole::Body, Label::Tone::Text, QFont::Normal, this);
    m_cancel->setObjectName(u"cancelling"_s);
    m_fields->addWidget(m_cancelLabel, row + 1, 0);
    m_fields->addWidget(m_cancel, row + 1, 1);
}

void ProviderDetail::setupModels()
{
    m_endpoints = new EndpointModel(this);
    m_modelsFact = new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this);
    m_addModels = makeQuietButton({}, this);
    m_addModels->setObjectName(u"add-models"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Models"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, this));
    head->addStretch(1);
    head->addWidget(m_modelsFact);
    head->addWidget(m_addModels);
    auto *table = new TableView(this);
    table->setModel(m_endpoints);
    table->setAccessibleName(tr("Models"));
    table->setFlush();
    table->setColumnWidths({0, 200, 90, 90, 84});
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(head);
    column->addWidget(table, 1);
    connect(m_addModels, &QPushButton::clicked, this, [this] { m_board.addListedModels(m_id); });
}

void ProviderDetail::show(const QString &id)
{
    if (id != m_id) {
        m_key->stopEditing();
        m_keys->stopAdding();
        showProblem(m_baseUrl, m_baseUrlProblem, {});
        m_baseUrl->setModified(false);
    }
    m_id = id;
    present();
}

void ProviderDetail::focusFirst()
{
    if (m_parts->isVisible())
        m_parts->focusFirst();
    else if (m_baseUrl->isVisible())
        m_baseUrl->setFocus(Qt::OtherFocusReason);
    else
        m_inUse->setFocus(Qt::OtherFocusReason);
}

void ProviderDetail::editKey()
{
    m_key->edit();
}

void ProviderDetail::retryKey(const QString &key, const QString &problem)
{
    m_key->retry(key, problem);
}

void ProviderDetail::present()
{
    const ProviderFacts *facts = m_board.find(m_id);
    if (!facts)
        return;
    const catalog::Provider &provider = facts->provider;
    m_title->setText(provider.name);
    m_inUse->setChecked(provider.enabled);
    m_inUse->setAccessibleName(tr("Use %1").arg(provider.name));
    m_more->setVisible(!provider.practice);
    m_about->setVisible(provider.practice);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_partsLabel, m_parts, m_regionLabel, m_region, m_baseUrlLabel, m_baseUrl,
                                          m_dialectLabel, m_dialect, m_checkLabel, m_check, m_policyLabel, m_policy})
        widget->setVisible(!provider.practice);
    presentFields(*facts);
    presentCheck(*facts);
    presentModels(*facts);
}

void ProviderDetail::presentFields(const ProviderFacts &facts)
{
    const catalog::Provider &provider = facts.provider;
    presentAddress(provider);
    m_dialect->setCurrentIndex(m_dialect->findData(int(provider.dialect)));
    const bool shipped = m_board.workspace().shipped().provider(provider.id);
    m_dialect->setEnabled(!shipped); // it is known what is spoken there
    // What was added without a key may want one all the same.
    const bool keyless = provider.auth == catalog::Provider::Auth::None;
    const bool takesKey = !provider.practice && (!keyless || provider.fromProfile);
    m_keyLabel->setVisible(takesKey);
    m_key->setVisible(takesKey);
    m_key->present(provider.name, facts.key, provider.baseUrl);
    m_key->setTakesFile(provider.auth == catalog::Provider::Auth::GoogleServiceAccount);
    m_keys->present(takesKey ? facts : ProviderFacts{});
    m_keyNote->setVisible(takesKey && (facts.key || provider.local || keyless));
    m_keyNote->setText(facts.key ? keyNote(*facts.key) : tr("Only where the server asks for one."));
    m_keyPage->setVisible(takesKey);
    showLink(m_keyPage, takesKey ? provider.keyPage : QString());
    m_policy->setText(provider.local ? tr("stay where this server is") : dataPolicyText(provider));
    m_cancel->setText(cancelText(provider));
    m_cancel->setVisible(!m_cancel->text().isEmpty());
    m_cancelLabel->setVisible(!m_cancel->text().isEmpty());
    showLink(m_policyPage, provider.practice ? QString() : dataPolicyPage(provider));
}

void ProviderDetail::presentAddress(const catalog::Provider &provider)
{
    if (!m_baseUrl->isModified())
        m_baseUrl->setText(provider.baseUrl.isEmpty() ? provider.addressForm : provider.baseUrl.toDisplayString());
    const bool hasParts = !provider.addressForm.isEmpty();
    m_partsLabel->setVisible(hasParts);
    m_parts->setVisible(hasParts);
    m_parts->present(provider);
    const bool hasRegions = !provider.regionUrls.isEmpty();
    m_regionLabel->setVisible(hasRegions);
    m_region->setVisible(hasRegions);
    m_region->clear();
    const QString here = catalog::regionOf(provider);
    // The usual address, where it is in no region of the list; else one of the user's own.
    const catalog::Provider *shipped = m_board.workspace().shipped().provider(provider.id);
    if (here.isEmpty() || (shipped && catalog::regionOf(*shipped).isEmpty()))
        m_region->addItem(hostOf(here.isEmpty() ? provider : *shipped), QString());
    for (const catalog::RegionUrl &region : provider.regionUrls)
        m_region->addItem(region.region, region.region);
    m_region->setCurrentIndex(m_region->findData(here));
    m_region->setToolTip(tr("Another region has another address: a key is asked for again before it is sent there"));
}

void ProviderDetail::presentCheck(const ProviderFacts &facts)
{
    const bool hasAddress = !facts.provider.baseUrl.isEmpty();
    const bool canAsk = hasAddress && (facts.key || !facts.needsKey());
    m_check->setEnabled(canAsk);
    m_check->setToolTip(!hasAddress  ? tr("Fill in the address first")
                            : canAsk ? tr("Asks for the list of models: sends no prompt and costs nothing")
                                     : tr("Add a key first"));
    m_check->setText(facts.checking ? tr("Cancel") : facts.key ? tr("Test this key") : tr("Test the connection"));
    const bool told = facts.check || facts.checking;
    m_checkSignal->setVisible(told);
    m_checkSentence->setVisible(told);
    if (facts.checking) {
        m_checkSignal->set(Signal::Off, {});
        m_checkSentence->setText(tr("Asking %1 for its models").arg(facts.provider.name));
    } else if (facts.check) {
        m_checkSignal->set(signalOf(*facts.check), {});
        m_checkSentence->setText(
            facts.check->latency.count() < 0
                ? facts.check->sentence
                //: %1 is a sentence, %2 a time such as "31 ms" or "1.20 s".
                : tr("%1 It answered in %2.").arg(facts.check->sentence, latencyText(facts.check->latency)));
    }
    m_checkSignal->setAccessibleName(lineOf(facts).word);
}

void ProviderDetail::presentModels(const ProviderFacts &facts)
{
    m_endpoints->present(m_board.endpoints(m_id));
    const int count = int(facts.models);
    m_modelsFact->setText(count == 0 ? tr("None yet: its list has not been read")
                                     : tr("%n model(s), prices for a million tokens", nullptr, count));
    const qsizetype more = m_board.newModels(m_id);
    m_addModels->setVisible(more > 0);
    m_addModels->setText(tr("Add %n more from its list, unpriced", nullptr, int(more)));
}

void ProviderDetail::takeBaseUrl()
{
    const ProviderFacts *facts = m_board.find(m_id);
    if (!facts || !m_baseUrl->isModified())
        return;
    if (m_baseUrl->text() == facts->provider.addressForm)
        return m_baseUrl->setModified(false); // its parts have fields of their own
    const Result<QUrl> url = parseBaseUrl(m_baseUrl->text());
    showProblem(m_baseUrl, m_baseUrlProblem, url ? QString() : url.error().message);
    if (!url)
        return; // the text stays as typed; the address that holds is not changed
    m_baseUrl->setModified(false);
    catalog::Provider provider = facts->provider;
    provider.baseUrl = *url;
    provider.addressForm.clear();
    m_board.change(provider);
    present();
}

void ProviderDetail::takePart(const QString &name, const QString &value)
{
    if (const ProviderFacts *facts = m_board.find(m_id))
        m_board.change(catalog::withAddressPart(facts->provider, name, value));
}

void ProviderDetail::takeRegion()
{
    const ProviderFacts *facts = m_board.find(m_id);
    const QString region = m_region->currentData().toString();
    if (!facts || region == catalog::regionOf(facts->provider))
        return;
    catalog::Provider provider = catalog::inRegion(facts->provider, region);
    if (const catalog::Provider *shipped = m_board.workspace().shipped().provider(m_id); shipped && region.isEmpty()) {
        provider.baseUrl = shipped->baseUrl;
        provider.addressForm = shipped->addressForm;
    }
    m_board.change(provider);
}

void ProviderDetail::takeDialect()
{
    const ProviderFacts *facts = m_board.find(m_id);
    if (!facts)
        return;
    catalog::Provider provider = facts->provider;
    provider.dialect = catalog::DialectId(m_dialect->currentData().toInt());
    provider.auth = provider.auth == catalog::Provider::Auth::None ? provider.auth : usualAuth(provider.dialect);
    m_board.change(provider);
}

void ProviderDetail::takeStored(const QString &id, const Result<secrets::Kept> &result)
{
    if (id != m_id)
        return;
    if (m_keys->isAdding())
        result ? m_keys->stopAdding() : m_keys->showProblem(result.error().message);
    else if (result)
        m_key->stopEditing();
    else
        m_key->showProblem(result.error().message);
}

void ProviderDetail::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    qsizetype place = 0;
    while (place < m_board.listed().size() && m_board.listed().at(place).provider.id != m_id)
        ++place;
    const auto move = [&](const QString &text, const QKeySequence &key, qsizetype to) {
        QAction *action = menu->addAction(text, this, [this, to] { m_board.move(m_id, to); });
        action->setShortcut(key);
        const bool possible = to >= 0 && to < m_board.listed().size() && !m_board.listed().at(to).provider.practice;
        action->setEnabled(possible);
    };
    move(tr("Move up"), Qt::ALT | Qt::Key_Up, place - 1);
    move(tr("Move down"), Qt::ALT | Qt::Key_Down, place + 1);
    menu->addSeparator();
    menu->addAction(tr("Remove provider"), this, [this] { emit removeRequested(m_id); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

} // namespace sb::ui
