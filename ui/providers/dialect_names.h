#pragma once

#include "core/catalog/endpoint.h"

#include <QList>
#include <QString>

#include <utility>

namespace sb::ui {

/// The dialects as people read them, in the order of a menu.
[[nodiscard]] QList<std::pair<catalog::DialectId, QString>> dialectNames();

/// The header in which keys usually travel in this dialect.
[[nodiscard]] catalog::Provider::Auth usualAuth(catalog::DialectId dialect);

} // namespace sb::ui
