#include "core/routing/exchange/yaml.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

#include <yaml.h>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct YamlText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Exchange)
};

constexpr qsizetype MostYamlBytes = 4 * 1024 * 1024;
constexpr qint64 MostYamlValues = 100'000; ///< with each alias counted as what it stands for
constexpr int DeepestYaml = 64;

/// libyaml's parser and the event that it gave last.
class YamlEvents
{
public:
    explicit YamlEvents(QByteArrayView text)
    {
        m_open = yaml_parser_initialize(&m_parser) != 0;
        if (m_open)
            yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(text.data()),
                                         size_t(text.size()));
    }
    ~YamlEvents()
    {
        drop();
        if (m_open)
            yaml_parser_delete(&m_parser);
    }
    Q_DISABLE_COPY_MOVE(YamlEvents)

    /// @return whether there is a next one
    [[nodiscard]] bool next()
    {
        drop();
        m_held = m_open && yaml_parser_parse(&m_parser, &m_event) != 0;
        return m_held;
    }
    [[nodiscard]] const yaml_event_t &event() const { return m_event; }
    [[nodiscard]] Error error() const
    {
        return {.kind = Error::Kind::InvalidInput,
                .message = YamlText::tr("Line %1: this is no YAML (%2).")
                               .arg(m_parser.problem_mark.line + 1)
                               .arg(QString::fromUtf8(m_parser.problem ? m_parser.problem : "?"))};
    }

private:
    void drop()
    {
        if (m_held)
            yaml_event_delete(&m_event);
        m_held = false;
    }

    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
    bool m_open = false;
    bool m_held = false;
};

QByteArray bytesOf(const unsigned char *text, size_t size)
{
    return {reinterpret_cast<const char *>(text), qsizetype(size)};
}

/// What an anchor names, and how many values that is.
struct Anchored
{
    Json value = {};
    qint64 size = 0;
};

/// Builds the value; the first error ends it.
class YamlBuilder
{
public:
    explicit YamlBuilder(QByteArrayView text)
        : m_events(text)
    {
    }

    Result<Json> document()
    {
        advance(); // start of the stream
        advance();
        if (m_error || type() == YAML_STREAM_END_EVENT)
            return finish({});
        advance(); // start of the document
        const Json value = read(0);
        advance(); // end of the document
        advance();
        if (!m_error && type() != YAML_STREAM_END_EVENT)
            refuse(YamlText::tr("one document only"));
        return finish(value);
    }

private:
    [[nodiscard]] yaml_event_type_t type() const { return m_events.event().type; }
    [[nodiscard]] Result<Json> finish(const Json &value) const
    {
        return m_error ? Result<Json>(tl::unexpected(*m_error)) : value;
    }

    void advance()
    {
        if (!m_error && !m_events.next())
            m_error = m_events.error();
    }
    void refuse(const QString &expected)
    {
        if (!m_error)
            m_error = Error{
                .kind = Error::Kind::InvalidInput,
                .message =
                    YamlText::tr("Line %1: expected %2.").arg(m_events.event().start_mark.line + 1).arg(expected)};
    }
    void count(qint64 values)
    {
        m_values += values;
        if (!m_error && m_values > MostYamlValues)
            m_error = Error{.kind = Error::Kind::TooLarge,
                            .message = YamlText::tr("This file stands for more than %1 values.").arg(MostYamlValues)};
    }

    /// The value that begins at the event.
    Json read(int depth)
    {
        if (depth > DeepestYaml)
            refuse(YamlText::tr("at most %1 levels").arg(DeepestYaml));
        if (m_error)
            return {};
        if (type() == YAML_ALIAS_EVENT)
            return readAlias();
        const QByteArray anchor = anchorOf();
        const qint64 before = m_values;
        count(1);
        const Json value = readNew(depth);
        if (!anchor.isEmpty())
            m_anchors.insert(anchor, {.value = value, .size = m_values - before});
        return value;
    }

    [[nodiscard]] QByteArray anchorOf() const
    {
        const yaml_event_t &event = m_events.event();
        const yaml_char_t *anchor = event.type == YAML_SCALAR_EVENT ? event.data.scalar.anchor
            : event.type == YAML_SEQUENCE_START_EVENT               ? event.data.sequence_start.anchor
            : event.type == YAML_MAPPING_START_EVENT                ? event.data.mapping_start.anchor
                                                                    : nullptr;
        return anchor ? QByteArray(reinterpret_cast<const char *>(anchor)) : QByteArray();
    }

