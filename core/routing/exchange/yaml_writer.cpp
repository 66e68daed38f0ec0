#include "core/routing/exchange/yaml.h"

#include <yaml.h>

namespace sb::routing {

namespace {

int addTo(void *out, unsigned char *bytes, size_t size)
{
    static_cast<QByteArray *>(out)->append(reinterpret_cast<const char *>(bytes), qsizetype(size));
    return 1;
}

unsigned char *chars(const QByteArray &text)
{
    return reinterpret_cast<unsigned char *>(const_cast<char *>(text.constData())); // libyaml copies it
}

/// libyaml's emitter; each call writes one event, which the emitter takes and frees.
class YamlEmitter
{
public:
    YamlEmitter()
    {
        yaml_emitter_initialize(&m_emitter);
        yaml_emitter_set_output(&m_emitter, addTo, &m_out);
        yaml_emitter_set_unicode(&m_emitter, 1);
        yaml_emitter_set_width(&m_emitter, -1); // no line is broken
    }
    ~YamlEmitter() { yaml_emitter_delete(&m_emitter); }
    Q_DISABLE_COPY_MOVE(YamlEmitter)

    QByteArray document(const Json &json)
    {
        yaml_event_t event{};
        yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
        put(event);
        yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1);
        put(event);
        value(json);
        yaml_document_end_event_initialize(&event, 1);
        put(event);
        yaml_stream_end_event_initialize(&event);
        put(event);
        return m_out;
    }

private:
    void put(yaml_event_t &event) { yaml_emitter_emit(&m_emitter, &event); }

    void value(const Json &json)
    {
        if (json.isArray())
            list(json);
        else if (json.isObject())
            map(json);
        else if (json.isString())
            text(json.toBytes());
        else
            plain(json.dump());
    }

    void list(const Json &json)
    {
        yaml_event_t event{};
        // An empty one has no block form.
        const auto style = json.size() == 0 ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE;
        yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1, style);
        put(event);
        for (const Json &item : json.items())
            value(item);
        yaml_sequence_end_event_initialize(&event);
        put(event);
    }

    void map(const Json &json)
    {
        yaml_event_t event{};
        const auto style = json.size() == 0 ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE;
        yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, style);
        put(event);
        for (const auto &[key, member] : json.members()) {
            text(key);
            value(member);
        }
        yaml_mapping_end_event_initialize(&event);
        put(event);
    }

    void plain(const QByteArray &literal) { scalar(literal, YAML_PLAIN_SCALAR_STYLE); }

    /// Without quotes where that is read as the same text.
    void text(const QByteArray &bytes)
    {
        const bool isMeantAsText = plainScalar(bytes).isString() && bytes != "<<" && bytes != "=";
        scalar(bytes, isMeantAsText ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE);
    }

    void scalar(const QByteArray &bytes, yaml_scalar_style_t style)
    {
        yaml_event_t event{};
        yaml_scalar_event_initialize(&event, nullptr, nullptr, chars(bytes), int(bytes.size()), 1, 1, style);
        put(event);
    }

    yaml_emitter_t m_emitter{};
    QByteArray m_out;
};

} // namespace

QByteArray writeYaml(const Json &json)
{
    return YamlEmitter().document(json);
}

} // namespace sb::routing
