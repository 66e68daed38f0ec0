// fuzz-seeds TRAFFIC OUT: each exchange of a folder as an input of the targets that read such bytes, in OUT/TARGET.

#include "core/base/json.h"
#include "tests/fuzz/dialects.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;

namespace {

/// The place of a dialect in a table, or its size.
template <std::size_t N>
int placeOf(const std::array<catalog::DialectId, N> &table, const QByteArray &name)
{
    const auto isNamed = [&name](catalog::DialectId each) { return catalog::toWireName(each) == name; };
    return int(std::find_if(table.begin(), table.end(), isNamed) - table.begin());
}

class SeedWriter
{
public:
    explicit SeedWriter(const QString &out)
        : m_out(out)
    {
    }

    void write(const Json &exchange)
    {
        const Json &response = exchange["response"];
        m_name = exchange["id"].toText();
        m_body = response["body"].toBytes();
        const bool binary = response["body_encoding"].toBytes() == "base64";
        if (binary)
            m_body = QByteArray::fromBase64(m_body);
        const QByteArray type = response["headers"]["content-type"].toBytes();
        const QByteArray dialect = exchange["dialect"].toBytes();
        if (const int client = placeOf(fuzz::Clients, dialect); client < int(fuzz::Clients.size()))
            writeAnswer(client, type, response["status"].toInteger().value_or(200) == 200);
        else
            save(u"fuzz_plain_answer"_s, QByteArray(1, '\1') + m_body);
        if (binary)
            save(u"fuzz_event_stream"_s, QByteArray(2, '\0') + m_body);
        else if (type.startsWith("text/event-stream"))
            save(u"fuzz_sse"_s, QByteArray(1, '\0') + m_body);
        writeRequest(dialect, exchange["request"]["body_json"]);
    }

private:
    void writeAnswer(int client, const QByteArray &type, bool succeeded)
    {
        const auto isType = [&type](const char *each) { return type.startsWith(each); };
        const auto *const known = std::find_if(fuzz::ContentTypes.begin(), fuzz::ContentTypes.end(), isType);
        const int place = int(known - fuzz::ContentTypes.begin()) % int(fuzz::ContentTypes.size());
        save(u"fuzz_repair"_s, m_body);
        save(u"fuzz_decoder"_s, QByteArray{} + char(client) + char(4 * place + (succeeded ? 1 : 0)) + '\6' + m_body);
    }

    void writeRequest(const QByteArray &dialect, const Json &request)
    {
        if (request.isNull())
            return;
        save(u"fuzz_json"_s, request.dump());
        writeSchema(request);
        if (dialect == catalog::toWireName(catalog::DialectId::OpenAiChat))
            save(u"fuzz_request"_s, request.dump());
        if (const int server = placeOf(fuzz::Servers, dialect); server < int(fuzz::Servers.size()))
            save(u"fuzz_served_request"_s, QByteArray{} + char(server) + '\0' + request.dump());
    }

    /// Of the answer's form, or else of the first tool; as OpenAI's dialects have it.
    void writeSchema(const Json &request)
    {
        const Json &tool = request["tools"].at(0);
        for (const Json *schema :
             {&request["response_format"]["json_schema"]["schema"], &tool["function"]["parameters"],
              &tool["parameters"], &tool["input_schema"], &request["text"]["format"]["schema"]}) {
            if (!schema->isNull())
                return save(u"fuzz_schema"_s, schema->dump() + "\n{}");
        }
    }

    void save(const QString &target, const QByteArray &input) const
    {
        const QDir folder(m_out + u'/' + target);
        QFile file(folder.filePath(m_name));
        if (!folder.mkpath(u"."_s) || !file.open(QIODevice::WriteOnly) || file.write(input) != input.size())
            QTextStream(stderr) << "fuzz-seeds: " << file.fileName() << " could not be written.\n";
    }

    QString m_out;
    QString m_name; ///< of the exchange
    QByteArray m_body; ///< of its answer
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        QTextStream(stderr) << "usage: fuzz-seeds TRAFFIC OUT\n";
        return 2;
    }
    SeedWriter writer(QString::fromLocal8Bit(argv[2]));
    const QDir traffic(QString::fromLocal8Bit(argv[1]));
    for (const QFileInfo &info : traffic.entryInfoList({u"*.jsonl"_s}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            if (const auto exchange = parseJson(file.readLine()))
                writer.write(*exchange);
        }
    }
    return 0;
}
