#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QList>

namespace sb::ui {

/// One parameter of a request, as a field shows it.
struct ParameterField
{
    QByteArray key = {}; ///< member of the request, also the field's object name
    QString title = {};
    QString expected = {}; ///< what is said beside a field whose text is refused
    QStringList choices = {}; ///< wire names, where there is only a choice among these
};
[[nodiscard]] QList<ParameterField> parameterFields(); ///< in the language of now

/// The member of a request that a field's text stands for; null for an empty text: the provider's own default.
/// Errors: InvalidInput with the field's `expected`.
[[nodiscard]] Result<Json> parseParameter(const ParameterField &field, const QString &text);
[[nodiscard]] QString parameterText(const ParameterField &field, const Json &parameters);
/// `parameters` with this one set, or without it when the value is null; null when none is left.
[[nodiscard]] Json withParameter(const Json &parameters, const ParameterField &field, const Json &value);

} // namespace sb::ui
