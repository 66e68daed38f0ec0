#include "core/practice/answer_text.h"

#include "core/practice/templates.h"
#include "core/practice/tokens.h"
#include "tests/testing/testing.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace sb::practice;
using namespace Qt::StringLiterals;

namespace {

const QStringList Prompts = {
    u"Hello there"_s,
    u"Is a wooden sleeper better for heavy trains?"_s,
    u"What is a fallback chain?"_s,
    u"How do I repair a bicycle chain at home?"_s,
    u"Compare diesel engines and electric motors"_s,
    u"Write a Python function that merges overlapping intervals"_s,
    u"Write a function that merges overlapping intervals"_s,
    u"List five lakes in Norway worth a visit"_s,
    u"Translate 'good evening' into Polish"_s,
    u"Summarize the annual report of the harbor authority"_s,
    u"Calculate the probability of 3 heads in 5 throws"_s,
    u"Write a letter to the landlord about the broken heating"_s,
    u"Erkläre, warum der Himmel blau ist"_s,
};

} // namespace

class TstAnswerText : public QObject
{
    Q_OBJECT

private slots:
    void thereAreAtLeastFortyTemplatesAndAllCanBeReached()
    {
        QSet<QByteArray> reached;
        for (const QString &prompt : Prompts) {
            for (quint64 voice = 0; voice < 12; ++voice) {
                reached.insert(answerText(prompt, voice).templateId);
                reached.insert(toolAnswerText(prompt, voice).templateId);
            }
        }
        QSet<QByteArray> all;
        for (const Template &one : templates())
            all.insert(one.id);
        QVERIFY(all.size() >= 40);
        QCOMPARE(all.size(), templates().size()); // ids are unique
        QCOMPARE(all - reached, QSet<QByteArray>());
    }

    void templatesShowWhatAnswersAreMadeOf()
    {
        QSet<QString> languages;
        int tables = 0;
        int equations = 0;
        int lists = 0;
        static const QRegularExpression fence(u"^```(\\w+)$"_s, QRegularExpression::MultilineOption);
        for (const Template &one : templates()) {
            for (auto matches = fence.globalMatch(one.text); matches.hasNext();)
                languages.insert(matches.next().captured(1));
            tables += one.text.contains(u"| --- |"_s);
            equations += one.text.contains(u"\n$$ "_s);
            lists += one.text.contains(u"\n- "_s) || one.text.contains(u"\n1. "_s);
        }
        QVERIFY(languages.size() >= 5);
        QVERIFY(tables >= 5);
        QVERIFY(equations >= 3);
        QVERIFY(lists >= 10);
    }

    void everyTemplateFillsItsSlotsWithWordsOfThePrompt_data()
    {
        QTest::addColumn<QString>("prompt");
        for (const QString &prompt : Prompts)
            QTest::newRow(qPrintable(prompt)) << prompt;
    }
    void everyTemplateFillsItsSlotsWithWordsOfThePrompt()
    {
        QFETCH(const QString, prompt);
        const PromptReading reading = readPrompt(prompt);
        for (quint64 voice = 0; voice < 12; ++voice) {
            const AnswerText answer = answerText(prompt, voice);
            QVERIFY2(!answer.text.contains(u"{{"_s), answer.templateId.constData());
            QVERIFY2(answer.text.startsWith(u"*Practice text, voice %1: no model wrote this.*\n\n"_s.arg(voice)),
                     answer.templateId.constData());
            const QString lower = answer.text.toLower();
            QVERIFY2(std::any_of(reading.words.begin(), reading.words.end(),
                                 [&](const QString &word) { return lower.contains(word.toLower()); }),
                     answer.templateId.constData());
            const qint64 tokens = countTokens(answer.text);
            QVERIFY2(tokens >= 60 && tokens <= 400, (answer.templateId + ' ' + QByteArray::number(tokens)).constData());
            QCOMPARE(answer.text.count(u"```"_s) % 2, 0);
        }
    }

    void theSamePromptAndVoiceGiveTheSameText()
    {
        for (const QString &prompt : Prompts)
            QCOMPARE(answerText(prompt, 3).text, answerText(prompt, 3).text);
        // A fixed point: another machine, another day.
        QCOMPARE(seedOf(u"signal"_s, 0), Q_UINT64_C(0x5062cd8f7a7fd349));
    }

    void twoVoicesGiveTwoTexts()
    {
        for (const QString &prompt : Prompts) {
            QVERIFY(answerText(prompt, 1).templateId != answerText(prompt, 2).templateId);
            QVERIFY(answerText(prompt, 2).templateId != answerText(prompt, 3).templateId);
            QVERIFY(answerText(prompt, 1).text != answerText(prompt, 1 + 60).text);
        }
    }

    void codeComesInTheLanguageThatIsAskedFor_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("fence");
        QTest::newRow("Python") << u"Write a Python script that renames photos"_s << u"```python"_s;
        QTest::newRow("C++") << u"Write a C++ function that parses a date"_s << u"```cpp"_s;
        QTest::newRow("TypeScript") << u"Implement a queue in TypeScript"_s << u"```javascript"_s;
        QTest::newRow("Rust") << u"Implement a queue in Rust"_s << u"```rust"_s;
        QTest::newRow("SQL") << u"SQL for the top ten customers"_s << u"```sql"_s;
    }
    void codeComesInTheLanguageThatIsAskedFor()
    {
        QFETCH(const QString, prompt);
        QFETCH(const QString, fence);
        for (quint64 voice = 0; voice < 4; ++voice)
            QVERIFY(answerText(prompt, voice).text.contains(fence));
        QVERIFY(answerText(prompt, 1).templateId != answerText(prompt, 2).templateId);
    }

    void oddPromptsAreAnswered_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::newRow("empty") << QString();
        QTest::newRow("punctuation") << u"!?"_s;
        QTest::newRow("no spaces") << u"我们如何学习语言"_s;
        QTest::newRow("emoji") << u"😀😀"_s;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d));
        QTest::newRow("slots in the prompt") << u"{{topic}} {{a|b}} }}"_s;
        QTest::newRow("very long") << u"A sentence about nothing in particular. "_s.repeated(20'000);
        QTest::newRow("one very long word") << u"a"_s.repeated(500'000);
        QTest::newRow("many blanks") << u" "_s.repeated(100'000) + u"hello"_s;
    }
    void oddPromptsAreAnswered()
    {
        QFETCH(const QString, prompt);
        for (quint64 voice = 0; voice < 12; ++voice) {
            const qint64 tokens = countTokens(answerText(prompt, voice).text);
            QVERIFY(tokens >= 40 && tokens <= 500);
        }
    }
};

static const bool tstAnswerText = sb::testing::add<TstAnswerText>();
#include "tst_answer_text.moc"
