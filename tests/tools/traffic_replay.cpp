// traffic-replay [--port N] [--seed S] [--whole] [--pace MS] [--write-profile OUT] DIR|FILE…: serves recorded answers
// on loopback until it is interrupted.
#include "tests/tools/replay_profile.h"
#include "tests/tools/replay_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

namespace {

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout); // a script that started us waits for the port
}

int complain(const QString &message)
{
    std::fputs(qPrintable(u"traffic-replay: "_s + message + u'\n'), stderr);
    return 1;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Serves recorded answers of providers under http://127.0.0.1:PORT/<exchange id>, byte for byte."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"port"_s, u"Port; the system chooses one without it."_s, u"N"_s, u"0"_s},
        {u"seed"_s, u"Seed of the places where bodies are split."_s, u"S"_s, u"1"_s},
        {u"whole"_s, u"Send bodies in one piece."_s},
        {u"pace"_s, u"Milliseconds between two pieces, to watch an answer come."_s, u"MS"_s, u"0"_s},
        {u"write-profile"_s, u"Make a profile whose chain runs over three of the exchanges."_s, u"OUT"_s},
    });
    parser.addPositionalArgument(u"DIR|FILE…"_s, u"Exchanges, one JSON object a line."_s);
}

/// @return what to run next, or an error
Result<QString> writeProfile(const QString &root, const QList<Exchange> &exchanges, quint16 port)
{
    return chooseReplayChain(exchanges).and_then([&](const ReplayChain &chain) {
        return writeReplayProfile(root, chain, port).map([&] {
            return u"The chain: %1, then %2, then %3. While this runs, try\n"
                   "  signalbox --profile %4 ask \"Does it answer?\"\n"
                   "  signalbox --profile %4"_s.arg(QString::fromUtf8(chain.overloaded.id),
                                                    QString::fromUtf8(chain.limited.id),
                                                    QString::fromUtf8(chain.answering.id), root);
        });
    });
}

QString example(const QList<Exchange> &exchanges, quint16 port)
{
    return u"For example: curl -i -d '{}' %1/x"_s.arg(
        ReplayServer::baseUrl(port, exchanges.constFirst().id).toString());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    parser.process(app);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    const Exchanges read = readExchanges(parser.positionalArguments());
    for (const QString &error : read.errors)
        complain(error);
    if (read.all.isEmpty())
        return complain(u"there is no exchange in %1"_s.arg(parser.positionalArguments().join(u' ')));

    const SystemClock clock;
    ReplayServer server(clock, read.all,
                        {.port = parser.value(u"port"_s).toUShort(),
                         .seed = parser.value(u"seed"_s).toULongLong(),
                         .whole = parser.isSet(u"whole"_s),
                         .pace = std::chrono::milliseconds{parser.value(u"pace"_s).toInt()}});
    Result<quint16> port = failure(Error::Kind::Unavailable, {});
    QObject::connect(&server, &ReplayServer::listening, &server, [&port](const Result<quint16> &got) { port = got; });
    QObject::connect(&server, &ReplayServer::served, &server,
                     [](const QByteArray &id, int status) { say(u"%1 %2"_s.arg(status).arg(QString::fromUtf8(id))); });
    server.start();
    if (!port)
        return complain(port.error().message);
    const QString out = parser.value(u"write-profile"_s);
    const Result<QString> next =
        out.isEmpty() ? Result<QString>(example(read.all, *port)) : writeProfile(out, read.all, *port);
    if (!next)
        return complain(next.error().message);
    say(u"Serving %1 exchanges on http://127.0.0.1:%2/<exchange id>"_s.arg(read.all.size()).arg(*port));
    say(*next);
    return QCoreApplication::exec();
}
