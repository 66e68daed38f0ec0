#include "core/profile/conversation_store.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

class TstConversationStore final : public QObject
{
    Q_OBJECT
private slots:
    void theListIsNewestFirst();
    void aSearchFindsWordsOfPromptsAndAnswers();
    void whatChangedOnDiskIsReadAgain();
    void aBrokenFileIsListedWithItsProblemAndKept_data();
    void aBrokenFileIsListedWithItsProblemAndKept();
    void aBrokenFileIsFoundByItsName();
    void aCorrectedFileIsAConversationAgain();
    void aRemovedConversationIsOutOfTheListUntilItIsRestored();
    void aRenamedConversationKeepsItsTurns();
    void fiftySavesAtOnceKeepTheLast();
    void closingFinishesWhatWasAskedFor();
};

namespace {

Conversation conversation(const QString &id, const QString &prompt, qint64 changedMs, const QString &answer = u"ok"_s)
{
    const Turn turn{.user = chat::Message::make(chat::Role::User, prompt),
                    .prompt = 1,
                    .answer = chat::Message::make(chat::Role::Assistant, answer)};
    return {.id = id,
            .title = prompt,
            .changedAt = fromMilliseconds(changedMs),
            .panes = {{.target = u"a/b"_s, .turns = {turn}}}};
}

QList<ConversationSummary> summariesOf(ConversationStore &store, const QString &search = {})
{
    QSignalSpy listed(&store, &ConversationStore::listed);
    store.list(search);
    if (listed.isEmpty())
        listed.wait();
    return listed.value(0).value(1).value<QList<ConversationSummary>>();
}

QStringList idsOf(ConversationStore &store, const QString &search = {})
{
    QStringList ids;
    for (const ConversationSummary &summary : summariesOf(store, search))
        ids.append(summary.id);
    return ids;
}

} // namespace

void TstConversationStore::theListIsNewestFirst()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    store.save(conversation(u"old"_s, u"first"_s, 1000));
    store.save(conversation(u"new"_s, u"second"_s, 2000));
    QCOMPARE(idsOf(store), (QStringList{u"new"_s, u"old"_s}));
    store.save(conversation(u"old"_s, u"first"_s, 3000));
    QCOMPARE(idsOf(store), (QStringList{u"old"_s, u"new"_s}));
}

void TstConversationStore::aSearchFindsWordsOfPromptsAndAnswers()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    store.save(conversation(u"a"_s, u"Levers and points"_s, 1000, u"A frame of levers"_s));
    store.save(conversation(u"b"_s, u"Something else"_s, 2000, u"no match"_s));
    QCOMPARE(idsOf(store), (QStringList{u"b"_s, u"a"_s})); // fills the cache
    QCOMPARE(idsOf(store, u"FRAME points"_s), QStringList{u"a"_s});
    QCOMPARE(idsOf(store, u"frame else"_s), QStringList()); // all words, in one conversation
}

void TstConversationStore::whatChangedOnDiskIsReadAgain()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    store.save(conversation(u"a"_s, u"short"_s, 1000));
    QCOMPARE(idsOf(store), QStringList{u"a"_s});
    ProfileFolder::write(folder.paths().conversations() + u"/a.json"_s,
                         toJson(conversation(u"a"_s, u"a much longer title than before"_s, 2000)).dumpIndented());
    QSignalSpy listed(&store, &ConversationStore::listed);
    store.list({});
    QVERIFY(!listed.isEmpty() || listed.wait());
    const auto summaries = listed.constFirst().at(1).value<QList<ConversationSummary>>();
    QCOMPARE(summaries.constFirst().title, u"a much longer title than before"_s);
}

void TstConversationStore::aBrokenFileIsListedWithItsProblemAndKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("cut") << QByteArray("{") << u"JSON"_s;
    QTest::newRow("empty") << QByteArray() << u"JSON"_s;
    QTest::newRow("a member of another type")
        << QByteArray(R"({"format": 1, "id": "broken", "panes": 7})") << u"panes"_s;
    QTest::newRow("of a newer program") << QByteArray(R"({"format": 99, "id": "broken"})") << u"format"_s;
}

