#include "ui/models/facet_panel.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/type.h"
#include "ui/models/facet_list.h"
#include "ui/models/model_board.h"
#include "ui/models/model_texts.h"
#include "ui/models/range_slider.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int ProvidersShown = 8;
constexpr int RegionsShown = 6;
constexpr qint64 Dollar = 1'000'000'000;
// The last stop of each is "no limit".
constexpr std::array<qint64, 9> PriceStops{0,           Dollar / 5,  Dollar / 2,
                                           Dollar,      2 * Dollar,  5 * Dollar,
                                           10 * Dollar, 15 * Dollar, std::numeric_limits<qint64>::max()};
constexpr std::array<qint64, 7> ContextStops{0, 16'000, 32'000, 64'000, 128'000, 200'000, 1'000'000};
constexpr std::array<int, 3> ReleasedDays{30, 180, 365};
constexpr Abilities Policies = bit(Ability::NoTraining) | bit(Ability::NoRetention);

QStringList priceWords()
{
    QStringList words;
    for (const qint64 stop : PriceStops)
        words.append(stop == PriceStops.back() ? u"∞"_s : formatLimit(NanoDollars{stop}));
    return words;
}

QStringList contextWords()
{
    QStringList words;
    for (const qint64 stop : ContextStops)
        words.append(stop == 0 ? u"0"_s : tokensText(stop));
    words.append(u"∞"_s);
    return words;
}

template <std::size_t N>
int stopOf(const std::array<qint64, N> &stops, std::optional<qint64> value, int without)
{
    if (!value)
        return without;
    return int(std::ranges::lower_bound(stops, *value) - stops.begin());
}

} // namespace

FacetPanel::FacetPanel(ModelBoard &board, QWidget *parent)
    : QScrollArea(parent)
    , m_board(board)
    , m_body(new QWidget)
    , m_layout(new QVBoxLayout(m_body))
{
    setFixedWidth(Width);
    setFrameShape(QFrame::NoFrame);
    setProperty("bare", true);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Filters"));
    m_layout->setContentsMargins(size::PageMargin, 8, 12, 16);
    m_layout->setSpacing(12);
    setup();
    connectLists();
    setWidget(m_body);
    m_body->setAutoFillBackground(true);
    m_body->setBackgroundRole(QPalette::Base);
    connect(&m_board, &ModelBoard::foundChanged, this, &FacetPanel::present);
    present();
}

FacetList *FacetPanel::addList(const QString &title, int shown)
{
    auto *list = new FacetList(title, shown, m_body);
    m_layout->addWidget(list);
    return list;
}

RangeSlider *FacetPanel::addSlider(const QString &title, const QStringList &stops)
{
    auto *head = new Label(title, TextRole::Small, Label::Tone::Text, QFont::DemiBold, m_body);
    auto *slider = new RangeSlider(stops, m_body);
    slider->setAccessibleName(title);
    auto *group = new QVBoxLayout;
    group->setSpacing(2);
    group->addWidget(head);
    group->addWidget(slider);
    m_layout->addLayout(group);
    return slider;
}

void FacetPanel::setup()
{
    m_mine = addList(tr("Mine"), 0);
    m_capabilities = addList(tr("Capability"), 0);
    m_price = addSlider(tr("Output price, $ per M tokens"), priceWords());
    m_context = addSlider(tr("Context, tokens"), contextWords());
    m_released = addList(tr("Released"), 0);
    m_policy = addList(tr("Data policy"), 0);
    m_providers = addList(tr("Provider"), ProvidersShown);
    m_regions = addList(tr("Region"), RegionsShown);
    m_layout->addStretch(1);
}

void FacetPanel::change(const std::function<void(ModelFilter &)> &how)
{
    ModelFilter filter = m_board.filter();
    how(filter);
    m_board.setFilter(filter);
}

void FacetPanel::connectLists()
{
    const auto named = [this](FacetList *list, QStringList ModelFilter::*member) {
        connect(list, &FacetList::toggled, this, [this, member](const QString &id, bool chosen) {
            change([&](ModelFilter &filter) {
                if (chosen)
                    (filter.*member).append(id);
                else
                    (filter.*member).removeAll(id);
            });
        });
    };
    named(m_providers, &ModelFilter::providers);
    named(m_regions, &ModelFilter::regions);
    for (FacetList *list : {m_mine, m_capabilities, m_policy})
        connect(list, &FacetList::toggled, this, &FacetPanel::toggleAbility);
    connect(m_released, &FacetList::toggled, this, [this](const QString &id, bool chosen) {
        change([&](ModelFilter &filter) {
            filter.releasedSince = chosen ? m_board.today().addDays(-id.toInt()) : QDate();
        });
    });
    connect(m_price, &RangeSlider::changed, this, [this](int low, int high) {
        change([low, high](ModelFilter &filter) {
            const auto most = int(PriceStops.size()) - 1;
            filter.outputPrice.least = low > 0 ? std::optional(NanoDollars{PriceStops[size_t(low)]}) : std::nullopt;
            filter.outputPrice.most = high < most ? std::optional(NanoDollars{PriceStops[size_t(high)]}) : std::nullopt;
        });
    });
    connect(m_context, &RangeSlider::changed, this, [this](int low, int high) {
        change([low, high](ModelFilter &filter) {
            const auto count = int(ContextStops.size());
            filter.context.least =
                low > 0 ? std::optional(low < count ? ContextStops[size_t(low)] : ContextStops.back()) : std::nullopt;
            filter.context.most = high < count ? std::optional(ContextStops[size_t(high)]) : std::nullopt;
        });
    });
}

