#include "core/chat/key_order.h"

#include <QHash>

#include <algorithm>

namespace sb::chat {

Json orderDifference(const Json &source, const Json &written)
{
    if (source == written)
        return {};
    if (source.isObject() && written.isObject()) {
        Json::Object order;
        for (const auto &[key, value] : source.members())
            order.emplaceBack(key, orderDifference(value, written[key]));
        return order;
    }
    if (source.isArray() && source.size() == written.size()) {
        Json::Array order;
        for (qsizetype i = 0; i < source.size(); ++i)
            order.append(orderDifference(source.at(i), written.at(i)));
        return order;
    }
    return {};
}

Json arranged(const Json &written, const QList<QByteArray> &keys)
{
    QHash<QByteArray, qsizetype> places;
    for (qsizetype i = 0; i < keys.size(); ++i)
        places.insert(keys[i], i);
    Json::Object members = written.members();
    std::stable_sort(members.begin(), members.end(), [&](const Json::Member &a, const Json::Member &b) {
        return places.value(a.first, keys.size()) < places.value(b.first, keys.size());
    });
    return members;
}

Json arranged(const Json &written, const Json &order)
{
    if (order.isArray() && order.size() == written.size()) {
        Json::Array items;
        for (qsizetype i = 0; i < written.size(); ++i)
            items.append(arranged(written.at(i), order.at(i)));
        return items;
    }
    if (!order.isObject() || !written.isObject())
        return written;
    QList<QByteArray> keys;
    for (const auto &[key, below] : order.members())
        keys.append(key);
    Json::Object members = arranged(written, keys).members();
    for (auto &[key, value] : members)
        value = arranged(value, order[key]);
    return members;
}

} // namespace sb::chat
