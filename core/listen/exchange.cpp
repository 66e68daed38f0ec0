#include "core/listen/exchange.h"

namespace sb::listen {

QByteArray Request::header(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (header.first == name)
            return header.second;
    }
    return {};
}

} // namespace sb::listen
