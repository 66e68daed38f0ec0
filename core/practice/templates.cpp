#include "core/practice/templates.h"

#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

// Outside of any namespace, since Q_INIT_RESOURCE declares a global function.
static void initPracticeTemplates()
{
    Q_INIT_RESOURCE(signalbox_practice);
}

namespace sb::practice {

namespace {

struct TemplateFile
{
    PromptKind kind;
    const char16_t *name;
};
constexpr std::array Files{
    TemplateFile{PromptKind::Greeting, u"greeting"},   TemplateFile{PromptKind::Translate, u"translate"},
    TemplateFile{PromptKind::Summarize, u"summarize"}, TemplateFile{PromptKind::Compare, u"compare"},
    TemplateFile{PromptKind::Code, u"code"},           TemplateFile{PromptKind::Math, u"math"},
    TemplateFile{PromptKind::List, u"list"},           TemplateFile{PromptKind::HowTo, u"howto"},
    TemplateFile{PromptKind::Write, u"write"},         TemplateFile{PromptKind::Explain, u"explain"},
    TemplateFile{PromptKind::Question, u"question"},   TemplateFile{PromptKind::ToolResult, u"tool_result"},
};

QList<Template> readFile(const TemplateFile &source)
{
    QFile file(u":/signalbox/practice/templates/%1.md"_s.arg(source.name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    QList<Template> found;
    for (const QString &line : QString::fromUtf8(isThere ? file.readAll() : QByteArray()).split(u'\n')) {
        if (line.startsWith("=== "_L1))
            found.append({.id = line.mid(4).toLatin1(), .kind = source.kind});
        else if (!found.isEmpty())
            found.last().text += line + u'\n';
    }
    for (Template &one : found)
        one.text = one.text.trimmed();
    return found;
}

QList<Template> readAll()
{
    initPracticeTemplates();
    QList<Template> all;
    for (const TemplateFile &file : Files)
        all += readFile(file);
    return all;
}

} // namespace

const QList<Template> &templates()
{
    static const QList<Template> all = readAll();
    return all;
}

QList<Template> templatesFor(PromptKind kind)
{
    QList<Template> found;
    for (const Template &one : templates()) {
        if (one.kind == kind)
            found.append(one);
    }
    return found;
}

} // namespace sb::practice
