#include "core/routing/classifier/classifier.h"

#include "core/routing/classifier/features.h"
#include "core/routing/classifier/reading.h"

#include "tests/testing/testing.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

using chat::Message;
using chat::Role;

chat::Request asking(const QString &text)
{
    chat::Request request;
    request.messages = {Message::make(Role::User, text)};
    return request;
}

QByteArray classOf(const chat::Request &request)
{
    return classify(request, {}).className.toUtf8();
}

QString numbered(int count, const QString &line)
{
    QString text;
    for (int i = 1; i <= count; ++i)
        text += u"%1. %2 %3\n"_s.arg(i).arg(line).arg(i * 7);
    return text;
}

QString report(int sentences)
{
    QString text;
    for (int i = 0; i < sentences; ++i)
        text +=
            u"The harbor board noted that pier %1 had been closed since spring and asked for an estimate.\n\n"_s.arg(i);
    return text;
}

/// Whether every place of the evidence lies in the text of its message.
bool placesExist(const chat::Request &request, const Classification &found)
{
    for (const Evidence &evidence : found.evidence) {
        for (const Place &place : evidence.places) {
            const bool isMessage = place.message >= 0 && place.message < request.messages.size();
            if (!isMessage || place.offset < 0 || place.length <= 0
                || place.offset + place.length > request.messages.at(place.message).text().size())
                return false;
        }
    }
    return true;
}

double weightOf(const Classification &found)
{
    double sum = 0;
    for (const Evidence &evidence : found.evidence)
        sum += evidence.weight;
    return sum;
}

const Evidence *evidenceFor(const Classification &found, const QByteArray &feature)
{
    const auto it = std::ranges::find(found.evidence, feature, &Evidence::feature);
    return it == found.evidence.end() ? nullptr : &*it;
}

/// Requests of all kinds, for what holds of every one.
QList<std::pair<const char *, chat::Request>> manyRequests()
{
    chat::Request tools = asking(u"find the flaky test in test_login.py and fix it"_s);
    tools.tools = {chat::Tool{.name = u"run_tests"_s}};
    tools.maxTokens = 20;
    tools.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonObject};
    chat::Request talk = asking(report(60));
    talk.messages.append(Message::make(Role::Assistant, u"I have read it. ```sh\nls -l\n```"_s));
    talk.messages.append(Message::make(Role::User, u"Which pier is closed, and since when?"_s));
    talk.messages.prepend(Message::make(Role::System, u"Answer from the document only."_s));
    chat::Request parts = asking({});
    parts.messages[0].parts = {chat::TextPart{.text = report(50)}, chat::ImagePart{.url = "https://example.org/a.png"},
                               chat::TextPart{.text = u"Summarize the report in two sentences."_s}};
    return {{"nothing", {}},
            {"an empty message", asking({})},
            {"a system message alone", {.messages = {Message::make(Role::System, u"You are a cook."_s)}}},
            {"a greeting", asking(u"hello there"_s)},
            {"a proof", asking(u"Prove that there are infinitely many primes."_s)},
            {"records", asking(u"Label each line as praise or complaint:\n"_s + numbered(40, u"broke after days"_s))},
            {"a long text", asking(report(200) + u"Summarize the report."_s)},
            {"tools and limits", tools},
            {"a conversation", talk},
            {"several parts", parts}};
}

} // namespace

class TstClassifier : public QObject
{
    Q_OBJECT
private slots:
    void aRequestIsOfTheClassOfItsWork_data();
    void aRequestIsOfTheClassOfItsWork();
    void whateverIsAskedTheAnswerAddsUp_data();
    void whateverIsAskedTheAnswerAddsUp();
    void hostileTextIsReadInBoundedTime_data();
    void hostileTextIsReadInBoundedTime();

