#include "core/catalog/model_names.h"

namespace sb::catalog {

namespace {

QString plain(const QString &name)
{
    QString key = name.sliced(name.lastIndexOf(u'/') + 1).toLower();
    for (QChar &c : key) {
        if (!c.isLetterOrNumber())
            c = u'-';
    }
    return key;
}

} // namespace

void ModelNames::add(const Endpoint &endpoint)
{
    add(endpoint.modelId, endpoint.modelId);
    add(endpoint.upstreamModel, endpoint.modelId);
}

void ModelNames::add(const QString &name, const QString &modelId)
{
    const QString key = plain(name);
    const auto found = m_byName.find(key);
    if (found == m_byName.end())
        m_byName.insert(key, modelId);
    else if (*found != modelId)
        found->clear();
}

QString ModelNames::find(const QString &upstreamModel) const
{
    return m_byName.value(plain(upstreamModel));
}

} // namespace sb::catalog
