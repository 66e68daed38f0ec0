#pragma once

#include <QList>
#include <QString>

#include <any>
#include <functional>

namespace sb::ui {

enum class FieldKind
{
    Number, ///< a line, at the right
    Text, ///< a line that takes the whole width
    Names, ///< the same, several with commas between
    Lines, ///< several lines of text
    Choice, ///< one of `choices`
    Flag, ///< a check; the text is "1" or empty
};

struct FieldChoice
{
    QString text = {}; ///< what is written; empty: as usual
    QString shown = {};
};
using FieldChoices = QList<FieldChoice>;
[[nodiscard]] inline FieldChoices noChoices()
{
    return {};
}

/// A member of a value as a field shows it: how it reads, and what typed or chosen text makes of the value.
template <typename T>
struct FieldOf
{
    using Kind = FieldKind;
    using Choice = FieldChoice;

    QString path = {}; ///< within the value, as in routing::ChainProblem: "clocks.idle_ms"
    QString title = {}; ///< with the unit: "Connect, s"
    QString expected = {}; ///< "seconds, more than 0": said beside the field when the text is refused
    QString explanation = {}; ///< tool tip, and the help at the foot of the inspector
    FieldKind kind = FieldKind::Number;
    QString usual = {}; ///< what holds while the field is empty
    FieldChoices choices = noChoices(); // g++ 12 fails inside on {} here
    std::function<QString(const T &)> read = {};
    std::function<bool(T &, const QString &)> write = {}; ///< false: refused, the value is unchanged
};

/// The same of a value of which only the field knows the type.
using AnyField = FieldOf<std::any>;
template <typename T>
[[nodiscard]] AnyField erased(const FieldOf<T> &field)
{
    return {.path = field.path,
            .title = field.title,
            .expected = field.expected,
            .explanation = field.explanation,
            .kind = field.kind,
            .usual = field.usual,
            .choices = field.choices,
            .read = [read = field.read](const std::any &value) { return read(std::any_cast<const T &>(value)); },
            .write = [write = field.write](std::any &value,
                                           const QString &text) { return write(std::any_cast<T &>(value), text); }};
}

template <typename T>
[[nodiscard]] QList<AnyField> erasedFields(const QList<FieldOf<T>> &fields)
{
    QList<AnyField> all;
    for (const FieldOf<T> &field : fields)
        all.append(erased(field));
    return all;
}

} // namespace sb::ui
