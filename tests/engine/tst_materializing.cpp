#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::EndState;

namespace {

const QByteArray Png("\x89PNG\r\n\x1a\n....IEND", 16);

/// Two endpoints; the first one takes the bytes of pictures only.
class PictureBench
{
public:
    explicit PictureBench(const Script &picture)
    {
        for (const char *name : {"a", "b"})
            bench.endpoint(QString::fromLatin1(name)).capabilities.images = true;
        bench.provider(u"a"_s).quirks.noImageLinks = true;
        bench.useWorld();
        for (const char *name : {"a", "b"})
            bench.server.script(QString::fromLatin1(name), {answering(u"A lever."_s)});
        bench.server.script(u"files"_s, {picture});
    }
    [[nodiscard]] QByteArray link() { return bench.server.baseUrl(u"files"_s).toEncoded() + "/lever.png"; }
    [[nodiscard]] std::unique_ptr<Observer> run(bool trusted = true)
    {
        engine::RunSpec spec = bench.spec();
        spec.trustsLinks = trusted;
        spec.request.messages[0].parts.append(chat::ImagePart{.url = link()});
        return std::make_unique<Observer>(*bench.engine, spec);
    }
    [[nodiscard]] QByteArray bodyTo(const QString &name) const
    {
        const QList<listen::Request> received = bench.server.received(name);
        return received.isEmpty() ? QByteArray() : received.first().body;
    }

    Bench bench{{u"a"_s, u"b"_s}};
};

} // namespace

/// Links that a dialect cannot take, on their way through a run.
class TstMaterializing : public QObject
{
    Q_OBJECT

private slots:
    void thePictureIsSentAsBytesAndRecordedAsALink()
    {
        PictureBench pictures({.contentType = "image/png", .body = Png});
        const auto seen = pictures.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Complete);
        QCOMPARE(seen->tried(), QStringList{u"a/m"_s});
        QVERIFY(pictures.bodyTo(u"a"_s).contains("data:image/png;base64," + Png.toBase64()));
        QCOMPARE(pictures.bench.server.received(u"files"_s).size(), 1);
    }

    void anEndpointThatTakesLinksServesWhereTheFileCannotBeHad()
    {
        PictureBench pictures(refusing(404, "gone"));
        const auto seen = pictures.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Complete);
        QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"b/m"_s}));
        QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"next_not_fetched"_s}));
        QCOMPARE(seen->failed.constFirst().error.type, chat::ErrorType::ImageNotFound);
        QVERIFY2(seen->failed.constFirst().error.message.startsWith(u"messages[0].content[1]: "_s),
                 qPrintable(seen->failed.constFirst().error.message));
        QVERIFY(pictures.bench.server.received(u"a"_s).isEmpty());
        QVERIFY(pictures.bodyTo(u"b"_s).contains(pictures.link()));
    }

    void aLinkToThisMachineThatNobodyTypedIsNotFetched()
    {
        PictureBench pictures({.contentType = "image/png", .body = Png});
        const auto seen = pictures.run(false);
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"b/m"_s}));
        QCOMPARE(seen->failed.constFirst().error.type, chat::ErrorType::ImageDownloadFailed);
        QVERIFY(pictures.bench.server.received(u"files"_s).isEmpty());
    }

    void withoutAnotherEndpointTheReasonIsSaidAndNothingIsSent()
    {
        PictureBench pictures({.contentType = "image/png", .body = "<html>"});
        pictures.bench.chain.steps.removeLast();
        const auto seen = pictures.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Failed);
        QVERIFY(!seen->end().key);
        QVERIFY(seen->end().refusal);
        QVERIFY2(seen->end().refusal->message.contains(u"no picture"_s), qPrintable(seen->end().refusal->message));
        QVERIFY(pictures.bench.server.received(u"a"_s).isEmpty());
    }

    void cancellingClosesTheConnectionToTheFile()
    {
        PictureBench pictures({.contentType = "image/png", .body = Png, .then = Script::Then::Hang});
        const auto seen = pictures.run();
        QTRY_COMPARE(pictures.bench.server.received(u"files"_s).size(), 1);
        seen->handle->cancel();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->order, QStringList{u"ended cancelled"_s});
        QVERIFY(!seen->end().key);
        QTRY_COMPARE(pictures.bench.server.left(), 1);
        QVERIFY(pictures.bench.server.received(u"a"_s).isEmpty());
    }

    void aRetryDoesNotFetchAgain()
    {
        PictureBench pictures({.contentType = "image/png", .body = Png});
        pictures.bench.chain.steps[0].retries = 1;
        pictures.bench.server.script(u"a"_s, {refusing(529, "overloaded_error"), answering(u"A lever."_s)});
        const auto seen = pictures.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"a/m"_s}));
        QCOMPARE(pictures.bench.server.received(u"files"_s).size(), 1);
    }
};

static const bool tstMaterializing = sb::testing::add<TstMaterializing>();

#include "tst_materializing.moc"
