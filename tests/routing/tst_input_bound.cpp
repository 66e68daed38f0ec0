#include "core/routing/plan.h"
#include "core/routing/request_needs.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

chat::Request saying(const QString &text)
{
    chat::Request request;
    request.messages = {chat::Message::make(chat::Role::User, text)};
    return request;
}

qint64 boundWith(const chat::Part &part)
{
    chat::Request request = saying(u""_s);
    request.messages[0].parts = {part};
    return inputTokensBound(request);
}

/// The header of a GIF, which is all that its size needs.
QByteArray gif(int width, int height)
{
    QByteArray bytes = "GIF89a";
    for (const int side : {width, height}) {
        bytes += char(side & 0xff);
        bytes += char(side >> 8);
    }
    return "data:image/gif;base64," + (bytes + QByteArray(16, '\0')).toBase64();
}

constexpr qint64 Frame = 64 + 16; ///< of a request with one message

} // namespace

class TstInputBound : public QObject
{
    Q_OBJECT
private slots:
    void textCountsByItsBytesInUtf8_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"plain"_s, u"Grüße"_s, u"東京"_s, u"👩‍🚀"_s, QString(), QString(4000, u'x')})
            QTest::newRow(qPrintable(text.left(8))) << text;
    }
    void textCountsByItsBytesInUtf8()
    {
        QFETCH(QString, text);
        QCOMPARE(inputTokensBound(saying(text)), text.toUtf8().size() + Frame);
    }

    void everyMessageAndToolAddsToTheBound()
    {
        chat::Request request = saying(u"hello"_s);
        const qint64 alone = inputTokensBound(request);
        request.messages.append(chat::Message::make(chat::Role::Assistant, u"hi"_s));
        QCOMPARE(inputTokensBound(request), alone + 16 + 2);

        chat::Message call = chat::Message::make(chat::Role::Assistant, QString());
        call.toolCalls = {chat::ToolCall{.id = u"c1"_s, .name = u"look"_s, .arguments = u"{}"_s}};
        request.messages.append(call);
        QCOMPARE(inputTokensBound(request), alone + 16 + 2 + 16 + 8);

        request.tools = {chat::Tool{.name = u"look"_s, .description = u"Looks."_s, .parameters = Json::object()}};
        QCOMPARE(inputTokensBound(request), alone + 16 + 2 + 16 + 8 + 1024 + 4 + 6 + 2);
    }

    void whatWeDoNotKnowCountsToo()
    {
        chat::Request request = saying(u"hello"_s);
        const qint64 alone = inputTokensBound(request);
        request.extra.set("prediction", "0123456789");
        QVERIFY(inputTokensBound(request) >= alone + 10);
        QVERIFY(boundWith(chat::UnknownPart{.raw = Json(QByteArray(500, 'x'))}) >= 500);
    }

    void imagesCountByTheTilesThatTheyFill_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("tiles");
        QTest::newRow("one pixel") << 1 << 1 << 1;
        QTest::newRow("one tile") << 512 << 512 << 1;
        QTest::newRow("a pixel more") << 513 << 512 << 2;
        QTest::newRow("a square, shrunk to 768") << 4000 << 4000 << 4;
        QTest::newRow("a photo, 1024 by 768") << 4000 << 3000 << 4;
        QTest::newRow("a wide one, 2048 by 768") << 2048 << 768 << 8;
        QTest::newRow("a strip") << 60'000 << 100 << 4;
    }
    void imagesCountByTheTilesThatTheyFill()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, tiles);
        const qint64 expected = Frame + 2833 + 5667 * tiles;
        QCOMPARE(boundWith(chat::ImagePart{.url = gif(width, height)}), expected);
        QCOMPARE(boundWith(chat::ImagePart{.url = gif(height, width)}), expected);
    }

    void anImageThatCannotBeSeenCountsAsTheLargest()
    {
        const qint64 largest = Frame + 2833 + 5667 * 8;
        QCOMPARE(boundWith(chat::ImagePart{.url = "https://example.org/a.png"}), largest);
        QCOMPARE(boundWith(chat::ImagePart{.url = "data:image/png;base64,AAAA"}), largest);
    }

    void theBoundCoversThePublishedRulesOfOtherProviders()
    {
        for (const QSize &size :
             {QSize(64, 64), QSize(768, 768), QSize(1568, 1568), QSize(2048, 512), QSize(8000, 6000)}) {
            const qint64 bound = imageTokensBound(size);
            const double anthropic = std::min(size.width() * double(size.height()) / 750, 4'784.0);
            const double pixtral = std::min(size.width() * double(size.height()) / 256, 4'096.0);
            const double qwen = std::min(size.width() * double(size.height()) / 784, 16'384.0);
            const auto tiles = [](int side) { return (std::min(side, 3072) + 767) / 768; };
            const double gemini = 258.0 * (tiles(size.width()) * tiles(size.height()));
            QVERIFY(double(bound) >= std::max({anthropic, pixtral, qwen, gemini}));
        }
    }

    void filesAndAudioCountByTheirBytes()
    {
        QVERIFY(boundWith(chat::FilePart{.data = "data:application/pdf;base64," + QByteArray(4000, 'A')})
                >= 4000 + Frame);
        QCOMPARE(boundWith(chat::AudioPart{.base64 = QByteArray(4000, 'A')}), 4000 + Frame);
        QCOMPARE(boundWith(chat::FilePart{.fileId = u"file-1"_s}), 2'000'000 + Frame);
    }

    void theLikelySizesLieBetweenTheLeastAndTheMost()
    {
        chat::Request request = saying(QString(4000, u'x'));
        request.messages[0].parts.append(chat::ImagePart{.url = gif(100, 100)});
        request.tools = {chat::Tool{.name = u"look"_s}};
        const RequestNeeds needs = needsOf(request);
        QVERIFY(needs.least <= needs.likelyLow && needs.likelyLow <= needs.likelyHigh
                && needs.likelyHigh <= needs.most);
        QCOMPARE(needs.least, 500); // 4,004 bytes
    }
};

static const bool tstInputBound = sb::testing::add<TstInputBound>();

#include "tst_input_bound.moc"
