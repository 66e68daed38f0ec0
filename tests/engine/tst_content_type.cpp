#include "core/engine/content_type.h"
#include "tests/testing/testing.h"

#include <QTest>

class TstContentType : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsKnownByItsFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *name, const QByteArray &bytes, const char *type) {
            QTest::newRow(name) << bytes << QByteArray(type);
        };
        row("PNG", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), "image/png");
        row("JPEG", QByteArray("\xff\xd8\xff\xe0\0", 5), "image/jpeg");
        row("GIF", "GIF89a", "image/gif");
        row("WebP", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), "image/webp");
        row("HEIC",
            QByteArray("\0\0\0\x18"
                       "ftypheic",
                       12),
            "image/heic");
        row("PDF", "%PDF-1.7\n", "application/pdf");
        row("WAV", QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16), "audio/wav");
        row("MP4",
            QByteArray("\0\0\0\x18"
                       "ftypisom",
                       12),
            "video/mp4");
        row("text", "Grüße aus 東京", "text/plain");
        row("text that is no UTF-8", "\xfc\xfe", "");
        row("bytes with a zero", QByteArray("ab\0c", 4), "");
        row("RIFF of another kind", QByteArray("RIFF\x10\0\0\0AVI LIST", 16), "");
        row("nothing", "", "");
    }
    void aFileIsKnownByItsFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, type);
        QCOMPARE(sb::engine::contentType(bytes), type);
    }

    void aCutFileIsKnownByItsMissingEnd_data()
    {
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n....\0\0\0\0IEND\xae\x42\x60\x82", 24);
        QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0........\xff\xd9", 14);
        QTest::newRow("GIF") << QByteArray("GIF89a........\x3b");
        QTest::newRow("WebP") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ........", 24);
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n........\n%%EOF\n");
    }
    void aCutFileIsKnownByItsMissingEnd()
    {
        QFETCH(QByteArray, whole);
        const QByteArray type = sb::engine::contentType(whole);
        QVERIFY(sb::engine::hasItsEnd(type, whole));
        QVERIFY(!sb::engine::hasItsEnd(type, whole.first(13)));
    }
};

static const bool tstContentType = sb::testing::add<TstContentType>();

#include "tst_content_type.moc"
