#pragma once

#include "core/base/json.h"
#include "core/chat/event.h"

#include <QMap>

namespace sb::dialects::anthropic {

/// Turns content blocks into events, piece by piece or whole. A block that is never closed is closed by stopAll().
class BlockReader
{
public:
    [[nodiscard]] QList<chat::Event> start(qint64 index, const Json &block);
    [[nodiscard]] QList<chat::Event> add(qint64 index, const Json &delta);
    [[nodiscard]] QList<chat::Event> stop(qint64 index);
    [[nodiscard]] QList<chat::Event> stopAll();
    [[nodiscard]] QList<chat::Event> whole(const Json &blocks);

    [[nodiscard]] bool hasCalls() const { return m_calls > 0; }
    [[nodiscard]] bool hasAnswered() const { return m_answered; } ///< by the forced tool
    [[nodiscard]] bool hasBegun() const { return m_begun; }

private:
    enum class Kind
    {
        Text,
        Thinking,
        Call,
        Answer, ///< the forced tool whose input is the answer
        Other,
    };
    struct Block
    {
        Kind kind = Kind::Other;
        Json raw = {}; ///< as it began
        int call = 0; ///< position among the calls of the answer
        QByteArray pieces = {}; ///< thinking, or the input of a service's tool
        QByteArray signature = {};
        bool hasPieces = false;
    };

    [[nodiscard]] static Kind kindOf(const Json &block);
    [[nodiscard]] Block &blockAt(qint64 index, const QByteArray &deltaType);
    [[nodiscard]] static QList<chat::Event> addInput(Block &block, const QByteArray &piece);
    [[nodiscard]] QList<chat::Event> close(const Block &block);
    [[nodiscard]] QList<chat::Event> closeThinking(const Block &block);

    QMap<qint64, Block> m_open;
    int m_calls = 0;
    int m_thoughts = 0;
    bool m_begun = false;
    bool m_answered = false;
};

} // namespace sb::dialects::anthropic
