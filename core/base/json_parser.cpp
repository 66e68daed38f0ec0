#include "core/base/json.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace sb {

namespace {

constexpr qsizetype MaxDepth = 512;

/// Builds our tree from nlohmann's events; floats and numbers beyond 64 bits come with their own spelling.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json>
{
public:
    Json root;
    QString error;

    bool null() override { return add({}); }
    bool boolean(bool value) override { return add(Json(value)); }
    bool number_integer(number_integer_t value) override
    {
        // Only negative numbers come here, so 0 was spelled -0.
        return addNumber(value == 0 ? QByteArray("-0") : QByteArray::number(qint64(value)));
    }
    bool number_unsigned(number_unsigned_t value) override { return addNumber(QByteArray::number(quint64(value))); }
    bool number_float(number_float_t, const string_t &literal) override
    {
        return addNumber(QByteArray(literal.data(), qsizetype(literal.size())));
    }
    bool string(string_t &value) override { return add(Json(bytes(value))); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return push(Json::object()); }
    bool key(string_t &value) override
    {
        m_stack.back().key = bytes(value);
        return true;
    }
    bool end_object() override { return pop(); }
    bool start_array(std::size_t) override { return push(Json::array()); }
    bool end_array() override { return pop(); }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        error = QCoreApplication::translate("sb::Json", "not valid JSON at byte %1").arg(position);
        return false;
    }

private:
    struct Level
    {
        QByteArray key;
        bool isObject = false;
        Json::Object members;
        Json::Array items;
    };

    static QByteArray bytes(const string_t &value) { return {value.data(), qsizetype(value.size())}; }

    bool addNumber(QByteArray literal) { return add(Json(Json::Number{std::move(literal)})); }

    bool add(Json value)
    {
        if (m_stack.isEmpty())
            root = std::move(value);
        else if (m_stack.back().isObject)
            m_stack.back().members.emplaceBack(std::move(m_stack.back().key), std::move(value));
        else
            m_stack.back().items.append(std::move(value));
        return true;
    }

    bool push(const Json &container)
    {
        if (m_stack.size() >= MaxDepth) {
            error = QCoreApplication::translate("sb::Json", "JSON is nested more than %1 levels deep").arg(MaxDepth);
            return false;
        }
        m_stack.append(Level{.key = {}, .isObject = container.isObject(), .members = {}, .items = {}});
        return true;
    }

    bool pop()
    {
        Level level = m_stack.takeLast();
        return add(level.isObject ? Json(std::move(level.members)) : Json(std::move(level.items)));
    }

    QList<Level> m_stack;
};

} // namespace

Result<Json> parseJson(QByteArrayView text)
{
    TreeBuilder builder;
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return builder.root;
    return failure(Error::Kind::InvalidInput, builder.error);
}

} // namespace sb
