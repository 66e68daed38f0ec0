#include "core/profile/conversation_store.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

class TstConversationStore final : public QObject
{
    Q_OBJECT
private slots:
    void theListIsNewestFirst();
    void aSearchFindsWordsOfPromptsAndAnswers();
    void aSearchFindsWhateverIsOnScreen_data();
    void aSearchFindsWhateverIsOnScreen();
    void twoWritesAtOnceAreBothListed();
    void whatChangedOnDiskIsReadAgain();
    void aBrokenFileIsListedWithItsProblemAndKept_data();
    void aBrokenFileIsListedWithItsProblemAndKept();
    void aBrokenFileIsFoundByItsName();
    void aCorrectedFileIsAConversationAgain();
    void aRemovedConversationIsOutOfTheListUntilItIsRestored();
    void aRenamedConversationKeepsItsTurns();
    void fiftySavesAtOnceKeepTheLast();
    void closingFinishesWhatWasAskedFor();
    void whatCannotBeWrittenIsTriedAgain();
    void whatCannotBeWrittenIsOpenedAsItWas();
    void closingTriesOnceMoreWhatCouldNotBeWritten();
    void aRemovedConversationThatWasNeverWrittenIsRestored();
    void aRenamedConversationThatWasNeverWrittenKeepsItsName();
    void aNewerListReplacesOneThatWaits();
    void openingGoesBeforeListing();
    void aDiscardedConversationHasNoFile();
    void whatWasChangedByHandIsKeptBesideWhatIsSaved_data();
    void whatWasChangedByHandIsKeptBesideWhatIsSaved();
    void whatNobodyElseChangedIsNoConflict();
    void aConversationThatWasChangedByHandIsNotDiscarded();
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

/// A file of this conversation cannot be written as long as this lives.
class Blocked
{
public:
    Blocked(const ProfileFolder &folder, const QString &id)
        : m_path(u"%1/%2.json"_s.arg(folder.paths().conversations(), id))
    {
        QVERIFY(QDir().mkpath(m_path + u"/in the way"_s));
    }
    ~Blocked() { QDir(m_path).removeRecursively(); }

private:
    QString m_path;
};

Result<Conversation> opened(ConversationStore &store, const QString &id)
{
    QSignalSpy loaded(&store, &ConversationStore::loaded);
    store.load(id);
    if (loaded.isEmpty() && !loaded.wait())
        return failure(Error::Kind::Internal, u"nothing came"_s);
    return loaded.constFirst().at(1).value<Result<Conversation>>();
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

void TstConversationStore::aSearchFindsWhateverIsOnScreen_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"weatherman", "scattered", "moor", "thinking", "refuses", "showers"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TstConversationStore::aSearchFindsWhateverIsOnScreen()
{
    QFETCH(QString, word);
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    Conversation whole = conversation(u"a"_s, u"Rain?"_s, 1000);
    whole.systemPrompt = u"You are a weatherman."_s;
    chat::Message &answer = whole.panes.first().turns.first().answer;
    answer.reasoning = u"thinking"_s;
    answer.refusal = u"refuses"_s;
    answer.toolCalls = {{.id = u"1"_s, .name = u"scattered"_s, .arguments = u"{\"at\":\"moor\"}"_s}};
    chat::Message result = chat::Message::make(chat::Role::Tool, u"showers"_s);
    result.toolCallId = u"1"_s;
    whole.panes.first().turns.append({.results = {result}});
    store.save(whole);
    QCOMPARE(idsOf(store, word), QStringList{u"a"_s});
}

/// Within one tick of the file system's clock, and of the same size.
void TstConversationStore::twoWritesAtOnceAreBothListed()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    QFile file(folder.paths().conversations() + u"/a.json"_s);
    store.save(conversation(u"a"_s, u"morning"_s, 1000));
    QCOMPARE(summariesOf(store).constFirst().title, u"morning"_s);
    const QDateTime then = QFileInfo(file).lastModified();
    const qint64 size = file.size();
    store.save(conversation(u"a"_s, u"evening"_s, 1000));
    QVERIFY(opened(store, u"a"_s)); // it is written
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(then, QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(QFileInfo(file).lastModified(), then);
    QCOMPARE(file.size(), size);
    QCOMPARE(summariesOf(store).constFirst().title, u"evening"_s);
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

void TstConversationStore::whatCannotBeWrittenIsTriedAgain()
{
    ProfileFolder folder;
    auto blocked = std::make_optional<Blocked>(folder, u"a"_s);
    ConversationStore store(folder.paths(), 20ms);
    QSignalSpy heldUp(&store, &ConversationStore::heldUp);
    QSignalSpy resumed(&store, &ConversationStore::resumed);
    store.save(conversation(u"a"_s, u"paid for"_s, 1000));
    QTRY_VERIFY(heldUp.count() > 1); // again and again
    QVERIFY(!heldUp.constFirst().constFirst().value<Error>().message.isEmpty());
    QCOMPARE(resumed.count(), 0);
    blocked.reset();
    QTRY_COMPARE(resumed.count(), 1);
    QVERIFY(ProfileFolder::read(folder.paths().conversations() + u"/a.json"_s).contains("paid for"));
}

void TstConversationStore::whatCannotBeWrittenIsOpenedAsItWas()
{
    ProfileFolder folder;
    const Blocked blocked(folder, u"a"_s);
    ConversationStore store(folder.paths(), 1h);
    const Conversation typed = conversation(u"a"_s, u"typed"_s, 1000);
    QSignalSpy heldUp(&store, &ConversationStore::heldUp);
    store.save(typed);
    QTRY_COMPARE(heldUp.count(), 1);
    QCOMPARE(opened(store, u"a"_s).value_or(Conversation()).panes, typed.panes);
}

void TstConversationStore::closingTriesOnceMoreWhatCouldNotBeWritten()
{
    ProfileFolder folder;
    {
        auto blocked = std::make_optional<Blocked>(folder, u"a"_s);
        ConversationStore store(folder.paths(), 1h);
        QSignalSpy heldUp(&store, &ConversationStore::heldUp);
        store.save(conversation(u"a"_s, u"last words"_s, 1000));
        QTRY_COMPARE(heldUp.count(), 1);
        blocked.reset();
    }
    QVERIFY(ProfileFolder::read(folder.paths().conversations() + u"/a.json"_s).contains("last words"));
}

void TstConversationStore::aRemovedConversationThatWasNeverWrittenIsRestored()
{
    ProfileFolder folder;
    const Blocked blocked(folder, u"a"_s);
    ConversationStore store(folder.paths(), 1h);
    QSignalSpy heldUp(&store, &ConversationStore::heldUp);
    store.save(conversation(u"a"_s, u"typed"_s, 1000));
    QTRY_COMPARE(heldUp.count(), 1);
    store.remove(u"a"_s);
    QCOMPARE(idsOf(store), QStringList());
    QVERIFY(QDir(folder.paths().conversations() + u"/trash"_s).removeRecursively()); // where the obstacle went
    store.restore(u"a"_s);
    QCOMPARE(idsOf(store), QStringList{u"a"_s});
}

void TstConversationStore::aRenamedConversationThatWasNeverWrittenKeepsItsName()
{
    ProfileFolder folder;
    auto blocked = std::make_optional<Blocked>(folder, u"a"_s);
    ConversationStore store(folder.paths(), 1h);
    QSignalSpy heldUp(&store, &ConversationStore::heldUp);
    store.save(conversation(u"a"_s, u"typed"_s, 1000));
    QTRY_COMPARE(heldUp.count(), 1);
    blocked.reset();
    store.rename(u"a"_s, u"A name"_s);
    QCOMPARE(idsOf(store), QStringList{u"a"_s});
    QCOMPARE(opened(store, u"a"_s).value_or(Conversation()).title, u"A name"_s);
}

void TstConversationStore::aNewerListReplacesOneThatWaits()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    for (int i = 0; i < 20; ++i)
        store.save(conversation(u"c%1"_s.arg(i), u"levers"_s, i));
    QSignalSpy listed(&store, &ConversationStore::listed);
    for (int i = 1; i <= 50; ++i)
        store.list(QString(i, u'x'));
    QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty() && listed.constLast().constFirst().toString().size() == 50, 60'000);
    QVERIFY2(listed.count() < 50, qPrintable(QString::number(listed.count())));
}

void TstConversationStore::openingGoesBeforeListing()
{
    ProfileFolder folder;
    {
        ConversationStore store(folder.paths());
        for (int i = 0; i < 300; ++i)
            store.save(conversation(u"c%1"_s.arg(i), u"levers"_s, i, QString(20'000, u'x')));
    }
    ConversationStore store(folder.paths());
    QStringList order;
    connect(&store, &ConversationStore::listed, this, [&] { order.append(u"listed"_s); });
    connect(&store, &ConversationStore::loaded, this, [&] { order.append(u"loaded"_s); });
    store.list(u"levers"_s);
    store.load(u"c7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(order, (QStringList{u"loaded"_s, u"listed"_s}), 60'000);
}

void TstConversationStore::aDiscardedConversationHasNoFile()
{
    ProfileFolder folder;
    ConversationStore store(folder.paths());
    store.save(conversation(u"a"_s, u"hello"_s, 1000));
    store.discard(u"a"_s);
    QCOMPARE(idsOf(store), QStringList());
    QVERIFY(!QFile::exists(folder.paths().conversations() + u"/a.json"_s));
    QVERIFY(!QFile::exists(folder.paths().conversations() + u"/trash/a.json"_s));
}

void TstConversationStore::whatWasChangedByHandIsKeptBesideWhatIsSaved_data()
{
    QTest::addColumn<QByteArray>("byHand");
    QTest::newRow("another conversation") << toJson(conversation(u"a"_s, u"typed in an editor"_s, 2000)).dumpIndented();
    QTest::newRow("a broken one") << QByteArray("{ typed in an editor");
}

void TstConversationStore::whatWasChangedByHandIsKeptBesideWhatIsSaved()
{
    QFETCH(QByteArray, byHand);
    ProfileFolder folder;
    const QString path = folder.paths().conversations() + u"/a.json"_s;
    {
        ConversationStore before(folder.paths());
        before.save(conversation(u"a"_s, u"hello"_s, 1000));
    }
    ConversationStore store(folder.paths());
    QVERIFY(opened(store, u"a"_s));
    ProfileFolder::write(path, byHand);
    QSignalSpy failed(&store, &ConversationStore::failed);
    QSignalSpy saved(&store, &ConversationStore::saved);
    store.save(conversation(u"a"_s, u"typed here"_s, 3000));
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(ProfileFolder::read(path).contains("typed here"));
    QCOMPARE(ProfileFolder::read(path + u".conflict-1"_s), byHand);
    QCOMPARE(failed.count(), 1);
    const auto error = failed.constFirst().constFirst().value<Error>();
    QCOMPARE(error.kind, Error::Kind::Conflict);
    QVERIFY2(error.message.contains(u"a.json.conflict-1"_s), qPrintable(error.message));
    store.save(conversation(u"a"_s, u"typed later"_s, 4000)); // told once, kept once
    QTRY_COMPARE(saved.count(), 2);
    QCOMPARE(failed.count(), 1);
    QVERIFY(!QFile::exists(path + u".conflict-2"_s));
    QCOMPARE(idsOf(store), QStringList{u"a"_s}); // what is kept is no conversation of the list
}

void TstConversationStore::whatNobodyElseChangedIsNoConflict()
{
    ProfileFolder folder;
    {
        ConversationStore before(folder.paths());
        before.save(conversation(u"a"_s, u"hello"_s, 1000));
    }
    ConversationStore store(folder.paths());
    QSignalSpy failed(&store, &ConversationStore::failed);
    QSignalSpy saved(&store, &ConversationStore::saved);
    QVERIFY(opened(store, u"a"_s));
    store.rename(u"a"_s, u"A name"_s);
    store.save(conversation(u"a"_s, u"more"_s, 2000));
    QTRY_COMPARE(saved.count(), 1);
    store.remove(u"a"_s);
    store.restore(u"a"_s);
    store.save(conversation(u"a"_s, u"still more"_s, 3000));
    QTRY_COMPARE(saved.count(), 2);
    QCOMPARE(idsOf(store), QStringList{u"a"_s});
    QCOMPARE(failed.count(), 0);
    QVERIFY(!QFile::exists(folder.paths().conversations() + u"/a.json.conflict-1"_s));
}

void TstConversationStore::aConversationThatWasChangedByHandIsNotDiscarded()
{
    ProfileFolder folder;
    const QString path = folder.paths().conversations() + u"/a.json"_s;
    ConversationStore store(folder.paths());
    QSignalSpy saved(&store, &ConversationStore::saved);
    store.save(conversation(u"a"_s, u"hello"_s, 1000));
    QTRY_COMPARE(saved.count(), 1);
    const QByteArray byHand = toJson(conversation(u"a"_s, u"by hand"_s, 2000)).dumpIndented();
    ProfileFolder::write(path, byHand);
    store.discard(u"a"_s);
    QCOMPARE(idsOf(store), QStringList{u"a"_s});
    QCOMPARE(ProfileFolder::read(path), byHand);
}

static const bool tstConversationStore = sb::testing::add<TstConversationStore>();

#include "tst_conversation_store.moc"