    void theHeaviestEvidenceNamesWordsOfTheRequest()
    {
        const chat::Request request = asking(u"Please prove that the sum of two odd integers is even."_s);
        const Classification found = classify(request, {});
        QCOMPARE(found.className, u"reasoning"_s);
        QCOMPARE(found.by, ClassifiedBy::Features);
        const Evidence *proof = evidenceFor(found, "asks_proof");
        QVERIFY(proof);
        QVERIFY(proof->weight > 1);
        QCOMPARE(proof->found, u"prove, integers"_s);
        QCOMPARE(proof->places.first(), (Place{0, request.messages.at(0).text().indexOf(u"prove"), 5}));
        QVERIFY(!proof->what.isEmpty());
    }

    void placesCountOverTheTextPartsOfAMessage()
    {
        chat::Request request = asking({});
        request.messages[0].parts = {chat::TextPart{.text = u"Hello. "_s},
                                     chat::ImagePart{.url = "https://example.org/x"},
                                     chat::TextPart{.text = u"Please translate this to Polish: good evening"_s}};
        const Classification found = classify(request, {});
        QCOMPARE(found.className, u"simple"_s);
        const Evidence *rewrite = evidenceFor(found, "asks_rewrite");
        QVERIFY(rewrite);
        const Place place = rewrite->places.first();
        QCOMPARE(request.messages.at(0).text().sliced(place.offset, place.length), u"translate"_s);
    }

    void theLastQuestionDecidesNotWhatCameBefore()
    {
        chat::Request request = asking(u"Refactor this: def f(x):\n    return x + 1"_s);
        request.messages.append(Message::make(Role::Assistant, u"def f(number):\n    return number + 1"_s));
        request.messages.append(Message::make(Role::User, u"thanks, have a nice evening!"_s));
        QCOMPARE(classOf(request), "chat");
    }

    void aDocumentThatCameBeforeIsStillAskedAbout()
    {
        chat::Request request = asking(report(60));
        request.messages.append(Message::make(Role::Assistant, u"Read. What is the question?"_s));
        request.messages.append(Message::make(Role::User, u"Which piers does the report name?"_s));
        QCOMPARE(classOf(request), "long_document");
    }

