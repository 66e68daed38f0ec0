#include "ui/providers/providers_page.h"

#include "tests/engine/list_server.h"
#include "tests/testing/tab_walk.h"
#include "tests/testing/testing.h"
#include "tests/ui/providers/provider_world.h"
#include "ui/common/banner.h"
#include "ui/common/choice_card.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/providers/own_provider_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

namespace {

constexpr auto Key = "sk-canary-0123456789-3f9A";
constexpr auto List = R"({"data":[{"id":"m-1"},{"id":"m-2"}]})";

} // namespace

class TstProvidersPage final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_world = std::make_unique<ProviderWorld>();
        QTRY_VERIFY(m_world->isReady());
        m_page = std::make_unique<ProvidersPage>(*m_world->board, *m_world->queries, *m_world->usage);
        m_page->resize(1092, 744);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_world.reset();
    }

    void anotherProviderIsAddedByItsBaseUrlAndTested()
    {
        ListServer server({{"/v1/models", {.body = List, .key = Key}}});
        click(u"add-provider"_s);
        field(u"own-name"_s)->setText(u"My box"_s);
        field(u"own-base-url"_s)->setText(server.url(u"/v1"_s).toString());
        field(u"own-key"_s)->setText(QString::fromLatin1(Key));
        click(u"own-add"_s);
        QTRY_COMPARE(lineAt(0), u"key ends 3f9A, 2 model(s)"_s);
        QTRY_VERIFY(sentence().startsWith(u"My box accepted the key and lists 2 model(s)."_s));
        QCOMPARE(m_world->board->find(u"my-box"_s)->provider.baseUrl, server.url(u"/v1"_s));
        for (QLineEdit *edit : m_page->findChildren<QLineEdit *>())
            QVERIFY2(!edit->text().contains(QString::fromLatin1(Key)), "the key is still in a field");
        QCOMPARE(overlaps(), QStringList());
    }

    void whatIsWrongIsSaidBesideTheFieldAndNothingIsAdded()
    {
        click(u"add-provider"_s);
        field(u"own-base-url"_s)->setText(u"https://user:secret@x.example"_s);
        click(u"own-add"_s);
        QVERIFY(field(u"own-name"_s)->property("wrong").toBool());
        QVERIFY(field(u"own-base-url"_s)->property("wrong").toBool());
        QVERIFY(field(u"own-base-url"_s)->accessibleDescription().contains(u"own field"_s));
        QCOMPARE(field(u"own-base-url"_s)->text(), u"https://user:secret@x.example"_s);
        QCOMPARE(m_world->board->listed().size(), 1);
    }

    void aSignedRequestAsksForItsRegion()
    {
        click(u"add-provider"_s);
        auto *form = m_page->findChild<OwnProviderForm *>();
        const auto dialect = [form](catalog::DialectId id) {
            auto *box = form->findChild<QComboBox *>();
            box->setCurrentIndex(box->findData(int(id)));
        };
        QVERIFY(!field(u"own-aws-region"_s)->isVisible());
        field(u"own-name"_s)->setText(u"Behind a proxy"_s);
        field(u"own-base-url"_s)->setText(u"https://bedrock.example.com"_s);
        dialect(catalog::DialectId::BedrockConverse);
        QVERIFY(field(u"own-aws-region"_s)->isVisible());
        field(u"own-key"_s)->setText(u"AKIDEXAMPLE:secret"_s);
        click(u"own-add"_s);
        QVERIFY(field(u"own-aws-region"_s)->property("wrong").toBool());
        QCOMPARE(m_world->board->listed().size(), 1);
        field(u"own-base-url"_s)->setText(u"https://bedrock-runtime.eu-west-1.amazonaws.com"_s); // names its own
        QVERIFY(!field(u"own-aws-region"_s)->isVisible());
        field(u"own-base-url"_s)->setText(u"https://bedrock.example.com"_s);
        field(u"own-aws-region"_s)->setText(u"eu-west-1"_s);
        click(u"own-add"_s);
        QTRY_VERIFY(m_world->board->find(u"behind-a-proxy"_s));
        QCOMPARE(m_world->board->find(u"behind-a-proxy"_s)->provider.awsRegion, u"eu-west-1"_s);
    }

    void aKnownProviderIsFoundByItsNameOrAddress()
    {
        click(u"add-provider"_s);
        const auto shown = [this] {
            QStringList names;
            for (const ChoiceCard *card : m_page->findChildren<ChoiceCard *>()) {
                if (card->isVisible())
                    names.append(card->accessibleName());
            }
            return names;
        };
        const QStringList all = shown();
        QVERIFY(all.size() > 1);
        field(u"find-provider"_s)->setText(u"MISTRAL"_s);
        QCOMPARE(shown().size(), 1);
        QVERIFY2(shown().constFirst().contains(u"Mistral"_s), qPrintable(shown().constFirst()));
        field(u"find-provider"_s)->setText(u"api.openai.com"_s);
        QCOMPARE(shown().size(), 1);
        field(u"find-provider"_s)->setText(u"no such railway"_s);
        QVERIFY(shown().isEmpty());
        field(u"find-provider"_s)->clear();
        QCOMPARE(shown(), all);
    }

    void plainHttpToAnotherMachineNeedsAYes()
    {
        click(u"add-provider"_s);
        auto *yes = m_page->findChild<QCheckBox *>(u"own-plain-http"_s);
        field(u"own-name"_s)->setText(u"Far"_s);
        field(u"own-base-url"_s)->setText(u"https://192.0.2.1/v1"_s);
        QVERIFY(!yes->isVisible());
        field(u"own-base-url"_s)->setText(u"http://192.0.2.1/v1"_s);
        QVERIFY(yes->isVisible());
        click(u"own-add"_s);
        QCOMPARE(m_world->board->listed().size(), 1);
        yes->setChecked(true);
        click(u"own-add"_s);
        QCOMPARE(m_world->board->listed().size(), 2);
        m_world->board->cancelCheck(u"far"_s);
    }

    void aRefusedKeyIsReplacedFromTheBanner()
    {
        ListServer server({{"/v1/models", {.body = List, .key = Key}}});
        const QString id = addOwn(server);
        m_world->storeKey(id, "sk-canary-wrong-key");
        auto *banner = m_page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        emit banner->actionTriggered();
        QVERIFY(!field(u"key"_s)->isReadOnly());
        QCOMPARE(field(u"key"_s)->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field(u"key"_s), QString::fromLatin1(Key));
        QTest::keyClick(field(u"key"_s), Qt::Key_Return);
        QTRY_VERIFY(!banner->isVisible());
        QVERIFY(field(u"key"_s)->isReadOnly());
        QVERIFY(field(u"key"_s)->text().isEmpty());
        QVERIFY(field(u"key"_s)->placeholderText().endsWith(u"3f9A"_s));
    }

    void aDismissedBannerStaysAwayUntilTheStateIsAnother()
    {
        ListServer server({{"/v1/models", {.body = List, .key = Key}}});
        const QString id = addOwn(server);
        m_world->storeKey(id, "sk-canary-wrong-key");
        auto *banner = m_page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        emit banner->dismissed();
        QVERIFY(!banner->isVisible());
        m_world->board->setInUse(id, false);
        m_world->board->setInUse(id, true);
        QTRY_VERIFY(banner->isVisible()); // it was well in between
    }

    void typingAKeyIsGivenUpWithEscape()
    {
        ListServer server;
        addOwn(server);
        click(u"change-key"_s);
        QTest::keyClicks(field(u"key"_s), u"sk-canary-not-stored"_s);
        QTest::keyClick(field(u"key"_s), Qt::Key_Escape);
        QVERIFY(field(u"key"_s)->isReadOnly());
        QVERIFY(field(u"key"_s)->text().isEmpty());
    }

    void removingAKeyAsksFirst()
    {
        ListServer server({{"/v1/models", {.body = List, .key = Key}}});
        const QString id = addOwn(server);
        m_world->storeKey(id, Key);
        click(u"remove-key"_s);
        auto *box = m_page->findChild<QMessageBox *>(u"question"_s);
        QVERIFY(box && box->isVisible());
        QVERIFY(m_world->keys->info(id));
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_VERIFY(!m_world->keys->info(id));
        QTRY_COMPARE(lineAt(0), u"no key"_s);
    }

    void removingAProviderWithoutAKeyCanBeUndone()
    {
        ListServer server;
        const QString id = addOwn(server);
        QSignalSpy notice(m_page.get(), &ProvidersPage::notice);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(notice.count(), 1);
        QVERIFY(!m_world->board->find(id));
        m_page->undo();
        QVERIFY(m_world->board->find(id));
    }

    void removingAProviderWhoseKeyIsNotLoadedAsksFirst()
    {
        ListServer server;
        const QString id = addOwn(server);
        profile::Settings settings = m_world->workspace->settings();
        settings.keys.insert(id, {{.id = u"k2"_s}});
        m_world->workspace->setSettings(settings);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Delete);
        auto *box = m_page->findChild<QMessageBox *>(u"question"_s);
        QVERIFY(box && box->isVisible());
        QVERIFY(m_world->board->find(id));
    }

    void theUndoKeyBringsBackWhatWasRemovedLastAndThenTheOneBefore()
    {
        ListServer server;
        const QString first = addOwn(server);
        const QString second = addOwn(server);
        for (const QString &id : {first, second}) {
            m_page->showProvider(id);
            table()->setFocus();
            QTest::keyClick(table(), Qt::Key_Delete);
        }
        QVERIFY(!m_world->board->find(first) && !m_world->board->find(second));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_world->board->find(second));
        QVERIFY(!m_world->board->find(first));
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_world->board->find(first));
    }

    void whatWasAddedWithoutAKeyCanBeGivenOne()
    {
        ListServer server({{"/v1/models", {.body = List, .key = Key}}});
        click(u"add-provider"_s);
        field(u"own-name"_s)->setText(u"Keyless"_s);
        field(u"own-base-url"_s)->setText(server.url(u"/v1"_s).toString());
        click(u"own-add"_s);
        QTRY_VERIFY(lineAt(0).contains(u"wants a key, 401"_s));
        QVERIFY(field(u"key"_s)->isVisible());
        click(u"change-key"_s);
        QTest::keyClicks(field(u"key"_s), QString::fromLatin1(Key));
        QTest::keyClick(field(u"key"_s), Qt::Key_Return);
        QTRY_COMPARE(lineAt(0), u"key ends 3f9A, 2 model(s)"_s);
    }

    void aKeyThatIsNotTakenStaysAsTypedAtTheProviderThatWasAdded()
    {
        click(u"add-provider"_s);
        field(u"own-name"_s)->setText(u"Torn"_s);
        field(u"own-base-url"_s)->setText(u"http://127.0.0.1:1/v1"_s);
        field(u"own-key"_s)->setText(u"sk canary with blanks"_s);
        click(u"own-add"_s);
        QTRY_VERIFY(field(u"key"_s)->property("wrong").toBool());
        QVERIFY(field(u"key"_s)->isVisible());
        QVERIFY(!field(u"key"_s)->isReadOnly());
        QCOMPARE(field(u"key"_s)->text(), u"sk canary with blanks"_s);
        QVERIFY(field(u"own-key"_s)->text().isEmpty());
    }

    void aKeyOfTheEnvironmentThatIsNotTakenIsSaid()
    {
        m_world->environment.insert(u"ANTHROPIC_API_KEY"_s, "not a key, for it has blanks");
        click(u"add-provider"_s);
        QTRY_VERIFY(cardOf(u"ANTHROPIC_API_KEY is set"_s));
        cardOf(u"ANTHROPIC_API_KEY is set"_s)->click();
        auto *banner = m_page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleName().contains(u"Anthropic"_s), qPrintable(banner->accessibleName()));
        emit banner->dismissed();
        QVERIFY(!banner->isVisible());
    }

    void whoHasGoneOnToAnotherProviderKeepsTheFocusThere()
    {
        ListServer server;
        const QString first = addOwn(server);
        addOwn(server);
        click(u"change-key"_s);
        QVERIFY(field(u"key"_s)->hasFocus());
        table()->setFocus();
        m_page->showProvider(first);
        QVERIFY(field(u"key"_s)->isReadOnly());
        QVERIFY(table()->hasFocus());
    }

    void tabGoesThroughThePageInReadingOrder()
    {
        ListServer server({{"/v1/models", {.body = List}}});
        addOwn(server);
        const QStringList names = tabWalk(*m_page->findChild<QPushButton *>(u"add-provider"_s));
        const auto at = [&names](const QString &part) {
            return std::ranges::find_if(names, [&](const QString &name) { return name.contains(part); })
                - names.begin();
        };
        QVERIFY2(names.constLast() == u"Check all"_s, qPrintable(names.join(u'\n')));
        const QList<qsizetype> places{at(u"Add provider"_s),   at(u"Providers"_s), at(u"Use example"_s),
                                      at(u"Move or remove"_s), at(u"Base URL"_s),  at(u"Dialect"_s),
                                      at(u"Key of"_s),         at(u"Add key"_s),   at(u"Models"_s)};
        QVERIFY2(std::ranges::is_sorted(places, std::ranges::less_equal{}) && places.constLast() < names.size(),
                 qPrintable(names.join(u'\n')));
    }

    void rowsMoveByKey()
    {
        ListServer server;
        const QString first = addOwn(server);
        const QString second = addOwn(server);
        m_page->showProvider(first);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_world->board->listed().constFirst().provider.id, second);
        QCOMPARE(table()->currentIndex().row(), 1);
        QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_world->board->listed().constFirst().provider.id, first);
    }

    void aKeyInTheEnvironmentIsOfferedAndStoredWhenThatIsPressed()
    {
        m_world->environment.insert(u"OPENAI_API_KEY"_s, Key);
        click(u"add-provider"_s);
        QTRY_VERIFY(cardOf(u"OPENAI_API_KEY is set"_s));
        QVERIFY(!m_world->keys->info(u"openai"_s));
        // Its real address is never asked: the key is for another one, which is this machine.
        ListServer server({{"/v1/models", {.body = List, .key = Key}}});
        catalog::Provider openai = *m_world->workspace->shipped().provider(u"openai"_s);
        openai.baseUrl = server.url(u"/v1"_s);
        m_world->workspace->saveProvider(openai);
        QSignalSpy changed(m_world->keys.get(), &secrets::KeyStore::changed);
        QTRY_VERIFY(changed.count() > 0);
        cardOf(u"OPENAI_API_KEY is set"_s)->click();
        QTRY_VERIFY(m_world->keys->info(u"openai"_s));
        QTRY_VERIFY(sentence().contains(u"accepted the key"_s));
        m_world->keys->removeAll(u"openai"_s);
        QTRY_VERIFY(!m_world->keys->info(u"openai"_s));
    }

    void aServerThatWasFoundIsUsedWithOnePress()
    {
        ListServer server({{"/v1/models", {.body = R"({"data":[{"id":"phi","owned_by":"vllm"}]})"}}});
        QTRY_VERIFY(!m_world->board->isLooking());
        m_world->board->setUsualPlaces({server.url(u"/v1"_s)});
        click(u"add-provider"_s);
        QTRY_VERIFY(cardOf(u"vLLM is running on this machine"_s));
        cardOf(u"vLLM is running on this machine"_s)->click();
        QVERIFY(m_world->board->find(u"vllm"_s));
        QCOMPARE(m_world->board->find(u"vllm"_s)->models, 1);
    }

    void aWrongBaseUrlChangesNothingAndIsKeptAsTyped()
    {
        ListServer server;
        const QString id = addOwn(server);
        QLineEdit *url = field(u"base-url"_s);
        url->setFocus();
        url->selectAll();
        QTest::keyClicks(url, u"ftp://x"_s);
        QTest::keyClick(url, Qt::Key_Return);
        QVERIFY(url->property("wrong").toBool());
        QCOMPARE(url->text(), u"ftp://x"_s);
        QCOMPARE(m_world->board->find(id)->provider.baseUrl, server.url(u"/v1"_s));
    }

    void everyControlHasANameForWhoCannotSeeIt()
    {
        ListServer server({{"/v1/models", {.body = List}}});
        addOwn(server);
        const auto check = [this] {
            for (QWidget *widget : m_page->findChildren<QWidget *>()) {
                const bool stop = widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && !widget->focusProxy();
                const auto *button = qobject_cast<QAbstractButton *>(widget);
                const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                const bool scroll = widget->inherits("QAbstractScrollArea") && !widget->inherits("QTableView");
                QVERIFY2(!stop || named || scroll,
                         qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                                   widget->objectName())));
            }
        };
        check();
        click(u"add-provider"_s);
        check();
    }

