#include "core/dialects/dialect.h"
#include "tests/dialects/decoding.h"
#include "tests/dialects/plain_exchange.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace sb;
using namespace sb::testing;

/// Every exchange in tests/fixtures/traffic whose dialect we have, written from the providers' documentation.
class TstFixtures : public QObject
{
    Q_OBJECT

    static void addExchanges()
    {
        QTest::addColumn<Exchange>("exchange");
        const QDir folder(inSource(QStringLiteral("tests/fixtures/traffic")));
        const auto files = folder.entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            const QList<Exchange> exchanges = loadExchanges(file.filePath());
            for (const Exchange &exchange : exchanges) {
                if (!plainKind(exchange)) // those are in tst_plain_exchange.cpp
                    QTest::newRow(exchange.id.constData()) << exchange;
            }
        }
    }

    static std::unique_ptr<dialects::Decoder> decoderFor(const Exchange &exchange)
    {
        const auto id = catalog::dialectFromWireName(exchange.dialect);
        const auto *client = id ? dialects::clientDialect(*id) : nullptr;
        return client ? client->decoder(exchange.head, {}) : nullptr;
    }

private slots:
    void thereAreFixtures()
    {
        const auto exchanges = loadExchanges(inSource(QStringLiteral("tests/fixtures/traffic/openai.chat.jsonl")));
        QVERIFY(exchanges.size() >= 16);
    }

    void theAnswerIsWhatTheDocumentationSays_data() { addExchanges(); }
    void theAnswerIsWhatTheDocumentationSays()
    {
        QFETCH(Exchange, exchange);
        const auto decoder = decoderFor(exchange);
        QVERIFY(decoder);
        const chat::Answer answer = gathered(decoded(*decoder, exchange.body));
        QCOMPARE(differences(answer, exchange.expect), QStringList());
        if (!exchange.expect["model"].isNull())
            QCOMPARE(answer.model, exchange.expect["model"].toText());
    }

    void anySplitOfTheBytesGivesTheSameEvents_data() { addExchanges(); }
    void anySplitOfTheBytesGivesTheSameEvents()
    {
        QFETCH(Exchange, exchange);
        QCOMPARE(splitThatMatters([&] { return decoderFor(exchange); }, exchange.body), QString());
    }

    void damagedBytesGiveAtMostOneFailureAndItIsTheLastEvent_data() { addExchanges(); }
    void damagedBytesGiveAtMostOneFailureAndItIsTheLastEvent()
    {
        QFETCH(Exchange, exchange);
        for (quint64 seed = 1; seed <= 50; ++seed) {
            SeededRandom random(seed);
            QByteArray body = exchange.body;
            for (int i = 0; i < 5; ++i)
                body[qsizetype(random.below(quint64(body.size())))] = char(random.below(256));
            const Events events = decodedInPieces(*decoderFor(exchange), body, random, 100);
            const auto failed = std::find_if(events.begin(), events.end(), [](const chat::Event &event) {
                return std::holds_alternative<chat::Failed>(event);
            });
            QVERIFY2(failed == events.end() || failed + 1 == events.end(), qPrintable(QString::number(seed)));
        }
    }
};

static const bool tstFixtures = sb::testing::add<TstFixtures>();

#include "tst_fixtures.moc"