    void theLengthOfADocumentIsThatOfRule3_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isLong");
        QTest::newRow("2,000 characters") << report(21) << false;
        QTest::newRow("4,000 characters") << report(43) << true;
        QTest::newRow("1,000 Chinese characters")
            << QString(u"会议决定下周再次讨论屋顶的修理。"_s).repeated(62) << false;
        QTest::newRow("1,900 Chinese characters")
            << QString(u"会议决定下周再次讨论屋顶的修理。"_s).repeated(119) << true;
    }
    void theLengthOfADocumentIsThatOfRule3()
    {
        QFETCH(QString, text);
        QFETCH(bool, isLong);
        const FeatureVector features = featuresOf(asking(text));
        QCOMPARE(features[Feature::LongText] > 0.5, isLong);
    }

    void wrappedLinesAreNoRecords()
    {
        QString text;
        for (int i = 0; i < 40; ++i)
            text += u"the minutes of the last meeting were read and found to be in good\n"_s;
        QCOMPARE(featuresOf(asking(text))[Feature::ManyRecords], 0.0);
    }

    void recordsAreCountedInEveryForm_data();
    void recordsAreCountedInEveryForm();

    void quotedWordsAreNotTheWish()
    {
        const FeatureVector features = featuresOf(asking(u"Which language is this? \"please prove the theorem\""_s));
        QCOMPARE(features[Feature::AsksProof], 0.0);
        QVERIFY(features[Feature::Quotation] > 0);
    }

    void aLongTextIsReadAtBothEnds()
    {
        const QString filler(200'000, u'x');
        const chat::Request request = asking(u"first "_s + filler + u" last"_s);
        const Reading reading = readingOf(request);
        QCOMPARE(reading.turns.size(), 1u);
        const Turn &turn = reading.turns.front();
        QVERIFY(turn.excerpts.front().text.startsWith(u"first"));
        QVERIFY(turn.excerpts.back().text.endsWith(u"last"));
        QCOMPARE(turn.size, request.messages.at(0).text().size());
        QCOMPARE(turn.readSize(), MostHead + MostTail);
    }

    void aLongConversationIsReadFromBothEnds()
    {
        chat::Request request;
        for (int i = 0; i < 5'000; ++i)
            request.messages.append(Message::make(i % 2 ? Role::Assistant : Role::User, report(100)));
        const Reading reading = readingOf(request);
        QVERIFY(qsizetype(reading.turns.size()) <= MostFirstMessages + MostLastMessages + 1);
        QVERIFY(reading.last());
        QCOMPARE(reading.last()->message, 4'998);
        qsizetype read = 0;
        for (const Turn &turn : reading.turns)
            read += turn.readSize();
        QVERIFY(read <= MostCharacters + MostHead);
    }

    void manyPartsOfOneMessageAreBoundedTogether()
    {
        chat::Request request = asking({});
        for (int i = 0; i < 1'000; ++i)
            request.messages[0].parts.append(chat::TextPart{.text = QString(5'000, u'p')});
        QVERIFY(readingOf(request).turns.front().readSize() <= 2 * (MostHead + MostTail));
    }

    void everyFeatureHasANameAndASentenceOfItsOwn()
    {
        QSet<QByteArray> names;
        QSet<QString> sentences;
        for (std::size_t f = 0; f < FeatureCount; ++f) {
            names.insert(toWireName(Feature(f)));
            sentences.insert(describe(Feature(f)));
        }
        QCOMPARE(std::size_t(names.size()), FeatureCount);
        QCOMPARE(std::size_t(sentences.size()), FeatureCount);
    }

    void taskClassesAreStoredUnderTheNamesOfTheDesign()
    {
        QList<QByteArray> names;
        for (const TaskClass taskClass : TaskClasses) {
            names.append(toWireName(taskClass));
            QCOMPARE(taskClassFromWireName(names.last()), std::optional(taskClass));
            QVERIFY(!displayName(taskClass).isEmpty());
        }
        QCOMPARE(names, (QList<QByteArray>{"reasoning", "simple", "long_document", "code", "bulk", "chat"}));
        QVERIFY(!taskClassFromWireName("Chat"));
    }
};

void TstClassifier::aRequestIsOfTheClassOfItsWork_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &text, const char *expected) {
        QTest::newRow(name) << text << QByteArray(expected);
    };
    row("nothing is talk", u""_s, "chat");
    row("English talk", u"good morning, how are you today?"_s, "chat");
    row("German talk", u"Erzähl mir einen Witz über Tauben"_s, "chat");
    row("French talk", u"Bonjour, une idée de cadeau pour ma mère ?"_s, "chat");
    row("Spanish talk", u"Escribe un poema sobre la lluvia"_s, "chat");
    row("Italian talk", u"Ciao, cosa fare a Bologna nel weekend?"_s, "chat");
    row("Polish talk", u"Cześć, poleć mi dobry film na wieczór"_s, "chat");
    row("Turkish talk", u"Merhaba, bana kısa bir masal anlat"_s, "chat");
    row("Russian talk", u"Привет! Посоветуй, что подарить другу"_s, "chat");
    row("Chinese talk", u"给我推荐一部适合周末看的电影"_s, "chat");
    row("Japanese talk", u"おすすめの本を教えてください"_s, "chat");
    row("English label", u"Is the tone of this positive or negative? \"The waiter forgot us twice.\""_s, "simple");
    row("German rewriting", u"Übersetze ins Englische: „Der Zug fällt heute leider aus.“"_s, "simple");
    row("French rewriting", u"Corrige l'orthographe : « Nous avons manger au restaurent hier. »"_s, "simple");
    row("Portuguese label", u"Classifique como elogio ou reclamação: \"O produto chegou quebrado.\""_s, "simple");
    row("Dutch rewriting", u"Vertaal naar het Engels: \"De winkel is morgen gesloten.\""_s, "simple");
    row("Russian rewriting", u"Переведи на английский: «Магазин закрыт до понедельника»"_s, "simple");
    row("Chinese rewriting", u"把下面这句话翻译成英文：“商店明天不开门。”"_s, "simple");
    row("Japanese rewriting", u"次の文を英語に訳して：「明日は休業します。」"_s, "simple");
    row("one operation", u"what is 15% of 240"_s, "simple");
    row("English code", u"How do I reverse a linked list in Python without recursion?"_s, "code");
    row("German code", u"Schreib ein Bash-Skript, das alle .log-Dateien älter als 7 Tage löscht"_s, "code");
    row("Spanish code", u"¿Cómo evito una inyección SQL en una consulta con PHP y MySQL?"_s, "code");
    row("Chinese code", u"用 Python 写一个函数，读取 CSV 并写入数据库"_s, "code");
    row("code alone", u"why?\n\nint main() {\n    int *p = nullptr;\n    return *p;\n}"_s, "code");
    row("an error message", u"npm ERR! code ERESOLVE\nnpm ERR! TypeError: Cannot read properties of undefined"_s,
        "code");
    row("English proof", u"Prove that the sum of two irrational numbers may be rational."_s, "reasoning");
    row("German calculation",
        u"Zwei Züge fahren 300 km voneinander entfernt los, einer mit 80 km/h, der andere mit 120 km/h. Wann und wo "
        u"treffen "
        u"sie sich, wenn der zweite 30 Minuten später startet?"_s,
        "reasoning");
    row("French proof", u"Démontrer que la somme de trois entiers consécutifs est divisible par 3."_s, "reasoning");
    row("Chinese proof", u"证明：对任意自然数 n，n³ − n 能被 6 整除。"_s, "reasoning");
    row("a puzzle",
        u"Exactly one of three boxes holds the ring. Box A says it is in B, box B says it is not here, box C says it "
        u"is not "
        u"in A. At most one inscription is true. Where is the ring?"_s,
        "reasoning");
    row("a decision",
        u"We can rent a van for 90 a day plus 0.30 per km, or buy one for 11,000 and sell it after two years for "
        u"6,500. We "
        u"drive about 14 days and 1,900 km a month. Which is cheaper, and from how many days on?"_s,
        "reasoning");
    row("records", u"Label each line as praise or complaint:\n"_s + numbered(40, u"broke after a few days"_s), "bulk");
    row("a piece of a batch", u"custom_id: job-0231/000418\n\nSentiment of: \"it was fine I guess\""_s, "bulk");
    row("a document", report(60) + u"Summarize the report in five bullet points."_s, "long_document");
    row("one figure of many rows", u"Which row has the highest value?\n\n"_s + numbered(25, u"north,red,"_s), "simple");
}

void TstClassifier::aRequestIsOfTheClassOfItsWork()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(classOf(asking(text)), expected);
}

void TstClassifier::whateverIsAskedTheAnswerAddsUp_data()
{
    QTest::addColumn<int>("index");
    const auto requests = manyRequests();
    for (int i = 0; i < requests.size(); ++i)
        QTest::newRow(requests.at(i).first) << i;
}

void TstClassifier::whateverIsAskedTheAnswerAddsUp()
{
    QFETCH(int, index);
    const chat::Request request = manyRequests().at(index).second;
    const Classification found = classify(request, {});
    QCOMPARE(classify(request, {}), found); // the same question, the same answer
    QVERIFY(std::abs(weightOf(found) - found.scores.first().score) < 1e-9);
    QCOMPARE(found.className, found.scores.first().className);
    QCOMPARE(found.confidence, found.scores.first().probability);
    QCOMPARE(std::size_t(found.scores.size()), TaskClassCount);
    double probabilities = 0;
    for (const ClassScore &score : found.scores)
        probabilities += score.probability;
    QVERIFY(std::abs(probabilities - 1) < 1e-9);
    QVERIFY(std::ranges::is_sorted(found.evidence, std::ranges::greater{}, &Evidence::weight));
    QVERIFY(placesExist(request, found));
}

void TstClassifier::hostileTextIsReadInBoundedTime_data()
{
    QTest::addColumn<QString>("text");
    constexpr qsizetype Megabyte = 1'000'000;
    QTest::newRow("one letter") << QString(Megabyte, u'a');
    QTest::newRow("line feeds") << QString(Megabyte, u'\n');
    QTest::newRow("quotation marks") << QString(Megabyte, u'"');
    QTest::newRow("opening quotation marks") << QString(Megabyte, u'“');
    QTest::newRow("brackets") << QString(Megabyte, u'{');
    QTest::newRow("digits") << QString(Megabyte, u'7');
    QTest::newRow("digits and commas") << u"1,"_s.repeated(Megabyte / 2);
    QTest::newRow("blanks") << QString(Megabyte, u' ');
    QTest::newRow("halves of characters") << QString(Megabyte, QChar(0xD800));
    QTest::newRow("zeros") << QString(Megabyte, QChar(0));
    QTest::newRow("one word over and over") << u"prove "_s.repeated(Megabyte / 6);
    QTest::newRow("Chinese") << QString(Megabyte, u'每');
    QTest::newRow("tags") << u"<record>"_s.repeated(Megabyte / 8);
    QTest::newRow("short lines") << u"a\n"_s.repeated(Megabyte / 2);
    QTest::newRow("short blocks") << u"a b\n\n"_s.repeated(Megabyte / 5);
    QTest::newRow("tabs and bars") << u"\t|"_s.repeated(Megabyte / 2);
}

void TstClassifier::hostileTextIsReadInBoundedTime()
{
    QFETCH(QString, text);
    const chat::Request request = asking(text);
    QElapsedTimer timer;
    timer.start();
    const Classification found = classify(request, {});
    QVERIFY(timer.elapsed() < 2'000); // against squares of the length, not against milliseconds
    QVERIFY(placesExist(request, found));
    QVERIFY(std::abs(weightOf(found) - found.scores.first().score) < 1e-9);
}

void TstClassifier::recordsAreCountedInEveryForm_data()
{
    QTest::addColumn<QString>("text");
    const auto lines = [](const QString &pattern) {
        QString text;
        for (int i = 0; i < 25; ++i)
            text +=
                QString(pattern).replace(u"#"_s, QString::number(i)).replace(u"~"_s, u"ab"_s.repeated(i % 7)) + u'\n';
        return text;
    };
    QTest::newRow("numbers") << lines(u"#. the lid is loose ~"_s);
    QTest::newRow("numbers in brackets") << lines(u"(#) the lid is loose ~"_s);
    QTest::newRow("bullets") << lines(u"- item # ~"_s);
    QTest::newRow("plain lines") << lines(u"parcel # ~"_s);
    QTest::newRow("comma separated") << lines(u"#,north,~,12.5"_s);
    QTest::newRow("tabs") << lines(u"#\tnorth\t~"_s);
    QTest::newRow("a Markdown table") << lines(u"| # | north | ~ |"_s);
    QTest::newRow("JSON lines") << lines(u"{\"id\": #, \"text\": \"~\"}"_s);
    QTest::newRow("a JSON list on one line") << u"["_s + lines(u"{\"id\": #},"_s).remove(u'\n') + u"]"_s;
    QTest::newRow("XML") << u"<items>\n"_s + lines(u"<item id=\"#\">~x</item>"_s) + u"</items>"_s;
    QTest::newRow("blocks") << lines(u"Ticket #\nthe lid is loose ~\n"_s);
    QTest::newRow("Japanese bullets") << lines(u"・荷物#が届いた~"_s);
}

void TstClassifier::recordsAreCountedInEveryForm()
{
    QFETCH(QString, text);
    QCOMPARE(featuresOf(asking(u"Label each of these:\n\n"_s + text))[Feature::ManyRecords], 1.0);
}

static const bool tstClassifier = sb::testing::add<TstClassifier>();

#include "tst_classifier.moc"
