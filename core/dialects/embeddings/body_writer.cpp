#include "core/dialects/embeddings/body_writer.h"

#include "core/dialects/part_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::embeddings {

BodyWriter::BodyWriter(const Asking &asking)
    : m_asking(asking)
{
}

Result<QStringList> BodyWriter::texts() const
{
    const auto *texts = std::get_if<QStringList>(&m_asking.request.input);
    if (!texts || texts->isEmpty())
        return refusedPart(u"input"_s, QT_TRANSLATE_NOOP("sb::dialects", "expected one text or more"));
    return *texts;
}

QByteArray BodyWriter::use(const std::array<const char *, 5> &words)
{
    if (!m_asking.request.use)
        return {};
    const char *word = words[std::size_t(*m_asking.request.use)];
    if (!word)
        dropUse();
    return word;
}

void BodyWriter::dropDimensions()
{
    if (m_asking.request.dimensions)
        drop(u"dimensions"_s);
}

void BodyWriter::dropUse()
{
    if (m_asking.request.use)
        drop(u"input_type"_s);
}

void BodyWriter::dropUser()
{
    if (!m_asking.request.user.isEmpty())
        drop(u"user"_s);
}

void BodyWriter::drop(const QString &path)
{
    m_notices.dropped(path, QT_TRANSLATE_NOOP("sb::dialects", "Embeddings have no such parameter here."));
}

WireRequest BodyWriter::finish(const QUrl &url, const Json &body) const
{
    return jsonRequest(url, body, {.stream = false}, m_notices.all());
}

QString BodyWriter::modelName() const
{
    const QString &model = m_asking.endpoint.upstreamModel;
    return model.contains(u'/') ? model : u"models/"_s + model;
}

QUrl BodyWriter::modelUrl(const QString &verb) const
{
    return urlBelow(m_asking.provider.baseUrl, u'/' + modelName() + u':' + verb);
}

} // namespace sb::dialects::embeddings
