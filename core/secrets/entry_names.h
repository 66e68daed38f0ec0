#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace sb::secrets {

/// Which entries of ours the Secret Service keeps, by name and without their secrets: reading takes some 20 ms an
/// entry, one after the other, also of the dozens that are not there.
/// @param then called once, from the event loop, unless `context` died before; with nullopt where that service does not
/// tell, or does not know the canary (KWallet has it): then each entry has to be asked for.
void listEntryNames(QObject *context, const std::function<void(const std::optional<QStringList> &)> &then);

} // namespace sb::secrets
