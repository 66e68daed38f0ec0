#pragma once

#include "core/catalog/endpoint.h"

#include <QHash>

namespace sb::catalog {

/// All providers and endpoints that are known: a value, replaced as a whole when something changes.
class Catalog
{
public:
    Catalog() = default;
    /// Endpoints of a provider that is not in the list are left out. A later provider or endpoint of the same id
    /// replaces an earlier one, so that the user's files win over the built-in ones. Unpriced endpoints of local
    /// providers are free.
    Catalog(const QList<Provider> &providers, QList<Endpoint> endpoints);

    [[nodiscard]] const QList<Provider> &providers() const & { return m_providers; }
    [[nodiscard]] const QList<Endpoint> &endpoints() const & { return m_endpoints; } ///< in the order of the providers
    // Of a temporary: by value, so that a loop over load().providers() does not read what is gone.
    [[nodiscard]] QList<Provider> providers() && { return std::move(m_providers); }
    [[nodiscard]] QList<Endpoint> endpoints() && { return std::move(m_endpoints); }
    /// The provider or endpoint of that id, or null; as long-lived as this catalog.
    [[nodiscard]] const Provider *provider(const QString &id) const;
    [[nodiscard]] const Endpoint *endpoint(const QString &id) const;
    /// All endpoints of a model, in the order of the providers.
    [[nodiscard]] QList<const Endpoint *> endpointsFor(const QString &modelId) const;
    [[nodiscard]] QStringList modelIds() const; ///< sorted, each once

    /// The same catalog with these providers first, in this order; the others keep theirs. Ids that are not there are
    /// passed over.
    [[nodiscard]] Catalog inOrder(const QStringList &providerIds) const;
    /// The same catalog with other base URLs, by provider id; for servers whose port is known only at run time.
    [[nodiscard]] Catalog withBaseUrls(const QHash<QString, QUrl> &urls) const;

    /// The rest is an index of these.
    friend bool operator==(const Catalog &a, const Catalog &b)
    {
        return a.m_providers == b.m_providers && a.m_endpoints == b.m_endpoints;
    }

private:
    QList<Provider> m_providers;
    QList<Endpoint> m_endpoints;
    QHash<QString, qsizetype> m_providerIndex;
    QHash<QString, qsizetype> m_endpointIndex;
    QHash<QString, QList<qsizetype>> m_byModel;
};

inline constexpr int FileVersion = 1; ///< "version" of provider and catalog files

/// Lower case letters, digits, '-' and '_', at most 64, beginning with a letter or digit: it is a file name, too.
[[nodiscard]] bool isProviderId(const QString &id);

/// Reads one provider file (schema: resources/schemas/provider.schema.json).
/// Errors: InvalidInput with path and expectation, prefixed by `where` (a file name).
[[nodiscard]] Result<Provider> parseProvider(const Json &json, const QString &where);
[[nodiscard]] Json toJson(const Provider &provider);

/// Reads one catalog file: `{"version": 1, "provider": "openai", "endpoints": [...]}`. Errors as above.
[[nodiscard]] Result<QList<Endpoint>> parseEndpoints(const Json &json, const QString &where);
[[nodiscard]] Json toJson(const Endpoint &endpoint);
/// A whole catalog file. @param endpoints all of this provider
[[nodiscard]] Json toJson(const QString &providerId, const QList<Endpoint> &endpoints);

} // namespace sb::catalog
