#pragma once

#include "core/routing/acceptance/repair.h"

#include <vector>

namespace sb::routing {

/// Copies one JSON value from a text and mends its small mistakes on the way. Private to this folder.
/// It only knows how values follow each other; the text that it makes has to be parsed to be sure.
class JsonMender
{
public:
    explicit JsonMender(QByteArrayView text)
        : m_in(text)
    {
    }

    /// Reads the value that begins at `from`. @return where it ends; nullopt: there is none, or it is not whole
    [[nodiscard]] std::optional<qsizetype> read(qsizetype from);
    [[nodiscard]] const QByteArray &text() const { return m_out; } ///< of the value
    [[nodiscard]] const QList<JsonRepair> &repairs() const { return m_repairs; } ///< in the order of their first place

private:
    enum class Expects
    {
        Value,
        ValueOrEnd, ///< right behind [
        Key,
        KeyOrEnd, ///< right behind {
        Colon,
        CommaOrEnd,
        Nothing, ///< the value is whole
        Failed
    };

    Expects next(Expects expected);
    Expects value();
    Expects open(char end);
    Expects close();
    Expects comma();
    Expects word();
    bool string();
    bool escape(char quote);
    void blanks();
    [[nodiscard]] Expects behindValue() const { return m_ends.empty() ? Expects::Nothing : Expects::CommaOrEnd; }
    [[nodiscard]] char peek() const { return m_at < m_in.size() ? m_in[m_at] : '\0'; }
    [[nodiscard]] bool isAtEnd() const { return !m_ends.empty() && peek() == m_ends.back(); } ///< of the innermost one
    void mended(JsonRepair repair);

    QByteArrayView m_in;
    qsizetype m_at = 0;
    QByteArray m_out;
    std::vector<char> m_ends; ///< the brackets that are to close, outermost first
    QList<JsonRepair> m_repairs;
};

} // namespace sb::routing
