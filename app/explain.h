#pragma once

#include "app/command_line.h"
#include "app/core_services.h"
#include "app/terminal.h"
#include "core/usage/queries.h"

#include <QObject>

#include <memory>

namespace sb::app {

/// `signalbox explain`: how a request on record was decided, a sentence a line. Sends nothing and reads no key; the
/// register is opened as for any command, so that an older one is brought up to date first.
class Explain final : public QObject
{
    Q_OBJECT
public:
    Explain(const OpenedProfile &opened, const ExplainOptions &options, QObject *parent = nullptr);
    ~Explain() override;

    void start(); ///< → finished()
    void cancel(int signal); ///< finished() with 128 + signal

signals:
    void finished(int exitCode);

private:
    void ask(const Result<QString> &pathInUse);
    void take(const Result<usage::QueryAnswer> &answer);
    void fail(const QString &message);

    OpenedProfile m_opened;
    ExplainOptions m_options;
    Terminal m_terminal;
    SystemClock m_clock;
    std::unique_ptr<usage::Register> m_register;
    std::unique_ptr<usage::Queries> m_queries; ///< dies before the register
};

} // namespace sb::app
