#pragma once

#include "core/profile/workspace.h"

#include <QList>
#include <QString>

namespace sb::ui {

/// One model or chain that can be asked, as a list shows it.
struct TargetChoice
{
    QString target = {}; ///< "author/slug" or "chain/NAME"
    QString group = {}; ///< the caption it stands under
    QString text = {};
    QString detail = {}; ///< a second line: who offers the model and what it can do; how many steps the chain has
    QString price = {}; ///< of the cheapest provider, input / output for a million tokens; "free"; "unpriced"
    QString words = {}; ///< what it is also found by
    friend bool operator==(const TargetChoice &, const TargetChoice &) = default;
};

/// Everything that a pane can ask: chains, then models that can be reached, practice last. In each part what was asked
/// lately comes first.
[[nodiscard]] QList<TargetChoice> targetChoices(const profile::Workspace &workspace);
/// Every model of the catalog, for a step of a chain: those that can be reached before the others.
[[nodiscard]] QList<TargetChoice> modelChoices(const profile::Workspace &workspace);

/// Those in which each word of the query occurs, in any case: in the name, in who offers it, in what it can do. The
/// order stays.
[[nodiscard]] QList<TargetChoice> matching(const QList<TargetChoice> &choices, const QString &query);

/// "Chain night", or the model's id.
[[nodiscard]] QString targetTitle(const QString &target);

} // namespace sb::ui
