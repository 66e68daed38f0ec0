#include "core/catalog/address.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

const QString *valueOf(const QList<AddressPart> &parts, const QString &name)
{
    const auto it = std::ranges::find(parts, name, &AddressPart::name);
    return it == parts.end() ? nullptr : &it->value;
}

void fill(Provider &provider)
{
    if (!provider.addressForm.isEmpty())
        provider.baseUrl = filledAddress(provider.addressForm, provider.addressParts);
    for (RegionUrl &region : provider.regionUrls) {
        if (!region.form.isEmpty())
            region.baseUrl = filledAddress(region.form, provider.addressParts);
    }
}

} // namespace

QStringList partNames(const QString &form)
{
    static const QRegularExpression part(u"\\{([a-z][a-z0-9_]{0,31})\\}"_s);
    QStringList names;
    for (auto it = part.globalMatch(form); it.hasNext();)
        names.append(it.next().captured(1));
    names.removeDuplicates();
    return names;
}

bool isAddressPart(const QString &value)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9._:-]{0,127}\\z"_s);
    return form.match(value).hasMatch();
}

QUrl filledAddress(const QString &form, const QList<AddressPart> &parts)
{
    QString text = form;
    for (const QString &name : partNames(form)) {
        const QString *value = valueOf(parts, name);
        if (!value || value->isEmpty())
            return {};
        text.replace(u'{' + name + u'}', *value);
    }
    const QUrl url(text, QUrl::StrictMode);
    return isPlainAddress(url) ? url : QUrl();
}

bool isPlainAddress(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QString missingPart(const Provider &provider)
{
    for (const QString &name : partNames(provider.addressForm)) {
        const QString *value = valueOf(provider.addressParts, name);
        if (!value || value->isEmpty())
            return name;
    }
    const bool unusable = !provider.addressForm.isEmpty() && provider.baseUrl.isEmpty(); // "a:b" as part of a host
    return unusable ? partNames(provider.addressForm).value(0) : QString();
}

Provider withAddressPart(Provider provider, const QString &name, const QString &value)
{
    provider.addressParts.removeIf([&name](const AddressPart &part) { return part.name == name; });
    if (!value.isEmpty())
        provider.addressParts.append({.name = name, .value = value});
    fill(provider);
    return provider;
}

QString regionOf(const Provider &provider)
{
    const auto isHere = [&provider](const RegionUrl &region) {
        return provider.addressForm.isEmpty() ? region.form.isEmpty() && region.baseUrl == provider.baseUrl
                                              : region.form == provider.addressForm;
    };
    const auto it = std::ranges::find_if(provider.regionUrls, isHere);
    return it == provider.regionUrls.end() ? QString() : it->region;
}

Provider inRegion(Provider provider, const QString &region)
{
    const auto it = std::ranges::find(provider.regionUrls, region, &RegionUrl::region);
    if (it == provider.regionUrls.end())
        return provider;
    provider.addressForm = it->form;
    provider.baseUrl = it->baseUrl;
    return provider;
}

} // namespace sb::catalog
