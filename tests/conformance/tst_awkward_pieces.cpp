#include "tests/testing/testing.h"
#include "tests/tools/awkward_pieces.h"

#include <QTest>

#include <algorithm>

using namespace sb;
using namespace sb::testing;

namespace {

constexpr auto Stream =
    "data: {\"text\":\"Grüße, 信号所 \\u00e4\"}\r\n\r\ndata: {\"text\":\"second\"}\n\ndata: [DONE]\n\n";

} // namespace

class TstAwkwardPieces : public QObject
{
    Q_OBJECT

    /// Whether one of many seeds cuts `before` from `after`.
    static bool isCutSomewhere(QByteArrayView before, QByteArrayView after)
    {
        for (quint64 seed = 1; seed <= 100; ++seed) {
            SeededRandom random(seed);
            const QList<QByteArray> pieces = awkwardPieces(Stream, random);
            for (qsizetype i = 1; i < pieces.size(); ++i) {
                if (pieces[i - 1].endsWith(before) && pieces[i].startsWith(after))
                    return true;
            }
        }
        return false;
    }

private slots:
    void thePiecesTogetherAreTheBody()
    {
        for (quint64 seed = 1; seed <= 200; ++seed) {
            SeededRandom random(seed);
            const QList<QByteArray> pieces = awkwardPieces(Stream, random);
            QCOMPARE(pieces.join(), QByteArray(Stream));
            QVERIFY(std::ranges::none_of(pieces, [](const QByteArray &piece) { return piece.isEmpty(); }));
        }
    }

    void everyKindOfPlaceIsCut_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("inside a character of two bytes") << QByteArray("\xC3") << QByteArray("\xBC");
        QTest::newRow("inside a character of three bytes") << QByteArray("\xE4\xBF") << QByteArray("\xA1");
        QTest::newRow("inside CRLF") << QByteArray("\r") << QByteArray("\n");
        QTest::newRow("inside data:") << QByteArray("da") << QByteArray("ta:");
        QTest::newRow("before the colon") << QByteArray("data") << QByteArray(":");
        QTest::newRow("inside an escape") << QByteArray("\\") << QByteArray("u00e4");
        QTest::newRow("inside the blank line") << QByteArray("}\n") << QByteArray("\n");
        QTest::newRow("between two events") << QByteArray("}\n\n") << QByteArray("d");
        QTest::newRow("inside the end mark") << QByteArray("[DO") << QByteArray("NE]");
        QTest::newRow("inside a word") << QByteArray("sec") << QByteArray("ond");
    }
    void everyKindOfPlaceIsCut()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QVERIFY(isCutSomewhere(before, after));
    }

    void aLongBodyIsNotCutIntoTooMany()
    {
        QByteArray body;
        while (body.size() < 1'000'000)
            body += Stream;
        SeededRandom random(1);
        QVERIFY(awkwardPieces(body, random).size() < 500);
    }

    void anEmptyBodyHasNoPieces()
    {
        SeededRandom random(1);
        QVERIFY(awkwardPieces({}, random).isEmpty());
    }
};

static const bool tstAwkwardPieces = sb::testing::add<TstAwkwardPieces>();

#include "tst_awkward_pieces.moc"
