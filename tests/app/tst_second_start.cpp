#include "app/second_start.h"

#include "tests/testing/testing.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::app;

class TstSecondStart : public QObject
{
    Q_OBJECT
private slots:
    void theFirstWindowIsAskedToComeToTheFront_data();
    void theFirstWindowIsAskedToComeToTheFront();
    void aWindowThatIsJustStartingIsWaitedFor();
    void aDeadWindowsSocketIsReplaced();
    void nobodyAnswers();
    void onlyTheUserMayKnock();
    void otherTalkIsNotAnswered();
    void aLongPathHasItsSocketElsewhere();
};

void TstSecondStart::theFirstWindowIsAskedToComeToTheFront_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("without a token") << QByteArray();
    QTest::newRow("with Wayland's leave to take the focus") << QByteArray("kwin-1234-token");
}

void TstSecondStart::theFirstWindowIsAskedToComeToTheFront()
{
    QFETCH(QByteArray, token);
    QTemporaryDir folder;
    const QString socket = raiseSocket({.root = folder.path()});
    RaiseServer server;
    QVERIFY(server.listen(socket));
    QSignalSpy asked(&server, &RaiseServer::raiseRequested);
    RaiseRequest request(socket, token, 30s);
    QSignalSpy ended(&request, &RaiseRequest::ended);
    request.start();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.constFirst().constFirst().toBool());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().toByteArray(), token);
}

void TstSecondStart::aWindowThatIsJustStartingIsWaitedFor()
{
    QTemporaryDir folder;
    const QString socket = raiseSocket({.root = folder.path()});
    RaiseRequest request(socket, {}, 30s);
    QSignalSpy ended(&request, &RaiseRequest::ended);
    request.start();
    RaiseServer server;
    QTimer::singleShot(120, &server, [&] { QVERIFY(server.listen(socket)); }); // after the first tries
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.constFirst().constFirst().toBool());
}

void TstSecondStart::aDeadWindowsSocketIsReplaced()
{
    QTemporaryDir folder;
    const QString socket = raiseSocket({.root = folder.path()});
    QFile leftOver(socket);
    QVERIFY(leftOver.open(QIODevice::WriteOnly));
    leftOver.close();
    RaiseServer server;
    QVERIFY(server.listen(socket));
    RaiseRequest request(socket, {}, 30s);
    QSignalSpy ended(&request, &RaiseRequest::ended);
    request.start();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.constFirst().constFirst().toBool());
}

void TstSecondStart::nobodyAnswers()
{
    QTemporaryDir folder;
    RaiseRequest request(raiseSocket({.root = folder.path()}), {}, 20ms);
    QSignalSpy ended(&request, &RaiseRequest::ended);
    request.start();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!ended.constFirst().constFirst().toBool());
}

void TstSecondStart::onlyTheUserMayKnock()
{
    QTemporaryDir folder;
    const QString socket = raiseSocket({.root = folder.path()});
    RaiseServer server;
    QVERIFY(server.listen(socket));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(socket) & others));
}

void TstSecondStart::otherTalkIsNotAnswered()
{
    QTemporaryDir folder;
    const QString socket = raiseSocket({.root = folder.path()});
    RaiseServer server;
    QVERIFY(server.listen(socket));
    QSignalSpy asked(&server, &RaiseServer::raiseRequested);
    for (const QByteArray &talk : {QByteArray("hello\n"), QByteArray(100'000, 'x')}) {
        QLocalSocket peer;
        peer.connectToServer(socket);
        peer.write(talk);
        QTRY_COMPARE(peer.state(), QLocalSocket::UnconnectedState);
        QVERIFY(peer.readAll().isEmpty());
    }
    QVERIFY(asked.isEmpty());
}

void TstSecondStart::aLongPathHasItsSocketElsewhere()
{
    const QString one = raiseSocket({.root = u'/' + QString(120, u'a')});
    const QString other = raiseSocket({.root = u'/' + QString(120, u'b')});
    QVERIFY(one != other);
    QVERIFY(!one.startsWith(u"/aaa"_s));
    QCOMPARE(one, raiseSocket({.root = u'/' + QString(120, u'a')}));
}

static const bool tstSecondStart = sb::testing::add<TstSecondStart>();

#include "tst_second_start.moc"
