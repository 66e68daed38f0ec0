#include "core/routing/name_pattern.h"

#include <algorithm>

namespace sb::routing {

bool fitsPattern(QStringView name, QStringView pattern)
{
    // Each piece between two stars is taken where it comes first: what a later place would allow, this one does, too.
    const auto pieces = pattern.split(u'*');
    const auto is = [](QStringView a, QStringView b) { return a.compare(b, Qt::CaseInsensitive) == 0; };
    if (pieces.size() == 1)
        return is(name, pattern);
    const QStringView first = pieces.constFirst();
    const QStringView last = pieces.constLast();
    if (name.size() < first.size() + last.size() || !is(name.first(first.size()), first)
        || !is(name.last(last.size()), last))
        return false;
    QStringView rest = name.sliced(first.size()).chopped(last.size());
    return std::all_of(pieces.cbegin() + 1, pieces.cend() - 1, [&rest](QStringView piece) {
        const qsizetype at = rest.indexOf(piece, 0, Qt::CaseInsensitive);
        if (at >= 0)
            rest = rest.sliced(at + piece.size());
        return at >= 0;
    });
}

bool fitsAnyPattern(QStringView name, const QStringList &patterns)
{
    return std::ranges::any_of(patterns, [name](const QString &pattern) { return fitsPattern(name, pattern); });
}

std::optional<qsizetype> placeAmong(const QStringList &patterns, QStringView name)
{
    const auto first =
        std::ranges::find_if(patterns, [name](const QString &pattern) { return fitsPattern(name, pattern); });
    if (first == patterns.end())
        return {};
    return std::distance(patterns.begin(), first);
}

} // namespace sb::routing
