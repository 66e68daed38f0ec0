#pragma once

#include "core/base/json.h"

#include <QSet>

#include <optional>

namespace sb::dialects::gemini {

/// Writes the arguments of a call, which come as values at JSON paths, as JSON text that only grows. The values come in
/// the order in which the model writes them, so that what is closed stays closed.
/// Source: Vertex AI, FunctionCall.partialArgs; RFC 9535 for the paths
class ArgumentsWriter
{
public:
    /// One entry of `partialArgs`. @return what is to be appended; nullopt for a path that cannot be read, or that goes
    /// back to what is already closed
    [[nodiscard]] std::optional<QByteArray> add(const Json &piece);
    /// @return what closes the text; "{}" when nothing was added
    [[nodiscard]] QByteArray close();
    [[nodiscard]] bool isEmpty() const { return m_open.isEmpty(); }

private:
    struct Step
    {
        bool isKey = true;
        QByteArray key = {};
        qint64 index = 0;
        friend bool operator==(const Step &, const Step &) = default;
    };
    using Path = QList<Step>;
    struct Container
    {
        bool isObject = true;
        qint64 count = 0;
        QSet<QByteArray> keys = {};
        Step at = {}; ///< the child that was begun last
    };

    [[nodiscard]] static std::optional<Path> readPath(QByteArrayView text);
    [[nodiscard]] qsizetype sharedDepth(const Path &path) const;
    [[nodiscard]] QByteArray closeDownTo(qsizetype depth);
    [[nodiscard]] std::optional<QByteArray> begin(const Step &step);
    [[nodiscard]] std::optional<QByteArray> write(const Path &path, const Json &piece);

    QList<Container> m_open; ///< the root first
    Path m_string; ///< of the string that is still open; empty when none is
};

} // namespace sb::dialects::gemini
