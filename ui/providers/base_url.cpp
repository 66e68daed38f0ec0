#include "ui/providers/base_url.h"

#include "core/secrets/key_table.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct BaseUrlText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::BaseUrl)
};

tl::unexpected<Error> refused(const QString &why)
{
    return failure(Error::Kind::InvalidInput, why);
}

} // namespace

Result<QUrl> parseBaseUrl(const QString &text)
{
    QString typed = text.trimmed();
    while (typed.endsWith(u'/'))
        typed.chop(1);
    if (typed.isEmpty())
        return refused(BaseUrlText::tr("Expected an address such as https://api.example.com/v1"));
    if (!typed.contains("://"_L1)) {
        const bool here = secrets::isSafeOrigin(QUrl(u"http://"_s + typed));
        typed.prepend(here ? u"http://"_s : u"https://"_s);
    }
    const QUrl url(typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return refused(BaseUrlText::tr("Expected an http or https address"));
    if (!url.userInfo().isEmpty())
        return refused(BaseUrlText::tr("Expected no user and password in the address: the key has its own field"));
    if (url.hasQuery() || url.hasFragment())
        return refused(BaseUrlText::tr("Expected an address without ? and #"));
    if (url.path().endsWith("/chat/completions"_L1) || url.path().endsWith("/messages"_L1))
        return refused(BaseUrlText::tr("Expected the address before %1").arg(url.path().section(u'/', -2)));
    return url;
}

} // namespace sb::ui
