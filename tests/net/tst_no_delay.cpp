#include "core/net/no_delay.h"

#include "tests/testing/testing.h"

#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Socket
{
public:
    Socket(int family, int type)
        : m_descriptor(socket(family, type | SOCK_CLOEXEC, 0))
    {
    }
    ~Socket() { close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(Socket)

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] bool noDelay() const
    {
        int value = 0;
        socklen_t size = sizeof value;
        return getsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &value, &size) == 0 && value != 0;
    }
    void setNoDelay(int value) { setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &value, sizeof value); }

private:
    int m_descriptor;
};

} // namespace

class TstNoDelay : public QObject
{
    Q_OBJECT

private slots:
    void tcpSocketsAreSet()
    {
        const Socket four(AF_INET, SOCK_STREAM);
        const Socket datagrams(AF_INET, SOCK_DGRAM);
        const Socket local(AF_UNIX, SOCK_STREAM);
        QVERIFY(!four.noDelay());
        sb::net::NoDelay().apply();
        QVERIFY(four.noDelay());
    }

    void listeningSocketsAreLeftAlone()
    {
        const Socket listening(AF_INET, SOCK_STREAM);
        QCOMPARE(listen(listening.descriptor(), 1), 0);
        sb::net::NoDelay().apply();
        QVERIFY(!listening.noDelay());
    }

    void aSocketIsSetOnce()
    {
        sb::net::NoDelay noDelay;
        Socket socket(AF_INET, SOCK_STREAM);
        noDelay.apply();
        socket.setNoDelay(0); // by its owner, who knows better
        noDelay.apply();
        QVERIFY(!socket.noDelay());
    }

    void aNewSocketWithAnOldNumberIsSet()
    {
        sb::net::NoDelay noDelay;
        int number = -1;
        {
            const Socket old(AF_INET, SOCK_STREAM);
            number = old.descriptor();
            noDelay.apply();
        }
        const Socket next(AF_INET, SOCK_STREAM);
        QCOMPARE(next.descriptor(), number);
        noDelay.apply();
        QVERIFY(next.noDelay());
    }
};

static const bool tstNoDelay = sb::testing::add<TstNoDelay>();

#include "tst_no_delay.moc"
