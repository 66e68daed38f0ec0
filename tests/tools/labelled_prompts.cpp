#include "tests/tools/labelled_prompts.h"

#include "core/routing/classifier/classifier.h"

#include <QFile>
#include <QMap>

using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace sb::tools {

namespace {

Error wrongLine(const QString &path, int line, const QString &why)
{
    return {.kind = Error::Kind::InvalidInput, .message = u"%1:%2: %3"_s.arg(path).arg(line).arg(why)};
}

QByteArray percent(int part, int whole)
{
    return whole == 0 ? QByteArray("none") : QByteArray::number(100.0 * part / whole, 'f', 1) + " %";
}

Result<QList<Json>> readLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Error{.kind = Error::Kind::Unavailable, .message = path + u": "_s + file.errorString()});
    QList<Json> lines;
    while (!file.atEnd()) {
        const QByteArray text = file.readLine().trimmed();
        const auto json = parseJson(text);
        if (!json)
            return tl::unexpected(wrongLine(path, int(lines.size()) + 1, u"not JSON"_s));
        lines.append(*json);
    }
    return lines;
}

/// What a classifier sees of a line: never its language or note.
Result<chat::Request> requestOf(const Json &line)
{
    Json body = Json::object();
    body.set("model", u"auto"_s);
    for (const char *key : {"messages", "tools", "response_format", "max_tokens"}) {
        if (line.contains(key))
            body.set(key, line[key]);
    }
    return chat::parseRequest(body);
}

} // namespace

Result<QList<LabelledPrompt>> readPrompts(const QString &path)
{
    const auto lines = readLines(path);
    if (!lines)
        return tl::unexpected(lines.error());
    QList<LabelledPrompt> prompts;
    for (const Json &line : *lines) {
        const auto number = int(prompts.size()) + 1;
        const auto taskClass = taskClassFromWireName(line["class"].toBytes());
        if (!taskClass)
            return tl::unexpected(wrongLine(path, number, u"unknown class"_s));
        auto request = requestOf(line);
        if (!request)
            return tl::unexpected(wrongLine(path, number, u"not a request"_s));
        prompts.append({.id = line["id"].toText(),
                        .taskClass = *taskClass,
                        .language = line["lang"].toText(),
                        .request = *std::move(request)});
    }
    return prompts;
}

Confusion confusionOf(const QList<LabelledPrompt> &prompts)
{
    const Classifier classifier({});
    Confusion confusion{};
    for (const LabelledPrompt &prompt : prompts) {
        const Classification found = classifier.classify(prompt.request);
        const auto said = taskClassFromWireName(found.className.toUtf8());
        ++confusion[std::size_t(prompt.taskClass)][std::size_t(said.value_or(TaskClass::Chat))];
    }
    return confusion;
}

int rightOf(const Confusion &confusion)
{
    int right = 0;
    for (std::size_t c = 0; c < TaskClassCount; ++c)
        right += confusion[c][c];
    return right;
}

int sumOf(const Confusion &confusion)
{
    int sum = 0;
    for (const auto &row : confusion) {
        for (const int count : row)
            sum += count;
    }
    return sum;
}

QByteArray tableOf(const Confusion &confusion)
{
    QByteArray table = "| label \\ said |";
    QByteArray rule = "| --- |";
    for (const TaskClass said : TaskClasses) {
        table += ' ' + toWireName(said) + " |";
        rule += " --- |";
    }
    table += " recall | precision |\n" + rule + " --- | --- |\n";
    for (const TaskClass label : TaskClasses) {
        table += "| " + toWireName(label) + " |";
        int labelled = 0;
        int said = 0;
        const auto own = std::size_t(label);
        for (std::size_t c = 0; c < TaskClassCount; ++c) {
            table += ' ' + QByteArray::number(confusion[own][c]) + " |";
            labelled += confusion[own][c];
            said += confusion[c][own];
        }
        table += ' ' + percent(confusion[own][own], labelled) + " | " + percent(confusion[own][own], said) + " |\n";
    }
    const int right = rightOf(confusion);
    const int all = sumOf(confusion);
    return table + "\nAccuracy: " + QByteArray::number(right) + " of " + QByteArray::number(all) + ", "
        + percent(right, all) + "\n";
}

Result<ExampleFigures> exampleFiguresOf(const QString &path, const QList<LabelledPrompt> &others, double threshold)
{
    const auto lines = readLines(path);
    if (!lines)
        return tl::unexpected(lines.error());
    // Each set alone: a class is to be told from everything else, not from four other sets.
    QMap<QString, UserClass> classes;
    for (const Json &line : *lines) {
        const QString name = line["set"].toText();
        classes[name].name = name;
        classes[name].threshold = threshold;
        if (line["role"].toBytes() == "example")
            classes[name].examples.append(line["messages"].at(0)["content"].toText());
    }
    ExampleFigures figures;
    for (const UserClass &userClass : std::as_const(classes)) {
        const Classifier classifier(ClassRules{.classes = {userClass}});
        const auto isTaken = [&](const chat::Request &request) {
            return classifier.classify(request).className == userClass.name ? 1 : 0;
        };
        for (const Json &line : *lines) {
            if (line["set"].toText() != userClass.name || line["role"].toBytes() != "test")
                continue;
            const auto request = requestOf(line);
            if (!request)
                return tl::unexpected(request.error());
            const bool isWanted = line["expected"].toBool().value_or(false);
            ++(isWanted ? figures.wanted : figures.near);
            (isWanted ? figures.wantedTaken : figures.nearTaken) += isTaken(*request);
        }
        for (const LabelledPrompt &prompt : others) {
            ++figures.others;
            figures.othersTaken += isTaken(prompt.request);
        }
    }
    return figures;
}

QByteArray rowOf(double threshold, const ExampleFigures &figures)
{
    const auto share = [](int taken, int all) {
        return QByteArray::number(taken) + " of " + QByteArray::number(all) + " |";
    };
    return "| " + QByteArray::number(threshold, 'f', 2) + " | " + share(figures.wantedTaken, figures.wanted) + ' '
        + share(figures.nearTaken, figures.near) + ' ' + share(figures.othersTaken, figures.others) + "\n";
}

} // namespace sb::tools
