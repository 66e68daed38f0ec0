// The half of WriterThread that leaves a damaged file for a side register.
#include "core/usage/store/writer_thread.h"

#include <QCoreApplication>

namespace sb::usage {

namespace {

struct MovingText
{
    Q_DECLARE_TR_FUNCTIONS(sb::usage::Register)
};

} // namespace

void WriterThread::openAndPrepare()
{
    for (;;) {
        Result<OpenedRegister> opened = openRegister(m_path, m_zone);
        const Result<void> prepared = opened ? prepare(*opened) : tl::unexpected(opened.error());
        if (prepared) {
            m_inUse = opened->path;
            announceStanding();
            m_sink.ready(opened->path, opened->damaged, opened->advice);
            return;
        }
        close();
        // A file may look whole when it is opened, and not when something is written.
        const bool mayPassOver = opened && prepared.error().kind == Error::Kind::Damaged;
        if (mayPassOver && rememberDamage(opened->path))
            continue;
        m_unusable = prepared.error();
        m_sink.ready(tl::unexpected(*m_unusable), false, {});
        return;
    }
}

void WriterThread::moveAside(const Error &damage)
{
    if (m_renumbering)
        endRenumbering(tl::unexpected(damage));
    close();
    m_leftOpen.merge(m_open);
    m_open.clear();
    noteResumed();
    if (rememberDamage(m_inUse))
        return openAndPrepare();
    m_unusable = damage;
    m_sink.ready(tl::unexpected(damage), false, {});
}

/// As long as a request of the damaged file runs, its key could be that of a new one: nothing new begins before it
/// ends.
std::optional<CallOutcome> WriterThread::performAside(const WriterCall &call, const WriterSettings &settings)
{
    if (m_leftOpen.empty())
        return {};
    if (const auto *settlement = std::get_if<Settlement>(&call.what)) {
        const auto it = m_leftOpen.find(settlement->key);
        if (it != m_leftOpen.end())
            return Result<RecordKey>(m_writer->append(it->second, *settlement, settings.recordBodies));
    }
    if (!std::holds_alternative<OpenRecord>(call.what) && !std::holds_alternative<FurtherAttempt>(call.what))
        return {};
    return OpenOutcome{
        .error = {.kind = Error::Kind::Unavailable,
                  .message = MovingText::tr(
                      "The register is damaged, and another one is taken into use when the answers that are "
                      "coming are complete. Try again then.")}};
}

void WriterThread::keepOpenOnes(const WriterCall &call, const CallOutcome &outcome)
{
    if (const auto *record = std::get_if<OpenRecord>(&call.what)) {
        const OpenOutcome &opened = std::get<OpenOutcome>(outcome);
        if (opened.kind == OpenOutcome::Kind::Opened)
            m_open.insert_or_assign(opened.key, *record);
    } else if (const auto *settlement = std::get_if<Settlement>(&call.what)) {
        m_open.erase(settlement->key);
        m_leftOpen.erase(settlement->key);
    }
}

} // namespace sb::usage
