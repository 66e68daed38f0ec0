#include "app/language.h"
#include "app/window/window_app.h"
#include "core/usage/queries.h"
#include "tests/conformance/replay_bench.h"
#include "tests/testing/testing.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/playground/metrics_strip.h"
#include "ui/playground/route_strip.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

/// The main job on real input, in the window.
class TstMainJobWindow : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 30'000;

    static ui::MainWindow *mainWindow()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<ui::MainWindow *>(widget))
                return window;
        }
        return nullptr;
    }

    void readNewestRow(const QString &path)
    {
        m_newest.reset();
        m_queries = std::make_unique<usage::Queries>(path, m_clock);
        connect(m_queries.get(), &usage::Queries::answered, this,
                [this](usage::Ticket, const Result<usage::QueryAnswer> &answer) {
                    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
                    m_newest = std::get<usage::LogPage>(*answer).rows.value(0);
                });
        m_queries->ask(usage::LogQuery{});
    }

    SystemClock m_clock;
    std::unique_ptr<usage::Queries> m_queries;
    std::optional<usage::LogRow> m_newest;

private slots:
    void controlEnterShowsThreeStationsTheStreamAndTheRecordWithItsCost()
    {
        const ReplayBench bench;
        QVERIFY2(!bench.error(), qPrintable(bench.error() ? bench.error()->message : QString()));
        const auto paths = profile::prepare(bench.profileRoot());
        const auto settings = profile::loadSettings(*paths);
        QVERIFY(settings);
        app::Language language(*qApp);
        language.apply(settings->language);
        app::WindowApp application(*qApp, language, *paths, *settings, m_clock);
        application.show();
        ui::MainWindow *window = mainWindow();
        QVERIFY(window);

        auto *prompt = window->findChild<QPlainTextEdit *>(u"prompt"_s);
        const auto *send = window->findChild<QPushButton *>(u"send"_s);
        QVERIFY(prompt && send);
        prompt->setPlainText(u"Does it answer?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), Patience); // once the profile is read
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);

        const auto *answer = window->findChild<ui::MarkdownView *>();
        const auto *strip = window->findChild<ui::MetricsStrip *>();
        const auto *route = window->findChild<ui::RouteStrip *>();
        QVERIFY(answer && strip && route);
        QTRY_VERIFY_WITH_TIMEOUT(strip->metrics().end.has_value(), Patience);
        QCOMPARE(strip->metrics().end, routing::EndState::Complete);
        QCOMPARE(answer->answerText(), bench.answer());
        const QStringList stations = route->sentence().split(u"; "_s);
        QVERIFY2(stations.size() == 3, qPrintable(route->sentence()));
        QVERIFY2(stations[0].contains(u"anthropic"_s) && stations[0].contains(u"529"_s), qPrintable(stations[0]));
        QVERIFY2(stations[1].contains(u"gemini"_s) && stations[1].contains(u"429"_s), qPrintable(stations[1]));
        QVERIFY2(stations[2].contains(u"openai"_s) && stations[2].contains(u"answered"_s), qPrintable(stations[2]));
        QVERIFY(strip->metrics().costNano.value_or(0) > 0);

        readNewestRow(paths->registerFile());
        QTRY_VERIFY_WITH_TIMEOUT(m_newest, Patience);
        QCOMPARE(m_newest->end, routing::EndState::Complete);
        QCOMPARE(m_newest->requested, u"replay"_s);
        QCOMPARE(m_newest->servedProvider, u"replay-openai"_s);
        QCOMPARE(m_newest->tries, 3);
        QCOMPARE(m_newest->tokens.input(), bench.chain().answering.expect["prompt_tokens"].toInteger());
        QCOMPARE(m_newest->cost.kind, usage::CostKind::Computed);
        QCOMPARE(m_newest->cost.amount->value, strip->metrics().costNano);
    }
};

static const bool tstMainJobWindow = sb::testing::add<TstMainJobWindow>();

#include "tst_main_job_window.moc"