void FacetPanel::toggleAbility(const QString &name, bool chosen)
{
    change([&](ModelFilter &filter) {
        if (name == "favorites"_L1) {
            filter.favoritesOnly = chosen;
            return;
        }
        const Abilities ability = name.toUInt();
        filter.abilities = chosen ? filter.abilities | ability : filter.abilities & ~ability;
    });
}

void FacetPanel::present()
{
    if (!m_board.isLoaded())
        return;
    presentAbilities();
    presentNames();
    presentRanges();
    presentReleased();
}

void FacetPanel::presentAbilities()
{
    const ModelFilter &filter = m_board.filter();
    const FacetCounts &counts = m_board.found().counts;
    QList<FacetValue> mine{
        {.id = u"favorites"_s, .name = tr("Favorites"), .count = counts.favorites, .isChosen = filter.favoritesOnly}};
    QList<FacetValue> capabilities;
    QList<FacetValue> policies;
    for (const AbilityWords &words : abilityWords()) {
        const Abilities ability = bit(words.ability);
        const FacetValue value{.id = QString::number(ability),
                               .name = words.name,
                               .count = counts.abilities.value(qsizetype(qCountTrailingZeroBits(ability))),
                               .isChosen = (filter.abilities & ability) != 0};
        QList<FacetValue> &list = words.ability == Ability::Usable ? mine
            : (ability & Policies) != 0                            ? policies
                                                                   : capabilities;
        list.append(value);
    }
    m_mine->present(mine);
    m_capabilities->present(capabilities);
    m_policy->present(policies);
}

void FacetPanel::presentNames()
{
    const auto order = [](QList<FacetValue> values) {
        std::ranges::stable_sort(values, [](const FacetValue &a, const FacetValue &b) {
            return std::tuple(!a.isChosen, -a.count) < std::tuple(!b.isChosen, -b.count);
        });
        return values;
    };
    const ModelFilter &filter = m_board.filter();
    const FacetCounts &counts = m_board.found().counts;
    QList<FacetValue> providers;
    const QList<catalog::Provider> &known = m_board.index().providers();
    for (qsizetype i = 0; i < known.size(); ++i)
        providers.append({.id = known[i].id,
                          .name = known[i].name,
                          .count = counts.providers.value(i),
                          .isChosen = filter.providers.contains(known[i].id)});
    providers.removeIf([](const FacetValue &value) { return value.count == 0 && !value.isChosen; });
    m_providers->present(order(providers));
    QList<FacetValue> regions;
    const QStringList &names = m_board.index().regions();
    for (qsizetype i = 0; i < names.size(); ++i)
        regions.append({.id = names[i],
                        .name = names[i],
                        .count = counts.regions.value(i),
                        .isChosen = filter.regions.contains(names[i])});
    m_regions->present(order(regions));
    m_regions->setVisible(!regions.isEmpty());
}

void FacetPanel::presentRanges()
{
    const ModelFilter &filter = m_board.filter();
    const auto value = [](const std::optional<NanoDollars> &amount) {
        return amount ? std::optional(amount->value) : std::nullopt;
    };
    m_price->setRange(stopOf(PriceStops, value(filter.outputPrice.least), 0),
                      stopOf(PriceStops, value(filter.outputPrice.most), int(PriceStops.size()) - 1));
    m_context->setRange(stopOf(ContextStops, filter.context.least, 0),
                        stopOf(ContextStops, filter.context.most, int(ContextStops.size())));
}

void FacetPanel::presentReleased()
{
    const QDate since = m_board.filter().releasedSince;
    QList<FacetValue> values;
    for (const int days : ReleasedDays) {
        const QDate day = m_board.today().addDays(-days);
        int count = 0;
        for (const FoundModel &row : m_board.found().rows) {
            const catalog::Endpoint &lead = m_board.index().offers()[size_t(row.lead)].endpoint;
            count += lead.released.isValid() && lead.released >= day ? 1 : 0;
        }
        values.append({.id = QString::number(days),
                       .name = days == 30 ? tr("In the last month")
                           : days == 180  ? tr("In half a year")
                                          : tr("In a year"),
                       .count = count,
                       .isChosen = since == day});
    }
    m_released->present(values);
}

} // namespace sb::ui
