#include "core/dialects/bedrock_invoke/client/prompt.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects::bedrock;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(sb::dialects::bedrock::Dialogue)

/// The forms are those of https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html and its pages.
class TstPrompt : public QObject
{
    Q_OBJECT

private slots:
    void eachFamilyHasItsForm_data()
    {
        QTest::addColumn<int>("family");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("all");
        const auto row = [](const char *name, Family family, const QString &one, const QString &all) {
            QTest::newRow(name) << int(family) << one << all;
        };
        row("Titan", Family::Titan, u"User: Hi %1\nBot:"_s, u"Be brief.\n\nUser: A\nBot: B\nUser: C\nBot:"_s);
        row("Llama 2", Family::Llama2, u"<s>[INST] Hi %1 [/INST]"_s,
            u"<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\nA [/INST] B </s><s>[INST] C [/INST]"_s);
        row("Llama 3", Family::Llama3,
            u"<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nHi %1<|eot_id|>"
            "<|start_header_id|>assistant<|end_header_id|>\n\n"_s,
            u"<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|>"
            "<|start_header_id|>user<|end_header_id|>\n\nA<|eot_id|>"
            "<|start_header_id|>assistant<|end_header_id|>\n\nB<|eot_id|>"
            "<|start_header_id|>user<|end_header_id|>\n\nC<|eot_id|>"
            "<|start_header_id|>assistant<|end_header_id|>\n\n"_s);
        row("Llama 4", Family::Llama4,
            u"<|begin_of_text|><|header_start|>user<|header_end|>\n\nHi %1<|eot|>"
            "<|header_start|>assistant<|header_end|>\n\n"_s,
            u"<|begin_of_text|><|header_start|>system<|header_end|>\n\nBe brief.<|eot|>"
            "<|header_start|>user<|header_end|>\n\nA<|eot|><|header_start|>assistant<|header_end|>\n\nB<|eot|>"
            "<|header_start|>user<|header_end|>\n\nC<|eot|><|header_start|>assistant<|header_end|>\n\n"_s);
        row("Mistral", Family::MistralInstruct, u"<s>[INST] Hi %1 [/INST]"_s,
            u"<s>[INST] Be brief.\n\nA [/INST] B</s>[INST] C [/INST]"_s);
        row("DeepSeek R1", Family::DeepSeekR1, u"<｜begin▁of▁sentence｜><｜User｜>Hi %1<｜Assistant｜><think>\n"_s,
            u"<｜begin▁of▁sentence｜>Be brief.<｜User｜>A<｜Assistant｜>B<｜end▁of▁sentence｜><｜User｜>C"
            "<｜Assistant｜><think>\n"_s);
        row("Command", Family::Command, u"User: Hi %1\nChatbot:"_s,
            u"Be brief.\n\nUser: A\nChatbot: B\nUser: C\nChatbot:"_s);
        row("Jurassic", Family::Jurassic, u"User: Hi %1\nAssistant:"_s,
            u"Be brief.\n\nUser: A\nAssistant: B\nUser: C\nAssistant:"_s);
    }
    void eachFamilyHasItsForm()
    {
        QFETCH(int, family);
        QTEST(promptOf({.turns = {{.text = u"Hi %1"_s}}}, Family(family)), "one");
        QTEST(promptOf({.instructions = u"Be brief."_s,
                        .turns = {{.text = u"A"_s}, {.byModel = true, .text = u"B"_s}, {.text = u"C"_s}}},
                       Family(family)),
              "all");
    }

    void anAnswerToGoOnFromStaysOpen()
    {
        const Dialogue dialogue{.turns = {{.text = u"A"_s}, {.byModel = true, .text = u"It is"_s}}};
        QVERIFY(promptOf(dialogue, Family::Llama3).endsWith("\n\nIt is"_L1));
        QVERIFY(promptOf(dialogue, Family::MistralInstruct).endsWith("[/INST] It is"_L1));
        QVERIFY(promptOf(dialogue, Family::Titan).endsWith("Bot: It is"_L1));
    }
};

static const bool tstPrompt = sb::testing::add<TstPrompt>();

#include "tst_prompt.moc"
