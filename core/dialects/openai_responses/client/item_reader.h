#pragma once

#include "core/base/json.h"
#include "core/chat/event.h"

#include <QMap>
#include <QSet>

namespace sb::dialects::responses {

/// Turns items of an answer into events, piece by piece or whole. Of everything that comes both in pieces and whole,
/// as streams tell it, the pieces count where there are any.
class ItemReader
{
public:
    enum class Kind
    {
        Text,
        Refusal,
        Summary, ///< of reasoning
        Thought, ///< reasoning itself, from models that show it
        Arguments, ///< of a function, or the input of a custom tool
    };

    /// `response.output_item.added`.
    [[nodiscard]] QList<chat::Event> begin(const Json &event);
    [[nodiscard]] QList<chat::Event> addPiece(Kind kind, const Json &event);
    /// The end of a part, which repeats it. @param key of the event's member with the text
    [[nodiscard]] QList<chat::Event> addWhole(Kind kind, const Json &event, const char *key);
    [[nodiscard]] QList<chat::Event> addAnnotation(const Json &event);
    /// `response.output_item.done`.
    [[nodiscard]] QList<chat::Event> end(const Json &event);
    /// The `output` of an answer that is over: what did not come before.
    [[nodiscard]] QList<chat::Event> endAll(const Json &output);

    [[nodiscard]] bool hasCalls() const { return m_calls > 0; }
    [[nodiscard]] qint64 searches() const { return m_searches; } ///< of the web, which are billed each

private:
    struct Item
    {
        int call = -1; ///< position among the calls of the answer
        bool custom = false;
        bool named = false;
        bool over = false;
        QMap<Kind, QSet<qint64>> spoken = {}; ///< parts of which something came
        qsizetype annotations = 0; ///< how many came
    };

    [[nodiscard]] Item &itemOf(const Json &event);
    void remember(const Json &event);
    void say(chat::Event event) { m_events.append(std::move(event)); }
    void speak(Item &item, Kind kind, qint64 part, const QString &text);
    void speakRest(Item &item, Kind kind, const QList<QString> &texts);
    void beginCall(Item &item, const Json &json);
    void endItem(Item &item, const Json &json);
    void endMessage(Item &item, const Json &content);
    void endReasoning(Item &item, const Json &json);
    void endCall(Item &item, const Json &json);
    void sayService(const Json &json);

    QMap<qint64, Item> m_items; ///< by their place in the answer
    QMap<QByteArray, qint64> m_places; ///< of items by their id
    QList<chat::Event> m_events; ///< of the call that is running
    int m_calls = 0;
    qint64 m_searches = 0;
    qint64 m_details = 0;
    bool m_reasoned = false;
};

} // namespace sb::dialects::responses
