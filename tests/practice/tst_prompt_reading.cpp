#include "core/practice/prompt_reading.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb::practice;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PromptKind)

class TstPromptReading : public QObject
{
    Q_OBJECT

private slots:
    void guessesWhatIsAskedFor_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<PromptKind>("kind");
        QTest::addColumn<QString>("topic");
        const auto row = [](const char *prompt, PromptKind kind, const char *topic) {
            QTest::newRow(prompt) << QString::fromUtf8(prompt) << kind << QString::fromUtf8(topic);
        };
        row("Hello!", PromptKind::Greeting, "Hello");
        row("hi there", PromptKind::Greeting, "hi");
        row("Is a wooden sleeper better for heavy trains?", PromptKind::Question, "wooden sleeper better");
        row("What is a fallback chain?", PromptKind::Explain, "fallback chain");
        row("Warum ist der Himmel blau?", PromptKind::Explain, "Himmel blau");
        row("How do I repair a bicycle chain at home?", PromptKind::HowTo, "bicycle chain");
        row("Compare diesel engines and electric motors", PromptKind::Compare, "electric motors");
        row("What is the difference between TCP and UDP?", PromptKind::Compare, "TCP");
        row("Write a Python function that merges overlapping intervals", PromptKind::Code,
            "merges overlapping intervals");
        row("Fix this: ```int main() {```", PromptKind::Code, "int main");
        row("List five lakes in Norway", PromptKind::List, "five lakes");
        row("Give me some ideas for a birthday party", PromptKind::List, "birthday party");
        row("Translate 'good evening' into Polish", PromptKind::Translate, "good evening");
        row("Übersetze das ins Englische: der Zug ist pünktlich", PromptKind::Translate, "Englische");
        row("Summarize the annual report of the harbor", PromptKind::Summarize, "annual report");
        row("Calculate 15% of 240", PromptKind::Math, "Calculate");
        row("What is 12 * 7?", PromptKind::Math, "What");
        row("Write a letter to the landlord about the heating", PromptKind::Write, "landlord");
        row("", PromptKind::Question, "the question");
        row("???", PromptKind::Question, "the question");
    }
    void guessesWhatIsAskedFor()
    {
        QFETCH(const QString, prompt);
        QFETCH(const PromptKind, kind);
        QFETCH(const QString, topic);
        const PromptReading reading = readPrompt(prompt);
        QCOMPARE(int(reading.kind), int(kind));
        QCOMPARE(reading.topic, topic);
        QVERIFY(reading.words.size() >= 3);
    }

    void findsTheTwoThingsThatAreCompared_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("and") << u"Compare red wine and white wine for cooking"_s << u"red wine"_s << u"white wine"_s;
        QTest::newRow("versus") << u"Postgres vs. SQLite"_s << u"Postgres"_s << u"SQLite"_s;
        QTest::newRow("German") << u"Vergleiche Äpfel mit Birnen"_s << u"Äpfel"_s << u"Birnen"_s;
        QTest::newRow("none") << u"Compare notes"_s << u"notes"_s << u"the question"_s;
    }
    void findsTheTwoThingsThatAreCompared()
    {
        QFETCH(const QString, prompt);
        QFETCH(const QString, first);
        QFETCH(const QString, second);
        const PromptReading reading = readPrompt(prompt);
        QCOMPARE(reading.first, first);
        QCOMPARE(reading.second, second);
    }

    void takesAUsableNumber_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<int>("number");
        QTest::newRow("the first") << u"sum of 7 and 30"_s << 7;
        QTest::newRow("no parts of larger numbers") << u"in 1984, 3.14 and 45 pages"_s << 45;
        QTest::newRow("none") << u"no number, or 1"_s << 12;
    }
    void takesAUsableNumber()
    {
        QFETCH(const QString, prompt);
        QFETCH(const int, number);
        QCOMPARE(readPrompt(prompt).number, number);
    }

    void quotesOneShortLineWithoutMarkdown()
    {
        const QString quote = readPrompt(u"# A | B\n\n`code` **bold** "_s + u"word "_s.repeated(100)).quote;
        QVERIFY(quote.size() <= 73);
        QVERIFY(quote.startsWith(u"A B code bold word"_s));
        QVERIFY(quote.endsWith(u"word…"_s));
    }
};

static const bool tstPromptReading = sb::testing::add<TstPromptReading>();
#include "tst_prompt_reading.moc"
