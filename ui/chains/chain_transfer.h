#pragma once

#include "core/routing/policy/policy.h"

#include <QWidget>

#include <functional>

namespace sb::ui {

/// Asks for a file and reads it on a worker; `done` is called later on this thread, unless `parent` died meanwhile.
/// Errors of reading, of JSON and of the chain's form, each with a sentence.
void importChain(QWidget *parent, const std::function<void(const Result<routing::Chain> &)> &done);
void importPolicy(QWidget *parent, const std::function<void(const Result<routing::Policy> &)> &done);
/// Asks where to write a chain; a chain holds no key, so its file holds none.
void exportChain(QWidget *parent, const QString &name, const std::function<void(const QString &path)> &write);
void exportPolicy(QWidget *parent, const QString &name, const std::function<void(const QString &path)> &write);

} // namespace sb::ui
