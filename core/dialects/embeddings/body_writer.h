#pragma once

#include "core/dialects/embeddings/encoders.h"
#include "core/dialects/member_words.h"
#include "core/dialects/notices.h"
#include "core/dialects/wire_request.h"

namespace sb::dialects::embeddings {

/// What the encoders of all APIs do alike: texts in, a POST out, and a notice for what an API does not have.
class BodyWriter
{
public:
    explicit BodyWriter(const Asking &asking);

    /// Errors: InvalidInput where the request has tokens, which are known to OpenAI's API only, or nothing.
    [[nodiscard]] Result<QStringList> texts() const;
    /// A purpose in the words of an API; empty: it was not asked for, or the API does not know it, which is noticed.
    /// @param words in the order of chat::EmbeddingUse; nullptr: not known
    [[nodiscard]] QByteArray use(const std::array<const char *, 5> &words);
    template <std::size_t N>
    void keep(Json &body, const std::array<const char *, N> &ownMembers); ///< of the extra members
    void dropDimensions();
    void dropUse();
    void dropUser();
    void translated(const QString &path, const char *sentence) { m_notices.translated(path, sentence); }

    [[nodiscard]] WireRequest finish(const QUrl &url, const Json &body) const;
    [[nodiscard]] QUrl modelUrl(const QString &verb) const; ///< Google's, with the model in the path
    [[nodiscard]] QString modelName() const; ///< Google's, with its collection in front

private:
    void drop(const QString &path);

    const Asking &m_asking;
    Notices m_notices;
};

template <std::size_t N>
void BodyWriter::keep(Json &body, const std::array<const char *, N> &ownMembers)
{
    for (const auto &[key, value] : m_asking.request.extra.members()) {
        if (isAmong(ownMembers, key) && !value.isNull())
            body.set(key, value);
        else if (says(value))
            drop(QString::fromUtf8(key));
    }
}

} // namespace sb::dialects::embeddings