void TstConversationStore::aBrokenFileIsListedWithItsProblemAndKept()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    ProfileFolder folder;
    const QString path = folder.paths().conversations() + u"/broken.json"_s;
    ProfileFolder::write(path, bytes);
    ConversationStore store(folder.paths());
    store.save(conversation(u"good"_s, u"hello"_s, 1000));
    for (const QString &read : {u"first"_s, u"out of the cache"_s}) {
        const QList<ConversationSummary> all = summariesOf(store);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.constFirst().id, u"broken"_s); // changed last
        QCOMPARE(all.constFirst().title, u"broken.json"_s);
        const QString problem = all.constFirst().problem;
        QVERIFY2(problem.contains(says) && problem.contains(path) && problem.contains(u"correct it or remove it"_s),
                 qPrintable(read + u": "_s + problem));
        QCOMPARE(all.constLast().problem, QString());
    }
    QSignalSpy loaded(&store, &ConversationStore::loaded);
    store.load(u"broken"_s);
    QVERIFY(!loaded.isEmpty() || loaded.wait());
    const auto opened = loaded.constFirst().at(1).value<Result<Conversation>>();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Damaged);
    QCOMPARE(ProfileFolder::read(path), bytes);
}

void TstConversationStore::aBrokenFileIsFoundByItsName()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    ProfileFolder::write(folder.paths().conversations() + u"/broken.json"_s, "{ levers");
    QCOMPARE(idsOf(store, u"broke"_s), QStringList{u"broken"_s});
    QCOMPARE(idsOf(store, u"levers"_s), QStringList());
}

void TstConversationStore::aCorrectedFileIsAConversationAgain()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    const QString path = folder.paths().conversations() + u"/a.json"_s;
    ProfileFolder::write(path, "{");
    QCOMPARE(summariesOf(store).constFirst().title, u"a.json"_s);
    ProfileFolder::write(path, toJson(conversation(u"a"_s, u"hello"_s, 1000)).dumpIndented());
    QCOMPARE(summariesOf(store).constFirst().title, u"hello"_s);
    QCOMPARE(summariesOf(store).constFirst().problem, QString());
}

void TstConversationStore::aRemovedConversationIsOutOfTheListUntilItIsRestored()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    store.save(conversation(u"a"_s, u"hello"_s, 1000));
    store.remove(u"a"_s);
    QCOMPARE(idsOf(store), QStringList());
    store.restore(u"a"_s);
    QCOMPARE(idsOf(store), QStringList{u"a"_s});
}

void TstConversationStore::aRenamedConversationKeepsItsTurns()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    const Conversation before = conversation(u"a"_s, u"hello"_s, 1000);
    store.save(before);
    store.rename(u"a"_s, u"A name"_s);
    QSignalSpy loaded(&store, &ConversationStore::loaded);
    store.load(u"a"_s);
    QVERIFY(!loaded.isEmpty() || loaded.wait());
    const auto read = loaded.constFirst().at(1).value<Result<Conversation>>();
    QCOMPARE(read->title, u"A name"_s);
    QCOMPARE(read->panes, before.panes);
}

void TstConversationStore::fiftySavesAtOnceKeepTheLast()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    QSignalSpy saved(&store, &ConversationStore::saved);
    for (int i = 0; i < 50; ++i)
        store.save(conversation(u"a"_s, u"version %1"_s.arg(i), 1000 + i));
    QCOMPARE(idsOf(store), QStringList{u"a"_s});
    QVERIFY2(saved.count() < 50, qPrintable(QString::number(saved.count())));
    QVERIFY(ProfileFolder::read(folder.paths().conversations() + u"/a.json"_s).contains("version 49"));
}

void TstConversationStore::closingFinishesWhatWasAskedFor()
{
    ProfileFolder folder;
    {
        ConversationStore store(folder.paths());
        store.save(conversation(u"a"_s, u"last words"_s, 1000));
    }
    QVERIFY(ProfileFolder::read(folder.paths().conversations() + u"/a.json"_s).contains("last words"));
}

static const bool registered = sb::testing::add<TstConversationStore>();

#include "tst_conversation_store.moc"