private:
    QString addOwn(const ListServer &server)
    {
        const QString id = ProviderWorld::freshId();
        m_world->board->add({.id = id, .name = id, .baseUrl = server.url(u"/v1"_s)});
        m_page->showProvider(id);
        return id;
    }
    QLineEdit *field(const QString &name) { return m_page->findChild<QLineEdit *>(name); }
    TableView *table() { return m_page->findChild<TableView *>(u"providers"_s); }
    void click(const QString &name) { m_page->findChild<QPushButton *>(name)->click(); }
    /// Visible neighbors that lie on each other.
    QStringList overlaps() const
    {
        QStringList found;
        for (QWidget *parent : m_page->findChildren<QWidget *>()) {
            QList<QWidget *> seen;
            for (QWidget *child : parent->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
                if (!child->isVisible() || child->isWindow())
                    continue;
                for (const QWidget *other : seen) {
                    if (parent->layout() && child->geometry().intersects(other->geometry()))
                        found.append(QString::fromLatin1(child->metaObject()->className()) + u" over "_s
                                     + QString::fromLatin1(other->metaObject()->className()));
                }
                seen.append(child);
            }
        }
        return found;
    }
    QString lineAt(int row) { return table()->model()->index(row, 0).data(SecondLineRole).toString(); }
    QString sentence() { return m_page->findChild<Label *>(u"check-sentence"_s)->text(); }
    ChoiceCard *cardOf(const QString &title)
    {
        for (ChoiceCard *card : m_page->findChildren<ChoiceCard *>()) {
            if (card->text() == title && card->isVisible())
                return card;
        }
        return nullptr;
    }

    std::unique_ptr<ProviderWorld> m_world;
    std::unique_ptr<ProvidersPage> m_page;
};

static const bool tstProvidersPage = sb::testing::add<TstProvidersPage>();

#include "tst_providers_page.moc"
