#include "core/usage/read/decision_forms.h"

#include "core/usage/store/bodies.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

// As packNumbers() has them.
constexpr std::string_view Characters = "0123456789.-+eE,";

template <typename T>
std::optional<T> parsedAs(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// The shape with each number replaced by its place among them, so that a parser tells where each stands.
QByteArray withPlaces(const QByteArray &shape)
{
    const qsizetype count = splitNumbers(shape).numbers.count(',');
    QByteArray places;
    for (qsizetype i = 0; i < count; ++i)
        places.append(QByteArray::number(i)).append(',');
    return joinNumbers({.shape = shape, .numbers = places});
}

qsizetype placeAt(const Json &value)
{
    if (const auto place = value.toInteger())
        return qsizetype(*place);
    bool ok = false;
    const qlonglong place = value.toText().toLongLong(&ok);
    return ok ? qsizetype(place) : -1;
}

/// Whether anything below is a number: of what has no place of its own.
bool hasNumbers(const Json &json)
{
    const auto any = [](const auto &list, auto of) {
        return std::any_of(list.begin(), list.end(), [of](const auto &each) { return hasNumbers(of(each)); });
    };
    bool isPlace = json.isNumber();
    if (json.isString())
        (void)json.toText().toLongLong(&isPlace);
    return isPlace || any(json.items(), [](const Json &item) { return item; })
        || any(json.members(), [](const Json::Member &member) { return member.second; });
}

} // namespace

DecisionForms::DecisionForms(Connection &connection)
    : m_piece(connection, "SELECT codec, data FROM piece WHERE id = ?1")
{
}

const DecisionForm *DecisionForms::read(qint64 id, QByteArrayView packed, DecisionNumbers &numbers)
{
    Shape &shape = shapeOf(id);
    if (!shape.readable)
        return nullptr;
    unpack(packed);
    const auto integer = [this](qsizetype place) { return parsedAs<qint64>(number(place)); };
    numbers.policyVersion = int(integer(shape.policyVersion).value_or(0));
    numbers.text = integer(shape.text).value_or(0);
    numbers.likelyInput = integer(shape.likelyInput).value_or(0);
    numbers.mostInput = integer(shape.mostInput).value_or(0);
    numbers.maxTokens = integer(shape.maxTokens);
    numbers.remaining.reset();
    if (const std::string_view left = number(shape.remaining); !left.empty()) {
        if (const auto dollars = parseDollars(QString::fromLatin1(left.data(), qsizetype(left.size()))))
            numbers.remaining = *dollars;
    }
    numbers.probabilities.clear();
    for (const qsizetype place : shape.probabilities)
        numbers.probabilities.push_back(parsedAs<double>(number(place)).value_or(0));
    numbers.picks = 0;
    while (numbers.picks < shape.steps.size() && number(shape.steps[numbers.picks]) == number(shape.steps.front()))
        ++numbers.picks;
    if (const std::string_view name = number(shape.policy); !name.empty())
        shape.form.policy = QString::fromLatin1(name.data(), qsizetype(name.size()));
    if (!shape.whole.isEmpty()) {
        const QByteArray text = joinNumbers({.shape = shape.whole, .numbers = unpackNumbers(packed.toByteArray())});
        shape.form.outline = placeOf(routing::outlineFrom(parseJson(text).value_or(Json())["request"]));
    }
    return &shape.form;
}

DecisionForms::Shape &DecisionForms::shapeOf(qint64 id)
{
    const auto known = m_shapes.find(id);
    if (known != m_shapes.end())
        return known->second;
    QByteArray text;
    m_piece.bind(id);
    if (m_piece.next())
        text = m_piece.integer(0) == 1 ? qUncompress(m_piece.blob(1)) : m_piece.blob(1);
    m_piece.reset();
    return m_shapes.emplace(id, parsed(text)).first->second;
}

DecisionForms::Shape DecisionForms::parsed(const QByteArray &text)
{
    const Result<Json> read = parseJson(withPlaces(text));
    if (!read)
        return {};
    const Json &json = *read;
    Shape shape{.readable = true, .mostInput = placeAt(json["input_tokens_bound"])};
    if (const Json &policy = json["policy"]; policy.isObject()) {
        shape.form.askedPolicy = true;
        shape.form.policy = policy["policy"].toText();
        shape.policy = placeAt(policy["policy"]);
        shape.form.taskClass = policy["class"].toText();
        shape.policyVersion = placeAt(policy["version"]);
    }
    for (const Json &candidate : json["candidates"].items()) {
        shape.form.candidates.append(candidate["endpoint"].toText());
        shape.steps.push_back(placeAt(candidate["step"]));
        shape.probabilities.push_back(placeAt(candidate["probability"]));
    }
    if (json["request"].isObject()) {
        addOutline(shape, json["request"]);
        if (!shape.whole.isEmpty())
            shape.whole = text;
    }
    return shape;
}

void DecisionForms::addOutline(Shape &shape, const Json &outline)
{
    Json plain = outline;
    const auto take = [&plain](const char *key) {
        const qsizetype place = placeAt(plain[key]);
        plain.remove(key);
        return place;
    };
    shape.form.hasOutline = true;
    shape.text = take("text");
    shape.likelyInput = take("likely_input");
    shape.maxTokens = take("max_tokens");
    shape.remaining = take("remaining");
    if (hasNumbers(plain))
        shape.whole = outline.dump(); // not empty; the caller has the text itself
    else
        shape.form.outline = placeOf(routing::outlineFrom(plain));
}

std::size_t DecisionForms::placeOf(routing::RequestOutline outline)
{
    outline.text = outline.likelyInput = 0;
    outline.maxTokens.reset();
    outline.remaining.reset();
    const auto [place, isNew] = m_places.emplace(toJson(outline).dump().toStdString(), m_outlines.size());
    if (isNew)
        m_outlines.push_back(std::move(outline));
    return place->second;
}

void DecisionForms::unpack(QByteArrayView packed)
{
    m_numbers.clear();
    m_starts.assign(1, 0);
    const auto add = [this](char c) {
        m_numbers.push_back(c);
        if (c == ',')
            m_starts.push_back(m_numbers.size());
    };
    for (const char byte : packed) {
        add(Characters[quint8(byte) >> 4]);
        add(Characters[quint8(byte) & 0x0f]);
    }
}

std::string_view DecisionForms::number(qsizetype place) const
{
    if (place < 0 || std::size_t(place) + 1 >= m_starts.size())
        return {};
    const std::size_t start = m_starts[std::size_t(place)];
    return std::string_view(m_numbers).substr(start, m_starts[std::size_t(place) + 1] - start - 1);
}

} // namespace sb::usage
