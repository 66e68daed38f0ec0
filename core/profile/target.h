#pragma once

#include "core/catalog/catalog.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace sb::profile {

/// The same list with this target first, and no longer than settings keep it.
[[nodiscard]] QStringList withRecent(QStringList recent, const QString &target);

/// A model to begin with, of those that can be reached: the one of a short question and its answer (1,000 tokens in,
/// 500 out) costs least, among priced models with tools that Signalbox knows, which leaves out what is exotic; else
/// among all that are priced; else one that is free; practice only when there is nothing else. Of equal ones the first
/// by name.
/// @param usable ids of providers that can be asked
/// @param except models that are not meant
/// @return empty: there is none
[[nodiscard]] QString modestModel(const catalog::Catalog &catalog, const QSet<QString> &usable,
                                  const QStringList &except = {});

} // namespace sb::profile
