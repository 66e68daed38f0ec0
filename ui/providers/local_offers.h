#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/provider_check.h"

namespace sb::ui {

/// Servers that were found and are not in the list yet.
[[nodiscard]] QList<engine::LocalServer> offersAmong(const QList<engine::LocalServer> &found,
                                                     const QList<catalog::Provider> &listed);

/// The provider that stands for a found server: the shipped one of its kind where that is free, else one of its own.
[[nodiscard]] catalog::Provider providerFor(const engine::LocalServer &server, const catalog::Catalog &catalog,
                                            const QList<catalog::Provider> &listed);

/// An id for a new provider out of its name: "My server" → "my-server", "my-server-2" where that is taken.
[[nodiscard]] QString freeId(const QString &name, const catalog::Catalog &catalog);

/// "Ollama is running on this machine"
[[nodiscard]] QString offerTitle(const engine::LocalServer &server, const catalog::Catalog &catalog);
/// "Found at 127.0.0.1:11434 with 2 models: qwen3-32b and phi."
[[nodiscard]] QString offerText(const engine::LocalServer &server);

} // namespace sb::ui
