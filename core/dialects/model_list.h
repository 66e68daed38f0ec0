#pragma once

#include "core/catalog/listed_model.h"
#include "core/dialects/dialect.h"

namespace sb::dialects {

/// Asks a provider which models it serves: costs nothing, carries no prompt. As with encode(), the key is added by
/// engine/.
[[nodiscard]] WireRequest modelListRequest(const catalog::Provider &provider);

/// Reads such a list in any dialect's form: they differ in names only, and many servers mix them.
/// Errors: InvalidInput when it is no list of models.
[[nodiscard]] Result<QList<catalog::ListedModel>> readModelList(QByteArrayView body);

} // namespace sb::dialects
