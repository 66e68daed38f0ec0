#include "core/chat/image_size.h"
#include "tests/testing/testing.h"

#include <QTest>

using sb::chat::imageSize;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

QByteArray webp(const QByteArray &chunk, const QByteArray &data)
{
    return "RIFF" + hex("40000000") + "WEBP" + chunk + hex("20000000") + data;
}

} // namespace

class TstImageSize : public QObject
{
    Q_OBJECT

    static void addPictures()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qsizetype>("header"); ///< so many bytes are needed
        const auto row = [](const char *name, const QByteArray &bytes, QSize size) {
            QTest::newRow(name) << bytes << size << bytes.size();
        };
        const QByteArray png = "\x89PNG\r\n\x1A\n" + hex("0000000D") + "IHDR";
        const QByteArray jfif = hex("FFD8FFE00010") + "JFIF" + hex("000101000001000100 00");
        row("PNG", png + hex("00000280000001E0"), {640, 480});
        row("the largest PNG", png + hex("0000FFFF00000001"), {65'535, 1});
        row("GIF 87a", "GIF87a" + hex("40010100"), {320, 1});
        row("GIF 89a", "GIF89a" + hex("FFFF0200"), {65'535, 2});
        row("JPEG, baseline", jfif + hex("FFC0001108 01E0 0280"), {640, 480});
        row("JPEG, progressive, behind other tables",
            jfif + hex("FFDB0004AAAA FFC40003BB FFDD00040001 FFFFFFC2001108 0002 0003"), {3, 2});
        row("JPEG with a thumbnail inside its Exif block",
            hex("FFD8FFE1000F") + "Exif" + hex("0000 FFC0001108FFFF") + hex("FFC0001108 0010 0020"), {32, 16});
        row("WebP, lossy", webp("VP8 ", hex("000000 9D012A 8002 E041")), {640, 480}); // scale bits in the height
        row("WebP, lossless", webp("VP8L", hex("2F 7FC27700")), {640, 480});
        row("WebP, extended", webp("VP8X", hex("10000000 7F0200 DF0100")), {640, 480});
    }

private slots:
    void theSizeIsInTheHeader_data() { addPictures(); }
    void theSizeIsInTheHeader()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QSize, size);
        QCOMPARE(imageSize(bytes), std::optional(size));
        QCOMPARE(imageSize(bytes + QByteArray(100, '\xFF')), std::optional(size));
    }

    void aHeaderThatIsCutHasNoSize_data() { addPictures(); }
    void aHeaderThatIsCutHasNoSize()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qsizetype, header);
        for (qsizetype size = 0; size < header; ++size)
            QVERIFY2(!imageSize(QByteArrayView(bytes).first(size)), qPrintable(QString::number(size)));
    }

    void whatLiesHasNoSize_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray png = "\x89PNG\r\n\x1A\n" + hex("0000000D") + "IHDR";
        QTest::newRow("a width of 0") << png + hex("0000000000000001");
        QTest::newRow("a height of 65,536") << png + hex("0000000100010000");
        QTest::newRow("a negative width") << png + hex("8000000000000001");
        QTest::newRow("another first chunk")
            << "\x89PNG\r\n\x1A\n" + hex("0000000D") + "IDAT" + hex("0000000100000001");
        QTest::newRow("a GIF of no width") << "GIF89a" + hex("00000200");
        QTest::newRow("a JPEG of no height") << hex("FFD8 FFC0001108 0000 0280");
        QTest::newRow("a JPEG without a frame") << hex("FFD8 FFDB0004AAAA FFD9 FFC0001108 0001 0280");
        QTest::newRow("a JPEG that begins with its scan") << hex("FFD8 FFDA0002 FFC0001108 0001 0280");
        QTest::newRow("a JPEG whose segment ends beyond it") << hex("FFD8 FFE0FFFF FFC0001108 0001 0280");
        QTest::newRow("a JPEG out of step") << hex("FFD8 FFDB0003AAAA FFC0001108 0001 0280");
        QTest::newRow("a WebP of another kind") << webp("ALPH", QByteArray(20, '\1'));
        QTest::newRow("a lossy WebP without its start code") << webp("VP8 ", hex("000000 9D012B 8002 E041"));
        QTest::newRow("a lossless WebP without its signature") << webp("VP8L", hex("2E 7FC27700 0000000000"));
        QTest::newRow("an extended WebP that is too wide") << webp("VP8X", hex("10000000 FFFF00 DF0100"));
        QTest::newRow("sound") << "RIFF" + hex("40000000") + "WAVE" + QByteArray(40, '\0');
        QTest::newRow("text") << QByteArray("<svg width='10' height='10'></svg>");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatLiesHasNoSize()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!imageSize(bytes));
    }
};

static const bool tstImageSize = sb::testing::add<TstImageSize>();

#include "tst_image_size.moc"
