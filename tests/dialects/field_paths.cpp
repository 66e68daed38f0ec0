#include "tests/dialects/field_paths.h"

#include "tests/testing/testing.h"

#include <QFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

/// What callers and models write, whose members are nobody's words.
constexpr std::array Contents{"args",
                              "arguments",
                              "input",
                              "input_schema",
                              "json",
                              "json_schema",
                              "parameter_definitions",
                              "parameters",
                              "parametersJsonSchema",
                              "response",
                              "responseJsonSchema",
                              "responseSchema",
                              "schema",
                              "metadata",
                              "labels",
                              "format",
                              "logit_bias",
                              "requestMetadata",
                              "additionalModelRequestFields",
                              "promptVariables",
                              "options"};

QByteArray camelCase(const QByteArray &snake)
{
    QByteArray camel;
    bool upper = false;
    for (const char c : snake) {
        const bool raise = upper && c >= 'a' && c <= 'z';
        upper = c == '_';
        if (!upper)
            camel += raise ? char(c - 'a' + 'A') : c;
    }
    return camel;
}

bool isContent(const QByteArray &key, const Json &value)
{
    return value.isObject()
        && std::any_of(Contents.begin(), Contents.end(), [&key](const char *each) { return key == each; })
        && !value.contains("converse"); // the input whose tokens Bedrock counts
}

void collect(const Json &json, const QString &path, bool gemini, QSet<QString> &paths)
{
    for (const Json &item : json.items())
        collect(item, path + u"[]"_s, gemini, paths);
    for (const auto &[written, value] : json.members()) {
        const QByteArray key = gemini ? camelCase(written) : written;
        const QString name = QString::fromUtf8(key);
        const QString inner = path.isEmpty() ? name : path + u'.' + name;
        paths.insert(inner);
        if (!isContent(key, value))
            collect(value, inner, gemini, paths);
    }
}

} // namespace

QSet<QString> fieldPaths(const Json &body, bool gemini)
{
    QSet<QString> paths;
    collect(body, {}, gemini, paths);
    return paths;
}

QSet<QString> unsupportedFields(const QString &readme)
{
    QFile file(inSource(readme));
    QSet<QString> paths;
    if (!file.open(QIODevice::ReadOnly))
        return paths;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    bool inTable = false;
    for (const QString &line : lines) {
        if (line.startsWith("## "_L1))
            inTable = line == "## Not supported"_L1;
        if (inTable && line.startsWith("| `"_L1))
            paths.insert(line.section(u'`', 1, 1));
    }
    return paths;
}

bool isWithin(const QSet<QString> &paths, const QString &path)
{
    return std::any_of(paths.begin(), paths.end(), [&path](const QString &each) {
        return path == each || path.startsWith(each + u'.') || path.startsWith(each + u'[');
    });
}

} // namespace sb::testing
