#include "core/dialects/finish_words.h"
#include "tests/testing/testing.h"

#include <QTest>

using sb::chat::FinishReason;
Q_DECLARE_METATYPE(sb::chat::FinishReason)

class TstFinishWords : public QObject
{
    Q_OBJECT

private slots:
    void everyDialectsWordHasACommonReason_data()
    {
        QTest::addColumn<FinishReason>("reason");
        const auto rows = [](FinishReason reason, std::initializer_list<const char *> words) {
            for (const char *word : words)
                QTest::newRow(word) << reason;
        };
        rows(FinishReason::Stop,
             {"stop", "STOP", "end_turn", "stop_sequence", "pause_turn", "COMPLETE", "eos", "novel"});
        rows(FinishReason::Length,
             {"length", "max_tokens", "MAX_TOKENS", "model_length", "model_context_window_exceeded",
              "max_output_tokens", "ERROR_LIMIT"});
        rows(FinishReason::ToolCalls, {"tool_calls", "function_call", "tool_use"});
        rows(FinishReason::ContentFilter,
             {"content_filter", "refusal", "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII",
              "MODEL_ARMOR", "guardrail_intervened", "ERROR_TOXIC", "sensitive"});
        rows(FinishReason::Error,
             {"error", "failed", "insufficient_system_resource", "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL",
              "network_error", "TIMEOUT", "USER_CANCEL"});
    }
    void everyDialectsWordHasACommonReason()
    {
        QTEST(sb::dialects::finishReasonFromWord(QTest::currentDataTag()), "reason");
    }
};

static const bool tstFinishWords = sb::testing::add<TstFinishWords>();

#include "tst_finish_words.moc"
