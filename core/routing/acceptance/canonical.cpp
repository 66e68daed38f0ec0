#include "core/routing/acceptance/canonical.h"

#include "core/routing/acceptance/decimal.h"

#include <algorithm>

namespace sb::routing {

namespace {

void write(const Json &value, QByteArray &out);

// A length before it instead of escapes: no text can then be taken for another value.
void writeText(const QByteArray &text, QByteArray &out)
{
    out += QByteArray::number(text.size());
    out += '"';
    out += text;
}

void writeMembers(const Json::Object &members, QByteArray &out)
{
    std::vector<const Json::Member *> sorted;
    sorted.reserve(std::size_t(members.size()));
    for (const Json::Member &member : members)
        sorted.push_back(&member);
    std::ranges::stable_sort(sorted, {},
                             [](const Json::Member *member) -> const QByteArray & { return member->first; });
    out += '{';
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i + 1 < sorted.size() && sorted[i]->first == sorted[i + 1]->first)
            continue;
        writeText(sorted[i]->first, out);
        write(sorted[i]->second, out);
    }
    out += '}';
}

void write(const Json &value, QByteArray &out)
{
    if (value.isNumber()) {
        out += Decimal(value.numberLiteral()).canonical();
        out += ' ';
    } else if (value.isString()) {
        writeText(value.toBytes(), out);
    } else if (value.isArray()) {
        out += '[';
        for (const Json &item : value.items())
            write(item, out);
        out += ']';
    } else if (value.isObject()) {
        writeMembers(value.members(), out);
    } else {
        out += value.isNull() ? 'n' : *value.toBool() ? 't' : 'f';
    }
}

} // namespace

QByteArray canonical(const Json &value)
{
    QByteArray out;
    write(value, out);
    return out;
}

} // namespace sb::routing