    Json readAlias()
    {
        const QByteArray name = reinterpret_cast<const char *>(m_events.event().data.alias.anchor);
        const auto found = m_anchors.constFind(name);
        if (found == m_anchors.cend()) { // also an anchor inside of what it names
            refuse(YamlText::tr("an anchor that was named before"));
            return {};
        }
        count(found->size);
        return found->value;
    }

    Json readNew(int depth)
    {
        switch (type()) {
        case YAML_SCALAR_EVENT:
            return readScalar();
        case YAML_SEQUENCE_START_EVENT:
            return readList(depth);
        case YAML_MAPPING_START_EVENT:
            return readMap(depth);
        default:
            refuse(YamlText::tr("a value"));
            return {};
        }
    }

    Json readScalar()
    {
        const auto &scalar = m_events.event().data.scalar;
        const QByteArray text = bytesOf(scalar.value, scalar.length);
        if (!QString::fromUtf8(text).contains(QChar::ReplacementCharacter))
            return scalar.plain_implicit ? plainScalar(text) : Json(text);
        refuse(YamlText::tr("UTF-8"));
        return {};
    }

    Json readList(int depth)
    {
        Json list = Json::array();
        for (advance(); !m_error && type() != YAML_SEQUENCE_END_EVENT; advance())
            list.append(read(depth + 1));
        return list;
    }

    Json readMap(int depth)
    {
        Json map = Json::object();
        Json merged = Json::object();
        for (advance(); !m_error && type() != YAML_MAPPING_END_EVENT; advance()) {
            if (type() != YAML_SCALAR_EVENT) {
                refuse(YamlText::tr("a name before its value"));
                break;
            }
            const auto &scalar = m_events.event().data.scalar;
            const QByteArray key = bytesOf(scalar.value, scalar.length);
            const bool isMerge = scalar.plain_implicit && key == "<<";
            advance();
            const Json value = read(depth + 1);
            if (isMerge)
                merge(merged, value);
            else
                map.set(key, value);
        }
        for (const auto &[key, value] : merged.members()) {
            if (!map.contains(key)) // what the map says itself wins
                map.set(key, value);
        }
        return map;
    }

    /// `<<: *one` or `<<: [*one, *two]`; of two the earlier one wins.
    void merge(Json &into, const Json &value)
    {
        const Json::Array maps = value.isArray() ? value.items() : Json::Array{value};
        for (const Json &map : maps) {
            if (!map.isObject())
                refuse(YamlText::tr("a map to merge"));
            for (const auto &[key, member] : map.members()) {
                if (!into.contains(key))
                    into.set(key, member);
            }
        }
    }

    YamlEvents m_events;
    QHash<QByteArray, Anchored> m_anchors;
    qint64 m_values = 0;
    std::optional<Error> m_error;
};

bool isOneOf(const QByteArray &text, std::initializer_list<const char *> words)
{
    return std::ranges::any_of(words,
                               [&text](const char *word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
}

/// Whole numbers with the underscores that YAML 1.1 allows, and decimals. JSON has no leading plus, zero or dot.
Json numberOf(QByteArray text)
{
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E' || c == '_';
    };
    const bool hasDigit = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!hasDigit || !std::ranges::all_of(text, allowed) || text.startsWith('_') || text.startsWith('e')
        || text.startsWith('E'))
        return {};
    text.replace("_", "");
    if (const auto exact = parseJson(text); exact && exact->isNumber())
        return *exact;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const bool isOctal =
        text.size() > 1 && text.at(0) == '0' && text.at(1) != '.'; // 0755: a text is safer than a guess
    return isNumber && !isOctal && std::isfinite(number) ? Json(number) : Json();
}

} // namespace

Json plainScalar(const QByteArray &text)
{
    if (text.isEmpty() || text == "~" || isOneOf(text, {"null"}))
        return {};
    if (isOneOf(text, {"true", "yes", "on"}))
        return true;
    if (isOneOf(text, {"false", "no", "off"}))
        return false;
    const Json number = numberOf(text);
    return number.isNull() ? Json(text) : number;
}

Result<Json> parseYaml(QByteArrayView text)
{
    if (text.size() > MostYamlBytes)
        return failure(Error::Kind::TooLarge, YamlText::tr("This file has more than %1 bytes.").arg(MostYamlBytes));
    return YamlBuilder(text).document();
}

} // namespace sb::routing
