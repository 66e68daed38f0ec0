#include "core/secrets/key_entry.h"

#include "core/base/json_fields.h"
#include "core/secrets/service_account.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

constexpr int EntryVersion = 1;

struct KeyEntryText
{
    Q_DECLARE_TR_FUNCTIONS(sb::secrets)
};

bool isVisibleAscii(char c)
{
    return c > ' ' && c < '\x7f';
}

} // namespace

Result<QByteArray> cleanKey(const QByteArray &typed)
{
    const QByteArray key = typed.trimmed();
    if (key.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       KeyEntryText::tr("The key is empty. Paste it as the provider showed it."));
    if (key.size() > KeyLimit)
        return failure(Error::Kind::InvalidInput, KeyEntryText::tr("This is too long for a key. Paste the key alone."));
    if (isServiceAccountKey(key))
        return parseServiceAccount(key).map(serviceAccountKey);
    if (!std::all_of(key.cbegin(), key.cend(), isVisibleAscii))
        return failure(
            Error::Kind::InvalidInput,
            KeyEntryText::tr("A key has only letters, digits and signs, without blanks. Paste the key alone."));
    return key;
}

QByteArray toEntry(const Key &key)
{
    Json json = Json::object();
    json.set("version", EntryVersion);
    json.set("key", key.value);
    json.set("origin", key.origin);
    json.set("stored", key.storedOn.toString(Qt::ISODate));
    if (key.plainHttp)
        json.set("plain_http", true);
    return json.dump();
}

Result<Key> fromEntry(const QByteArray &entry)
{
    const auto damaged = [](const Error &why) {
        return Error{.kind = Error::Kind::Damaged,
                     .message = KeyEntryText::tr("The keychain's entry cannot be read. Enter the key again."),
                     .detail = why.message};
    };
    const Result<Json> json = parseJson(entry);
    if (!json)
        return tl::unexpected(damaged(json.error()));
    JsonFields fields(*json);
    fields.version(EntryVersion);
    const Key key{.value = fields.requiredText("key").toUtf8(),
                  .origin = fields.requiredText("origin").toUtf8(),
                  .source = u"keychain"_s,
                  .storedOn = fields.day("stored"),
                  .plainHttp = fields.flag("plain_http", false)};
    return fields.result(key).map_error(damaged);
}

} // namespace sb::secrets
