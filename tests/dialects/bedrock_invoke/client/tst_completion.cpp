#include "core/dialects/bedrock_invoke/client/completion.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects::bedrock;
using namespace Qt::StringLiterals;

class TstCompletion : public QObject
{
    Q_OBJECT

private slots:
    void eachFamilyIsRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("finish"); // "-": not told
        QTest::addColumn<qint64>("prompt"); // -1: not told
        QTest::addColumn<qint64>("completion");
        const auto row = [](const char *name, const QByteArray &json, const QString &text, const QString &finish,
                            qint64 prompt = -1, qint64 completion = -1) {
            QTest::newRow(name) << json << text << finish << prompt << completion;
        };
        row("Titan",
            R"({"inputTextTokenCount":3,"results":[{"tokenCount":5,"outputText":"Hi","completionReason":"FINISH"}]})",
            u"Hi"_s, u"FINISH"_s, 3, 5);
        row("Titan, counts as fractions",
            R"({"inputTextTokenCount":3.0,"results":[{"tokenCount":5.0,"outputText":"Hi","completionReason":"LENGTH"}]})",
            u"Hi"_s, u"LENGTH"_s, 3, 5);
        row("a piece of Titan", R"({"outputText":"Hi","index":0,"inputTextTokenCount":3,"completionReason":null})",
            u"Hi"_s, u"-"_s, 3);
        row("Llama", R"({"generation":"Hi","prompt_token_count":3,"generation_token_count":5,"stop_reason":"stop"})",
            u"Hi"_s, u"stop"_s, 3, 5);
        row("a piece of Llama", R"({"generation":"Hi","prompt_token_count":null,"stop_reason":null})", u"Hi"_s, u"-"_s);
        row("Mistral", R"({"outputs":[{"text":"Hi","stop_reason":"length"}]})", u"Hi"_s, u"length"_s);
        row("Command", R"({"generations":[{"finish_reason":"COMPLETE","id":"g","text":"Hi"}],"id":"r","prompt":"x"})",
            u"Hi"_s, u"COMPLETE"_s);
        row("a piece of Command", R"({"text":"Hi","is_finished":false})", u"Hi"_s, u"-"_s);
        row("the end of Command", R"({"is_finished":true,"finish_reason":"MAX_TOKENS"})", {}, u"MAX_TOKENS"_s);
        row("Jurassic",
            R"({"prompt":{"tokens":[{},{}]},"completions":[{"data":{"text":"Hi","tokens":[{}]},)"
            R"("finishReason":{"reason":"endoftext"}}]})",
            u"Hi"_s, u"endoftext"_s, 2, 1);
        row("DeepSeek R1", R"({"choices":[{"text":"Hi","stop_reason":"stop"}]})", u"Hi"_s, u"stop"_s);
        row("Claude without turns", R"({"completion":"Hi","stop_reason":"stop_sequence","stop":"\n"})", u"Hi"_s,
            u"stop_sequence"_s);
    }
    void eachFamilyIsRead()
    {
        QFETCH(QByteArray, json);
        const auto completion = readCompletion(*parseJson(json));
        QVERIFY(completion);
        QTEST(completion->text, "text");
        QTEST(completion->finish.value_or(u"-"_s), "finish");
        QTEST(completion->usage.prompt.value_or(-1), "prompt");
        QTEST(completion->usage.completion.value_or(-1), "completion");
    }

    void whatIsNoneOfTheseIsNotRead()
    {
        QVERIFY(!readCompletion(*parseJson(R"({"choices":[{"message":{"content":"Hi"}}]})")));
        QVERIFY(!readCompletion(*parseJson(R"({"message":"Sorry."})")));
        QVERIFY(!readCompletion(Json()));
    }
};

static const bool tstCompletion = sb::testing::add<TstCompletion>();

#include "tst_completion.moc"
