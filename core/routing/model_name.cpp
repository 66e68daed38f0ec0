#include "core/routing/model_name.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr std::array<std::pair<QLatin1StringView, Variant>, 5> VariantNames{{
    {"floor"_L1, Variant::Floor},
    {"nitro"_L1, Variant::Nitro},
    {"free"_L1, Variant::Free},
    {"exacto"_L1, Variant::Exacto},
    {"online"_L1, Variant::Online},
}};

} // namespace

ModelName parseModelName(const QString &name, const catalog::Catalog &catalog)
{
    const qsizetype colon = name.lastIndexOf(u':');
    if (colon < 0 || !catalog.endpointsFor(name).isEmpty())
        return {.model = name};
    const QStringView suffix = QStringView(name).sliced(colon + 1);
    const auto found = std::ranges::find_if(VariantNames, [suffix](const auto &each) { return suffix == each.first; });
    const QString model = name.first(colon);
    if (found != VariantNames.end())
        return {.model = model, .variant = found->second};
    // Without such a model either, the name is simply not known; that says more than a word about its suffix.
    return catalog.endpointsFor(model).isEmpty() ? ModelName{.model = name}
                                                 : ModelName{.model = model, .variant = Variant::Unknown};
}

std::optional<Sort> sortOf(Variant variant)
{
    switch (variant) {
    case Variant::Floor:
        return Sort::Price;
    case Variant::Nitro:
        return Sort::Throughput;
    case Variant::Exacto:
        return Sort::Quality;
    case Variant::None:
    case Variant::Free:
    case Variant::Online:
    case Variant::Unknown:
        break;
    }
    return {};
}

} // namespace sb::routing
