#include "tests/dialects/exchange.h"
#include "tests/testing/testing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

class TstExchange : public QObject
{
    Q_OBJECT

    static QByteArray line(const QByteArray &id)
    {
        const QByteArray all = R"({"id":"NAME","response":{"status":200,"body":"hi"},"expect":{"text":"hi"}})";
        return QByteArray(all).replace("NAME", id) + '\n';
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFolderIsReadInTheOrderOfNamesAndLines()
    {
        write(u"b.jsonl"_s, line("three"));
        write(u"a.jsonl"_s, line("one") + '\n' + line("two"));
        write(u"notes.txt"_s, "nothing");
        const Exchanges read = readExchanges({m_folder->path()});
        QCOMPARE(read.errors, QStringList());
        QCOMPARE(read.all.size(), 3);
        QCOMPARE(read.all[0].id, QByteArray("one"));
        QCOMPARE(read.all[2].id, QByteArray("three"));
    }

    void aLineThatIsNoExchangeIsNamedAndTheOthersAreKept_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("{\"id\":") << u""_s;
        QTest::newRow("a list") << QByteArray("[]") << u"id: "_s;
        QTest::newRow("no id") << QByteArray(R"({"response":{"status":200,"body":""},"expect":{}})") << u"id: "_s;
        QTest::newRow("an id that is taken") << line("one").trimmed() << u"taken"_s;
        QTest::newRow("no status") << QByteArray(R"({"id":"x","response":{"body":""},"expect":{}})")
                                   << u"response.status: "_s;
        QTest::newRow("a status that is none")
            << QByteArray(R"({"id":"x","response":{"status":100,"body":""},"expect":{}})") << u"response.status: "_s;
        QTest::newRow("no body") << QByteArray(R"({"id":"x","response":{"status":200},"expect":{}})")
                                 << u"response.body: "_s;
        QTest::newRow("no expectation") << QByteArray(R"({"id":"x","response":{"status":200,"body":""}})")
                                        << u"expect: "_s;
    }
    void aLineThatIsNoExchangeIsNamedAndTheOthersAreKept()
    {
        QFETCH(QByteArray, broken);
        QFETCH(QString, says);
        const QString path = write(u"some.jsonl"_s, line("one") + broken + '\n' + line("two"));
        const Exchanges read = readExchanges({path});
        QCOMPARE(read.all.size(), 2);
        QCOMPARE(read.errors.size(), 1);
        QVERIFY2(read.errors[0].startsWith(u"some.jsonl:2: "_s + says) || read.errors[0].contains(says),
                 qPrintable(read.errors[0]));
        QVERIFY(loadExchanges(path).isEmpty());
    }

    void aFileThatIsNotThereIsAnError()
    {
        const Exchanges read = readExchanges({m_folder->filePath(u"none.jsonl"_s)});
        QVERIFY(read.all.isEmpty());
        QCOMPARE(read.errors.size(), 1);
    }

    void aBodyInBase64IsDecoded()
    {
        const QString path =
            write(u"binary.jsonl"_s,
                  R"({"id":"x","response":{"status":200,"body_encoding":"base64","body":"AAH/"},"expect":{}})");
        QCOMPARE(readExchanges({path}).all.value(0).body, QByteArray("\x00\x01\xff", 3));
    }
};

static const bool tstExchange = sb::testing::add<TstExchange>();

#include "tst_exchange.moc"
