#pragma once

namespace sb {

/// Makes the shipped data readable under ":/signalbox/": providers/, catalog/, chains/ and schemas/. Call it before the
/// first read, as often as you like: a static library's resources are left out by the linker unless something asks for
/// them. Thread-safe.
void initData();

} // namespace sb
