// bench-queries REGISTER: what the dashboard and the log browser wait for, over a register of make-register. One JSON
// line a figure: the time from ask() to answered(), in CPU time of all threads, which on a machine of its own is what
// passes on the clock. Read once before, so that the file is in the system's cache.
#include "tests/benchmarks/figures.h"

#include "core/base/random.h"
#include "core/usage/queries.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::bench;
using namespace sb::usage;

namespace {

constexpr int Runs = 15;
constexpr int Jumps = 300;

/// Asks and waits.
class Desk : public QObject
{
public:
    explicit Desk(const QString &path)
        : m_queries(path, m_clock)
    {
        connect(&m_queries, &Queries::answered, this, [this](Ticket, const Result<QueryAnswer> &answer) {
            if (!answer)
                qFatal("%s", qPrintable(answer.error().message));
            m_answer = *answer;
        });
    }

    template <typename Answer>
    Answer ask(const Query &query)
    {
        m_answer.reset();
        m_queries.ask(query);
        while (!m_answer)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return std::get<Answer>(*m_answer);
    }

private:
    SystemClock m_clock;
    Queries m_queries;
    std::optional<QueryAnswer> m_answer = {};
};

class Session
{
public:
    explicit Session(const QString &path)
        : m_desk(path)
    {
        const Overview all = m_desk.ask<Overview>(OverviewQuery{});
        m_last = all.byDay.constLast().day;
        m_first = all.byDay.constFirst().day;
        m_names = m_desk.ask<Names>(NamesQuery{});
        m_size = QByteArray::number(double(all.sums.requests) / 1e6, 'g', 2) + " M requests";
    }

    void overviews();
    void log();

private:
    [[nodiscard]] Filter lastDays(qint64 days) const
    {
        return {.firstDay = std::max(m_first, m_last - days + 1), .lastDay = m_last};
    }
    void overview(const QByteArray &name, const Filter &filter, const QByteArray &includes, int runs = Runs);
    void pages(const QByteArray &name, const Filter &filter, bool fromTheTop, const QByteArray &includes);

    Desk m_desk;
    Names m_names;
    qint64 m_first = 0;
    qint64 m_last = 0;
    QByteArray m_size;
};

void Session::overview(const QByteArray &name, const Filter &filter, const QByteArray &includes, int runs)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const double start = processMicroseconds();
        (void)m_desk.ask<Overview>(OverviewQuery{.filter = filter});
        times.push_back((processMicroseconds() - start) / 1'000);
    }
    report("dashboard." + name, quantile(times, 0.5), "ms", m_size + ", " + includes + "; median");
    report("dashboard." + name + "_fastest", quantile(times, 0), "ms", m_size + ", " + includes);
}

void Session::overviews()
{
    const auto filtered = [](Filter filter, auto &&set) {
        set(filter);
        return filter;
    };
    const QString model = m_names.models.value(m_names.models.size() / 2);
    for (const auto &[name, days] : {std::pair("30_days", 30), std::pair("18_months", 548)}) {
        const Filter range = lastDays(days);
        const QByteArray span = QByteArray(name).replace('_', ' ');
        overview(name, range, "all panels, " + span);
        overview(QByteArray(name) + "_one_model", filtered(range, [&](Filter &f) { f.models = {model}; }),
                 "all panels of one model, " + span);
        overview(QByteArray(name) + "_one_provider",
                 filtered(range, [&](Filter &f) { f.providers = {m_names.providers.value(0)}; }),
                 "all panels of one provider, " + span);
        overview(QByteArray(name) + "_one_client",
                 filtered(range, [&](Filter &f) { f.clients = {m_names.clients.value(0)}; }),
                 "all panels of one client, " + span);
    }
    const auto fellBack = [](Filter &filter) { filter.fellBack = true; };
    overview("one_day_unrolled", filtered(lastDays(1), fellBack), "from the requests themselves: fell back, 1 day");
    overview("7_days_unrolled", filtered(lastDays(7), fellBack), "from the requests themselves: fell back, 7 days", 5);
}

/// Pages of 128 rows: one after the other from the newest, or anywhere.
void Session::pages(const QByteArray &name, const Filter &filter, bool fromTheTop, const QByteArray &includes)
{
    const LogPage newest = m_desk.ask<LogPage>(LogQuery{.filter = filter});
    if (newest.rows.isEmpty())
        return;
    SeededRandom random(1);
    const qint64 rows = newest.rows.constFirst().key.seq;
    qint64 before = 0;
    std::vector<double> times;
    for (int jump = 0; jump < Jumps; ++jump) {
        if (!fromTheTop)
            before = 1 + qint64(random.below(quint64(rows)));
        const double start = processMicroseconds();
        const LogPage page = m_desk.ask<LogPage>(LogQuery{.filter = filter, .beforeSeq = before});
        times.push_back((processMicroseconds() - start) / 1'000);
        before = page.more ? page.rows.constLast().key.seq : 0;
    }
    report("log." + name + "_p50", quantile(times, 0.5), "ms", m_size + ", " + includes);
    report("log." + name + "_p95", quantile(times, 0.95), "ms", m_size + ", " + includes);
}

void Session::log()
{
    pages("jump", {}, false, "a page of 128 rows anywhere, unfiltered");
    pages("scroll", {}, true, "page after page from the newest, unfiltered");
    pages("scroll_failed", {.ends = {routing::EndState::Failed}}, true, "page after page of failed requests");
    pages("scroll_one_model", {.models = {m_names.models.value(m_names.models.size() / 2)}}, true,
          "page after page of one model");
    pages("scroll_30_days", lastDays(30), true, "page after page of 30 days");
    Filter month = lastDays(30);
    month.providers = {m_names.providers.value(0)};
    pages("scroll_30_days_one_provider", month, true, "page after page of one provider in 30 days");

    std::vector<double> counts;
    for (int run = 0; run < Runs; ++run) {
        const double start = processMicroseconds();
        (void)m_desk.ask<LogPage>(LogQuery{.filter = lastDays(548), .count = 128});
        counts.push_back((processMicroseconds() - start) / 1'000);
    }
    report("log.first_page_18_months", quantile(counts, 0.5), "ms", m_size + ", newest page and count of 18 months");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 2 || !QFileInfo::exists(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: bench-queries REGISTER (made by make-register)\n");
        return 2;
    }
    Session session(QString::fromLocal8Bit(argv[1]));
    session.overviews();
    session.log();
    return 0;
}
