#include "app/window/window_session.h"

#include "core/profile/profile.h"

namespace sb::app {

namespace {
constexpr qint64 Limit = 64 * 1024;
} // namespace

WindowSession loadWindowSession(const QString &path)
{
    const Json json = profile::readFile(path, Limit)
                          .and_then([](const QByteArray &bytes) { return parseJson(bytes); })
                          .value_or(Json());
    return {.geometry = QByteArray::fromBase64(json["geometry"].toBytes()),
            .section = json["section"].toText(),
            .conversation = json["conversation"].toText()};
}

Json toJson(const WindowSession &session)
{
    Json json = Json::object();
    json.set("version", 1);
    json.set("geometry", Json(session.geometry.toBase64()));
    json.set("section", session.section);
    json.set("conversation", session.conversation);
    return json;
}

} // namespace sb::app
