// kill_writer PATH [ZONE]: opens and settles requests in the register PATH as fast as it can, until it is killed. Every
// 16th request stays open. With ZONE the register is changed to that zone meanwhile.
// Announces on standard output, one write each: "begin N" when SQLite starts a transaction, "opened SEQ" and "settled
// SEQ" when the register acknowledged them.
#include "tests/usage/samples.h"
#include "tests/usage/writer_process.h"

#include "core/usage/register.h"

#include <QCoreApplication>

#include <sqlite3.h>
#include <unistd.h>

using namespace sb;
using namespace sb::usage;

namespace {

constexpr int InFlight = 64;

void announce(const char *word, qint64 number)
{
    const QByteArray line = QByteArray(word) + ' ' + QByteArray::number(number) + '\n';
    if (write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
        _exit(1); // nobody listens any more
}

int traceBegin(unsigned, void *, void *, void *sql)
{
    static qint64 begins = 0;
    if (qstrcmp(static_cast<const char *>(sql), "BEGIN IMMEDIATE") == 0)
        announce("begin", ++begins);
    return 0;
}

int watchConnection(sqlite3 *connection, const char **, const void *)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, traceBegin, nullptr);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc < 2 || argc > 3)
        return 2;
    // Called for every connection of this process: so the moment of BEGIN is seen without a hook in the register.
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watchConnection));

    const SystemClock clock;
    Register usage({.path = QString::fromLocal8Bit(argv[1])}, clock);
    const auto openOne = [&usage] { usage.open(smallOpenRecord(NanoDollars{WriterBound})); };
    QObject::connect(
        &usage, &Register::opened, &usage,
        [&usage, openOne](Ticket, const OpenOutcome &outcome) {
            announce("opened", outcome.key.seq);
            if (outcome.key.seq % 16 == 0)
                openOne();
            else
                usage.settle(smallSettlement(outcome.key, NanoDollars{writerCost(outcome.key.seq)}));
        },
        Qt::DirectConnection);
    QObject::connect(
        &usage, &Register::settled, &usage,
        [openOne](Ticket, const Result<RecordKey> &key) {
            announce("settled", key->seq);
            openOne();
        },
        Qt::DirectConnection);
    usage.start();
    if (argc == 3)
        usage.setZone(QTimeZone(argv[2]));
    for (int i = 0; i < InFlight; ++i)
        openOne();
    return QCoreApplication::exec();
}
