#pragma once

#include "core/chat/event.h"

#include <QByteArrayView>

namespace sb::dialects {

/// The common reason for any dialect's word for why the model stopped, since routers pass on their upstream's. A word
/// that nobody documents counts as a stop: the provider said that it is done.
[[nodiscard]] chat::FinishReason finishReasonFromWord(QByteArrayView word);

} // namespace sb::dialects
