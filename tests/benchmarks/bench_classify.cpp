// bench-classify: what it costs to tell which kind of work a request is. One JSON line a figure.
#include "tests/benchmarks/figures.h"

#include "core/routing/classifier/classifier.h"

using namespace sb;
using namespace sb::bench;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

/// A text of about so many characters, made of one piece after the other.
QString textOf(qsizetype characters, const QStringList &pieces)
{
    QString text;
    for (qsizetype i = 0; text.size() < characters; ++i)
        text += QString(pieces.at(i % pieces.size())).replace(u"%1"_s, QString::number(i));
    return text.left(characters);
}

chat::Request asking(const QString &text)
{
    chat::Request request;
    request.messages = {chat::Message::make(chat::Role::System, u"You are a helpful assistant. Answer briefly."_s),
                        chat::Message::make(chat::Role::User, text)};
    return request;
}

QString prose(qsizetype characters)
{
    return textOf(characters,
                  {u"The committee met on day %1 and heard the report of the treasurer, who asked for patience. "_s,
                   u"A second opinion was sought from the engineer; her answer is in annex %1.\n\n"_s})
        + u"\n\nWhich decisions were taken, and who is to carry them out?"_s;
}

QString records(qsizetype characters)
{
    return u"Label each line as praise, question or complaint:\n"_s
        + textOf(characters, {u"%1. the handle came off after a week\n"_s, u"%1. does it come in green?\n"_s});
}

QString source(qsizetype characters)
{
    return u"Why does this leak?\n\n"_s
        + textOf(characters,
                 {u"int step_%1(const std::vector<int> &values)\n{\n"_s, u"    auto *next = new Node(%1);\n"_s,
                  u"    return next->value;\n}\n\n"_s});
}

/// Of 300 batches of 5 calls the fastest, in microseconds of CPU time a call.
template <typename Work>
double microseconds(Work work)
{
    return fastestMicroseconds(300,
                               [&work] {
                                   for (int i = 0; i < 5; ++i)
                                       work();
                               })
        / 5;
}

ClassRules fiftyExamples()
{
    ClassRules rules;
    for (int c = 0; c < 5; ++c) {
        UserClass userClass{.name = u"class %1"_s.arg(c)};
        for (int e = 0; e < 10; ++e)
            userClass.examples.append(
                u"Example %1 of class %2: may the landlord keep the deposit when the heating of flat %1 was repaired?"_s
                    .arg(e)
                    .arg(c));
        rules.classes.append(userClass);
    }
    return rules;
}

} // namespace

int main()
{
    qsizetype seen = 0; // so that no call can be left out
    const Classifier plain({});
    for (const qsizetype size : {1'000, 10'000, 100'000, 1'000'000}) {
        const QByteArray name = QByteArray::number(size / 1'000) + "k";
        const std::array<std::pair<const char *, chat::Request>, 3> requests{
            std::pair("prose", asking(prose(size))), std::pair("records", asking(records(size))),
            std::pair("code", asking(source(size)))};
        for (const auto &[kind, request] : requests)
            report("classify." + QByteArray(kind) + '_' + name,
                   microseconds([&] { seen += plain.classify(request).evidence.size(); }), "us",
                   "one request with a user message of that many characters, evidence included");
    }

    chat::Request talk = asking(u"hello"_s);
    for (int i = 0; i < 200; ++i)
        talk.messages.append(chat::Message::make(i % 2 ? chat::Role::User : chat::Role::Assistant, prose(5'000)));
    report("classify.turns_200", microseconds([&] { seen += plain.classify(talk).evidence.size(); }), "us",
           "a conversation of 200 messages of 5,000 characters");

    report("classify.prepare_examples_50", microseconds([&] {
               Classifier made(fiftyExamples());
               seen += made.classify({}).evidence.size();
           }),
           "us", "a classifier made from 5 classes of 10 examples, once for each change of the rules");
    const Classifier examples(fiftyExamples());
    for (const qsizetype size : {1'000, 100'000}) {
        const chat::Request request = asking(prose(size));
        report("classify.examples_50_" + QByteArray::number(size / 1'000) + 'k',
               microseconds([&] { seen += examples.classify(request).evidence.size(); }), "us",
               "the same prose beside 50 examples");
    }

    const Classifier hostile(ClassRules{.classes = {{.name = u"own"_s, .rules = {{.pattern = u"(a+)+$"_s}}}}});
    const chat::Request bait = asking(QString(1'000'000, u'a') + u'!');
    report("classify.hostile_pattern_1000k", microseconds([&] { seen += hostile.classify(bait).evidence.size(); }),
           "us", "an expression that backtracks without end, on 1 MB that invites it");
    return seen > 0 ? 0 : 1;
}
