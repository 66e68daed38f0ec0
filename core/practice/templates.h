#pragma once

#include "core/practice/prompt_reading.h"

#include <QByteArray>
#include <QList>

namespace sb::practice {

/// One text of templates/*.md. `{{topic}}` and the like are slots, `{{a|b}}` are wordings of which one is taken.
struct Template
{
    QByteArray id = {};
    PromptKind kind = PromptKind::Question;
    QString text = {};
};

/// All templates, in the order of the kinds and of their files; read once.
[[nodiscard]] const QList<Template> &templates();
[[nodiscard]] QList<Template> templatesFor(PromptKind kind);

} // namespace sb::practice
