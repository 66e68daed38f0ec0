#include "core/catalog/aws_region.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sb::catalog {

bool isAwsRegion(const QString &text)
{
    static const QRegularExpression form(u"\\A[a-z]+(-[a-z]+)+-[0-9]+\\z"_s);
    return form.match(text).hasMatch();
}

QString awsRegion(const Provider &provider)
{
    if (!provider.awsRegion.isEmpty())
        return provider.awsRegion;
    const QStringList labels = provider.baseUrl.host().split(u'.');
    for (qsizetype i = 0; i + 2 < labels.size(); ++i) {
        if (labels[i].startsWith("bedrock"_L1) && isAwsRegion(labels[i + 1]))
            return labels[i + 1];
    }
    return {};
}

} // namespace sb::catalog
