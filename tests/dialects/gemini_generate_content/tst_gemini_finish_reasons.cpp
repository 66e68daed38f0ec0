#include "core/dialects/gemini_generate_content/finish_reasons.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using chat::ErrorType;
using chat::FinishReason;

Q_DECLARE_METATYPE(sb::chat::FinishReason)

class TstGeminiFinishReasons : public QObject
{
    Q_OBJECT

private slots:
    void aReasonIsReadFromItsWordOrItsNumber_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<FinishReason>("reason");
        QTest::addColumn<bool>("isError");
        const auto row = [](const char *json, FinishReason reason, bool isError = false) {
            QTest::newRow(json) << QByteArray(json) << reason << isError;
        };
        row(R"("STOP")", FinishReason::Stop);
        row("1", FinishReason::Stop);
        row(R"("MAX_TOKENS")", FinishReason::Length);
        row("2", FinishReason::Length);
        for (const char *word :
             {R"("SAFETY")", R"("RECITATION")", R"("BLOCKLIST")", R"("PROHIBITED_CONTENT")", R"("SPII")",
              R"("LANGUAGE")", R"("MODEL_ARMOR")", R"("IMAGE_SAFETY")", R"("IMAGE_RECITATION")",
              R"("IMAGE_PROHIBITED_CONTENT")", "3", "4", "6", "7", "8", "10", "11"})
            row(word, FinishReason::ContentFilter);
        for (const char *word :
             {R"("OTHER")", R"("MALFORMED_FUNCTION_CALL")", R"("UNEXPECTED_TOOL_CALL")", R"("TOO_MANY_TOOL_CALLS")",
              R"("MALFORMED_RESPONSE")", R"("IMAGE_OTHER")", R"("NO_IMAGE")", R"("SOMETHING_NEW")", "5", "9", "99"})
            row(word, FinishReason::Error, true);
    }
    void aReasonIsReadFromItsWordOrItsNumber()
    {
        QFETCH(QByteArray, json);
        QFETCH(FinishReason, reason);
        QFETCH(bool, isError);
        const auto finish = dialects::gemini::readFinish(*parseJson(json));
        QVERIFY(finish);
        QCOMPARE(finish->reason, reason);
        QCOMPARE(finish->error, isError ? std::optional(ErrorType::ModelOutputError) : std::nullopt);
        QVERIFY(!finish->word.isEmpty());
    }

    void aRequestWithoutASignatureIsAtFaultItself()
    {
        const auto finish = dialects::gemini::readFinish(Json("MISSING_THOUGHT_SIGNATURE"));
        QVERIFY(finish);
        QCOMPARE(finish->error, std::optional(ErrorType::InvalidRequest));
    }

    void aModelThatGoesOnHasNoReason_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"null", R"("")", R"("FINISH_REASON_UNSPECIFIED")", "0"})
            QTest::newRow(json) << QByteArray(json);
    }
    void aModelThatGoesOnHasNoReason()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!dialects::gemini::readFinish(*parseJson(json)));
    }
};

static const bool tstGeminiFinishReasons = sb::testing::add<TstGeminiFinishReasons>();

#include "tst_gemini_finish_reasons.moc"
