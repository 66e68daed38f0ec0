// bench-panes [SECONDS]: four panes of the real playground, each of which streams 200 tokens a second into an answer
// that has 10,000 characters at the start. One JSON line a figure. The provider is a process of its own (bench-panes
// --serve).
#include "tests/benchmarks/figures.h"
#include "tests/benchmarks/text_server.h"

#include "core/engine/engine.h"
#include "core/profile/conversation_files.h"
#include "core/profile/conversation_store.h"
#include "core/profile/workspace.h"
#include "ui/common/theme.h"
#include "ui/playground/ballot.h"
#include "ui/playground/playground_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextBrowser>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::bench;

namespace {

constexpr int Panes = 4;
const QString Provider = u"bench"_s;

/// Spins the event loop until something holds.
template <typename Done>
void spinUntil(Done done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// A profile whose one provider is the text server, with a conversation of four panes for each kind of text.
profile::Paths makeProfile(const QString &folder, quint16 port)
{
    const profile::Paths paths = profile::prepare(folder).value();
    (void)profile::saveProvider(paths,
                                {.id = Provider,
                                 .name = u"Text server"_s,
                                 .baseUrl = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(port)),
                                 .auth = catalog::Provider::Auth::None,
                                 .local = true});
    QList<catalog::Endpoint> endpoints;
    for (const TextKind kind : {TextKind::Prose, TextKind::Code, TextKind::Lists}) {
        const QString model = modelOf(kind);
        endpoints.append({.id = u"%1/%2"_s.arg(Provider, model),
                          .providerId = Provider,
                          .modelId = u"bench/"_s + model,
                          .upstreamModel = model,
                          .free = true});
        profile::Conversation conversation{.id = model, .title = model};
        conversation.panes.resize(Panes, {.target = u"bench/"_s + model});
        (void)profile::saveConversation(paths, conversation);
    }
    (void)profile::saveEndpoints(paths, Provider, endpoints);
    return paths;
}

/// Times every turn of the event loop of the panels' thread in which the window was painted. Waiting takes no CPU time.
class FrameWatch final : public QObject
{
public:
    explicit FrameWatch(QWidget *window) { window->installEventFilter(this); }

    void run(std::chrono::milliseconds time)
    {
        frames.clear();
        longest = 0;
        const QDeadlineTimer end(time);
        while (!end.hasExpired()) {
            m_painted = false;
            const double start = threadMicroseconds();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            const double took = (threadMicroseconds() - start) / 1'000;
            if (m_painted)
                frames.push_back(took);
            longest = std::max(longest, took);
        }
    }

    std::vector<double> frames = {}; ///< milliseconds of CPU time
    double longest = 0; ///< of any turn

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::UpdateRequest;
        return false;
    }

private:
    bool m_painted = false;
};

class Rig
{
public:
    explicit Rig(const profile::Paths &paths)
        : m_theme(*qApp)
        , m_workspace(paths, {})
        , m_conversations(paths)
        , m_usage({.path = paths.registerFile()}, m_clock)
        , m_engine(m_usage, m_clock, std::make_unique<SeededRandom>(1))
        , m_queries(paths.registerFile(), m_clock)
        , m_ballot(m_usage, m_queries, m_clock)
        , m_page(m_engine, m_workspace, m_conversations, m_ballot, m_clock)
        , m_watch(&m_page)
    {
        bool ready = false;
        QObject::connect(&m_usage, &usage::Register::ready, &m_page, [&ready] { ready = true; });
        m_usage.start();
        m_workspace.load();
        spinUntil([&] { return ready && m_workspace.catalog().provider(Provider); });
        m_workspace.setUsableProviders({Provider});
        m_engine.setWorld({.catalog = m_workspace.catalog()});
        m_page.resize(1920 - 188, 1080);
        m_page.setVisible(true); // its own show() shows a conversation
    }

    void measure(TextKind kind, int seconds);

private:
    void send(TextKind kind);

    SystemClock m_clock;
    ui::Theme m_theme;
    profile::Workspace m_workspace;
    profile::ConversationStore m_conversations;
    usage::Register m_usage;
    engine::Engine m_engine;
    usage::Queries m_queries;
    ui::Ballot m_ballot;
    ui::PlaygroundPage m_page;
    FrameWatch m_watch;
};

void Rig::send(TextKind kind)
{
    m_page.openConversation(modelOf(kind));
    spinUntil([&] { return m_page.session().shared().id == modelOf(kind); });
    m_page.setPrompt(u"Go on."_s);
    m_page.findChild<QAbstractButton *>(u"send"_s)->click();
    spinUntil([this] {
        const auto views = m_page.findChildren<QTextBrowser *>(); // the page has some that are no answers
        return std::ranges::count_if(views,
                                     [](const QTextBrowser *view) {
                                         return view->document()->characterCount() > TextServer::Beginning / 2;
                                     })
            >= Panes;
    });
}

void Rig::measure(TextKind kind, int seconds)
{
    send(kind);
    m_watch.run(1s); // settles
    QElapsedTimer timer;
    timer.start();
    const double process = processMicroseconds();
    const double thread = threadMicroseconds();
    m_watch.run(std::chrono::seconds(seconds));
    const double wall = double(timer.nsecsElapsed()) / 1'000;
    const QByteArray name = "panes." + modelOf(kind).toUtf8();
    const QByteArray what = "four panes of 430 x 800 pixels, 200 tokens/s each, 10,000 characters and more, offscreen";
    report(name + "_cpu", (processMicroseconds() - process) / wall * 100, "% of one core",
           withLoad(what + "; all threads: panels, network, decoding"));
    report(name + "_cpu_panels", (threadMicroseconds() - thread) / wall * 100, "% of one core",
           withLoad(what + "; the panels' thread"));
    report(name + "_frames", double(m_watch.frames.size()) / wall * 1e6, "frames/s", withLoad(what));
    report(name + "_frame_p50", quantile(m_watch.frames, 0.5), "ms of CPU", what + "; one turn of the event loop");
    report(name + "_frame_p99", quantile(m_watch.frames, 0.99), "ms of CPU", what + "; one turn of the event loop");
    report(name + "_longest", m_watch.longest, "ms of CPU", what + "; input waits no longer than this");
    m_page.newConversation();
}

int serve(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const TextServer server;
    std::printf("%d\n", int(server.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--serve") == 0)
        return serve(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {u"--serve"_s});
    server.waitForReadyRead();
    const auto port = quint16(server.readLine().trimmed().toUInt());

    const QTemporaryDir folder;
    {
        Rig rig(makeProfile(folder.filePath(u"profile"_s), port));
        const int seconds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 10;
        for (const TextKind kind : {TextKind::Prose, TextKind::Code, TextKind::Lists})
            rig.measure(kind, seconds);
    }
    server.kill();
    server.waitForFinished();
    return 0;
}
