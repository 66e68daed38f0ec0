#include "core/routing/acceptance/refusal.h"

#include "core/routing/acceptance/text_measure.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb::routing;
using namespace Qt::StringLiterals;

class TstRefusal final : public QObject
{
    Q_OBJECT
private slots:
    void aRefusalIsKnownByHowItBegins_data();
    void aRefusalIsKnownByHowItBegins();
    void anAnswerIsNone_data();
    void anAnswerIsNone();
    void charactersAndWordsAreCounted_data();
    void charactersAndWordsAreCounted();
};

void TstRefusal::aRefusalIsKnownByHowItBegins_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("en", u"I'm sorry, but I can't help with that."_s);
    row("en, curly", u"I’m sorry, but I can’t assist with that request."_s);
    row("en, plain", u"I cannot fulfill this request."_s);
    row("en, unable", u"Unfortunately, I am unable to provide instructions for that."_s);
    row("en, as an AI", u"As an AI language model, I cannot engage in such conversations."_s);
    row("en, bold", u"**I'm sorry**, but I won't create that kind of content."_s);
    row("en, further text",
        u"I can't help you with this. If you are in danger, please call the police.\n\nTake care."_s);
    row("de", u"Es tut mir leid, aber dabei kann ich nicht helfen."_s);
    row("de, plain", u"Ich kann diese Anfrage leider nicht erfüllen."_s);
    row("fr", u"Je suis désolé, mais je ne peux pas vous aider avec cette demande."_s);
    row("es", u"Lo siento, pero no puedo ayudarte con eso."_s);
    row("it", u"Mi dispiace, ma non posso aiutarti con questa richiesta."_s);
    row("pt", u"Desculpe, mas não posso ajudar com isso."_s);
    row("nl", u"Het spijt me, maar daar kan ik je niet mee helpen."_s);
    row("pl", u"Przykro mi, ale nie mogę w tym pomóc."_s);
    row("sv", u"Jag är ledsen, men jag kan inte hjälpa dig med det."_s);
    row("tr", u"Üzgünüm, ancak bu konuda yardımcı olamam."_s);
    row("ru", u"Извините, но я не могу помочь с этим."_s);
    row("uk", u"Вибачте, але я не можу допомогти з цим."_s);
    row("ar", u"عذرًا، لا أستطيع مساعدتك في ذلك."_s);
    row("he", u"מצטער, אני לא יכול לעזור בזה."_s);
    row("hi", u"क्षमा करें, मैं इसमें आपकी मदद नहीं कर सकता।"_s);
    row("zh", u"抱歉，我无法提供这方面的帮助。"_s);
    row("ja", u"申し訳ありませんが、そのご要望にはお応えできません。"_s);
    row("ko", u"죄송하지만 그 요청은 도와드릴 수 없습니다."_s);
}

void TstRefusal::aRefusalIsKnownByHowItBegins()
{
    QFETCH(QString, text);
    QVERIFY(isRefusal(text));
    QVERIFY2(!isRefusal(u"Here is the text that you asked for: "_s + text), "only where an answer opens with it");
    QVERIFY2(!isRefusal(text + QString(600, u'x')), "only in a short answer");
}

void TstRefusal::anAnswerIsNone_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("nothing", u""_s);
    row("an answer", u"The train leaves at noon."_s);
    row("nothing was found", u"I can't find any mistake in your code. It does what the comment says."_s);
    row("no exact number", u"I can't give an exact number, but it is about four million."_s);
    row("sorry, corrected", u"Sorry, you are right. The second line was wrong; here is the corrected one."_s);
    row("an idiom", u"I can't help but notice that the list is sorted twice."_s);
    row("a story", u"I won't leave, she said, and shut the door."_s);
    row("de, found nothing", u"Ich kann in diesem Text keinen Fehler finden."_s);
    row("de, leider", u"Leider fehlt in der zweiten Zeile ein Komma."_s);
    row("fr, an answer", u"Je ne peux pas trouver d'erreur dans ce texte."_s);
    row("es, an answer", u"No puedo encontrar ningún error en este texto."_s);
    row("ru, an answer", u"Я не могу найти ошибку в этом тексте."_s);
    row("zh, an answer", u"我不能确定具体数字，大约是四百万。"_s);
    row("ja, an answer", u"電車は正午に出発します。"_s);
    row("ko, an answer", u"기차는 정오에 출발합니다."_s);
}

void TstRefusal::anAnswerIsNone()
{
    QFETCH(QString, text);
    QVERIFY(!isRefusal(text));
}

void TstRefusal::charactersAndWordsAreCounted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("characters");
    QTest::addColumn<int>("words");
    QTest::newRow("nothing") << QString() << 0 << 0;
    QTest::newRow("blanks") << u" \n "_s << 3 << 0;
    QTest::newRow("a sentence") << u"The train, at noon."_s << 19 << 4;
    QTest::newRow("an apostrophe") << u"don't isn’t 'quoted'"_s << 20 << 3;
    QTest::newRow("a hyphen and a dash") << u"well-known - no"_s << 15 << 2;
    QTest::newRow("two hyphens") << u"one--two"_s << 8 << 2;
    QTest::newRow("a decimal") << u"3.14 and 5."_s << 11 << 3;
    QTest::newRow("outside the first plane") << u"\U0001F600 a"_s << 3 << 1;
    QTest::newRow("Chinese") << u"火车中午出发。"_s << 7 << 6;
    QTest::newRow("Chinese and Latin") << u"用Docker吧"_s << 8 << 3;
    QTest::newRow("Korean") << u"기차는 정오에"_s << 7 << 2;
    QTest::newRow("marks") << u"मदद करें"_s << 8 << 2;
}

void TstRefusal::charactersAndWordsAreCounted()
{
    QFETCH(QString, text);
    QFETCH(int, characters);
    QFETCH(int, words);
    QCOMPARE(countCharacters(text), characters);
    QCOMPARE(countWords(text), words);
}

static const bool tstRefusal = sb::testing::add<TstRefusal>();

#include "tst_refusal.moc"
