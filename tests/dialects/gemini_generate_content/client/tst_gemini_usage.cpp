#include "core/dialects/gemini_generate_content/client/usage.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;

class TstGeminiUsage : public QObject
{
    Q_OBJECT

private slots:
    void countsAreBroughtToOneMeaning_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<chat::Usage>("usage");
        const auto row = [](const char *name, const QByteArray &json, const chat::Usage &usage) {
            QTest::newRow(name) << json << usage;
        };
        row("prompt and candidates", R"({"promptTokenCount":5,"candidatesTokenCount":7,"totalTokenCount":12})",
            {.prompt = 5, .completion = 7});
        row("thoughts are counted apart", R"({"promptTokenCount":5,"candidatesTokenCount":7,"thoughtsTokenCount":30})",
            {.prompt = 5, .completion = 37, .reasoning = 30});
        row("nothing but thoughts", R"({"promptTokenCount":5,"thoughtsTokenCount":30})",
            {.prompt = 5, .completion = 30, .reasoning = 30});
        row("what tools gave back is part of the prompt", R"({"promptTokenCount":5,"toolUsePromptTokenCount":60})",
            {.prompt = 65});
        row("cached content is part of the prompt already", R"({"promptTokenCount":50,"cachedContentTokenCount":40})",
            {.prompt = 50, .cacheRead = 40});
        row("no counts at all", R"({"trafficType":"ON_DEMAND"})", {});
    }
    void countsAreBroughtToOneMeaning()
    {
        QFETCH(QByteArray, json);
        QFETCH(chat::Usage, usage);
        usage.raw = *parseJson(json);
        QCOMPARE(dialects::gemini::readUsage(*parseJson(json)), usage);
    }

    void soundIsNoticed()
    {
        const auto sounds = [](const char *json) { return dialects::gemini::readUsage(*parseJson(json)).sound; };
        QVERIFY(sounds(
            R"({"promptTokensDetails":[{"modality":"TEXT","tokenCount":5},{"modality":"AUDIO","tokenCount":7}]})"));
        QVERIFY(sounds(R"({"candidatesTokensDetails":[{"modality":"AUDIO","tokenCount":7}]})"));
        QVERIFY(!sounds(R"({"promptTokensDetails":[{"modality":"TEXT","tokenCount":5}]})"));
    }

    void aLaterReportAddsToAnEarlierOne()
    {
        const Json merged = dialects::gemini::mergedUsage(
            *parseJson(R"({"promptTokenCount":5,"candidatesTokenCount":2})"),
            *parseJson(R"({"promptTokenCount":9,"thoughtsTokenCount":3,"trafficType":null})"));
        QCOMPARE(merged.dump(),
                 QByteArray(R"({"promptTokenCount":9,"candidatesTokenCount":2,"thoughtsTokenCount":3})"));
    }
};

static const bool tstGeminiUsage = sb::testing::add<TstGeminiUsage>();

#include "tst_gemini_usage.moc"
