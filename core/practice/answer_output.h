#pragma once

#include "core/dialects/dialect.h"
#include "core/listen/exchange.h"

#include <QPointer>

namespace sb::practice {

/// How one answer goes out: as a stream, or gathered and sent whole. Both can break in the middle.
class AnswerOutput
{
public:
    virtual ~AnswerOutput() = default;
    virtual void begin(const chat::Event &started) = 0; ///< when the first token is due
    virtual void add(const chat::Event &token) = 0;
    virtual void addMalformed() = 0; ///< something that is no JSON
    virtual void breakOff() = 0; ///< before a cut: makes sure that a part of the answer is on its way
    virtual void end(const QList<chat::Event> &closing) = 0;
};

class StreamedOutput final : public AnswerOutput
{
public:
    StreamedOutput(listen::Exchange *exchange, std::unique_ptr<dialects::AnswerEncoder> encoder);
    void begin(const chat::Event &started) override;
    void add(const chat::Event &token) override;
    void addMalformed() override;
    void breakOff() override { }
    void end(const QList<chat::Event> &closing) override;

private:
    void write(const QByteArray &bytes);

    QPointer<listen::Exchange> m_exchange;
    std::unique_ptr<dialects::AnswerEncoder> m_encoder;
};

class WholeOutput final : public AnswerOutput
{
public:
    WholeOutput(listen::Exchange *exchange, const dialects::ServerDialect &dialect, const chat::Request &request);
    void begin(const chat::Event &started) override { m_answer.apply(started); }
    void add(const chat::Event &token) override { m_answer.apply(token); }
    void addMalformed() override { m_isMalformed = true; }
    void breakOff() override;
    void end(const QList<chat::Event> &closing) override;

private:
    [[nodiscard]] QByteArray body() const;

    QPointer<listen::Exchange> m_exchange;
    const dialects::ServerDialect &m_dialect;
    chat::Request m_request;
    chat::Answer m_answer;
    bool m_isMalformed = false;
};

} // namespace sb::practice
