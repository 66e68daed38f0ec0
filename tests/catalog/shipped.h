#pragma once

#include "core/catalog/catalog.h"

#include <QStringList>

// The files that are part of the program, as they are read.
namespace sb::testing {

/// The names of the files of ":/signalbox/FOLDER".
[[nodiscard]] QStringList shipped(const QString &folder);
/// One of them, or null when it is no JSON.
[[nodiscard]] Json readShipped(const QString &folder, const QString &name);
/// All providers and endpoints of files that can be read.
[[nodiscard]] catalog::Catalog shippedCatalog();

} // namespace sb::testing
