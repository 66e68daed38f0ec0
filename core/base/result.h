#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace sb {

/// Why something could not be done: a kind for code, a sentence for people, details for the log.
/// @note detail must hold no key and no prompt; pass foreign text through Redactor first.
struct Error
{
    enum class Kind
    {
        InvalidInput, ///< what was given is wrong; the message says what was expected
        NotFound,
        Conflict, ///< somebody else changed it meanwhile
        Damaged, ///< stored data that cannot be read
        NoSpace,
        NotPermitted,
        Unavailable, ///< a service, file or host that cannot be used right now
        TooLarge,
        Cancelled,
        Internal, ///< a bug of ours
    };

    Kind kind = Kind::Internal;
    QString message = {}; ///< translated, one sentence with what to do
    QString detail = {}; ///< for the log

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for `tl::unexpected(Error{...})`.
[[nodiscard]] inline tl::unexpected<Error> failure(Error::Kind kind, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{.kind = kind, .message = std::move(message), .detail = std::move(detail)});
}

} // namespace sb
