#include "core/lab/fault_plays.h"

#include "core/lab/speech.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace sb::lab::plays {

using Stop = Performance::Stop;
using std::chrono::seconds;

namespace {

constexpr qsizetype FirstWords = 6; ///< that arrive before an answer breaks off
constexpr milliseconds SignsEvery{5'000};

void complain(Performance &play, const Scene &scene, const Complaint &complaint)
{
    const catalog::DialectId dialect = scene.runner.provider.dialect;
    play.answer = complaintHead(dialect, complaint);
    play.body = {{.bytes = complaintBody(dialect, complaint)}};
}

void complainInside(Performance &play, const Scene &scene, const Complaint &complaint)
{
    play.body.append({.bytes = complaintEvent(scene.runner.provider.dialect, complaint)});
}

void breakOff(Performance &play)
{
    play.body.resize(std::min(play.body.size(), FirstWords));
}

/// Most of the time that a clock gives.
milliseconds most(milliseconds clock)
{
    return clock * 9 / 10;
}

const Complaint Overloaded{.status = 503, .word = "overloaded", .sentence = "The service is overloaded."};
const Complaint Broken{.status = 500, .word = "server_error", .sentence = "Something went wrong on our side."};
const Complaint Limited{.status = 429, .word = "rate_limit_exceeded", .sentence = "Too many requests."};

Complaint limitedFor(const QByteArray &retryAfter)
{
    Complaint complaint = Limited;
    complaint.headers = {{"retry-after", retryAfter}};
    return complaint;
}

/// As HTTP writes it, always in English.
QByteArray httpDate(WallTime time)
{
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), Qt::UTC);
    return QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

} // namespace

void complainOf(int status, Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = status, .word = "error", .sentence = "The request cannot be served."});
}

void refuse(Performance &play, const Scene &)
{
    play = {.connect = milliseconds{5}, .error = QNetworkReply::ConnectionRefusedError};
}

void hideHost(Performance &play, const Scene &)
{
    play = {.connect = milliseconds{50}, .error = QNetworkReply::HostNotFoundError};
}

void failTls(Performance &play, const Scene &)
{
    play = {.connect = milliseconds{80}, .error = QNetworkReply::SslHandshakeFailedError};
}

void hangConnecting(Performance &play, const Scene &)
{
    play = {.stop = Stop::Connecting};
}

void hangUploading(Performance &play, const Scene &)
{
    play = {.stop = Stop::Uploading};
}

void reset(Performance &play, const Scene &)
{
    play = {.error = QNetworkReply::RemoteHostClosedError};
}

void keepSilent(Performance &play, const Scene &)
{
    play = {.stop = Stop::BeforeHead};
}

void sendHeadOnly(Performance &play, const Scene &)
{
    play.stop = Stop::InBody;
    play.body.clear();
}

void keepAlive(Performance &play, const Scene &scene)
{
    sendHeadOnly(play, scene);
    play.again = Piece{.after = SignsEvery, .bytes = signOfLife(scene.runner.provider.dialect)};
}

void stall(Performance &play, const Scene &)
{
    play.stop = Stop::InBody;
    breakOff(play);
}

void stallAlive(Performance &play, const Scene &scene)
{
    stall(play, scene);
    play.again = Piece{.after = SignsEvery, .bytes = signOfLife(scene.runner.provider.dialect)};
}

void cut(Performance &play, const Scene &)
{
    breakOff(play);
    play.error = QNetworkReply::RemoteHostClosedError;
}

/// As an HTTP/1.0 server ends every answer: nothing tells this from a whole one but its words.
void closePolitely(Performance &play, const Scene &)
{
    breakOff(play);
    play.answer.headers.removeIf([](const net::Header &header) { return header.first == "transfer-encoding"; });
}

void cutBeforeContent(Performance &play, const Scene &)
{
    play.body.clear();
    play.error = QNetworkReply::RemoteHostClosedError;
}

void failSlowly(Performance &play, const Scene &scene)
{
    complain(play, scene, Overloaded);
    play.head = most(scene.step.clocks.firstByte);
}

void overload(Performance &play, const Scene &scene)
{
    complain(play, scene, Overloaded);
}

void limitShortly(Performance &play, const Scene &scene)
{
    complain(play, scene, limitedFor("2"));
}

void limitUntil(Performance &play, const Scene &scene)
{
    Complaint complaint = limitedFor(httpDate(scene.now + seconds{3}));
    complaint.headers.append({"date", httpDate(scene.now)});
    complain(play, scene, complaint);
}

void limitForAnHour(Performance &play, const Scene &scene)
{
    complain(play, scene, limitedFor("3600"));
}

void limit(Performance &play, const Scene &scene)
{
    complain(play, scene, Limited);
}

void limitInside(Performance &play, const Scene &scene)
{
    play.body.clear();
    complainInside(play, scene, Limited);
}

void refuseKey(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 401, .word = "invalid_api_key", .sentence = "This key is not known."});
}

void wantMoney(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 402, .word = "insufficient_quota", .sentence = "The account has no credit."});
}

void affordLess(Performance &play, const Scene &scene)
{
    complain(play, scene,
             {.status = 402, .word = "402", .sentence = "With this balance you can only afford 16 tokens."});
}

void forbid(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 403, .word = "forbidden", .sentence = "Not offered in your country."});
}

void loseModel(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 404, .word = "model_not_found", .sentence = "There is no such model."});
}

void overflow(Performance &play, const Scene &scene)
{
    complain(play, scene,
             {.status = 400,
              .word = "context_length_exceeded",
              .sentence = "The prompt does not fit into the context window of this model."});
}

void findTooLarge(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 413, .word = "request_too_large", .sentence = "The request is too large."});
}

void missParameter(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 400, .word = "unsupported_parameter", .sentence = "Unsupported parameter: seed."});
}

void flag(Performance &play, const Scene &scene)
{
    complain(play, scene,
             {.status = 400, .word = "content_policy_violation", .sentence = "This is against our content policy."});
}

void findFault(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 400, .word = "invalid_request_error", .sentence = "This makes no sense."});
}

void failInside(Performance &play, const Scene &scene)
{
    play.body.clear();
    complainInside(play, scene, Overloaded);
}

void failAfterWords(Performance &play, const Scene &scene)
{
    breakOff(play);
    complainInside(play, scene, Overloaded);
}

void failInsideAtOnce(Performance &play, const Scene &scene)
{
    failInside(play, scene);
    play.head = milliseconds{50};
}

void takeLong(Performance &play, const Scene &)
{
    play.body.front().after = seconds{20};
}

void sayNothing(Performance &play, const Scene &)
{
    play.body.clear();
}

void showPage(Performance &play, const Scene &)
{
    play.answer.headers = {{"content-type", "text/html"}, {"transfer-encoding", "chunked"}};
    play.body = {{.bytes = "<!doctype html><html><head><title>Sign in to the network</title></head></html>"}};
}

void garble(Performance &play, const Scene &scene)
{
    play.body = {{.bytes = garbledEvent(scene.runner.provider.dialect)}};
}

void garbleAfterWords(Performance &play, const Scene &scene)
{
    breakOff(play);
    play.body.append({.bytes = garbledEvent(scene.runner.provider.dialect)});
}

void redirect(Performance &play, const Scene &)
{
    play.answer = {.status = 307, .headers = {{"location", "https://elsewhere.invalid/"}, {"content-length", "0"}}};
    play.body.clear();
}

void filterAtOnce(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.finish = chat::FinishReason::ContentFilter, .words = 0});
}

void filterAfterWords(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.finish = chat::FinishReason::ContentFilter, .words = FirstWords});
}

void endAtLimit(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.finish = chat::FinishReason::Length, .words = FirstWords});
}

void leaveOutUsage(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.usage = false});
}

void billTooMuch(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.completionTokens = 10'000'000});
}

void sendByteByByte(Performance &play, const Scene &)
{
    QList<Piece> bytes;
    for (const Piece &piece : std::as_const(play.body)) {
        for (const char byte : piece.bytes)
            bytes.append({.bytes = QByteArray(1, byte)});
    }
    play.body = bytes;
}

void trickle(Performance &play, const Scene &scene)
{
    for (qsizetype i = 1; i < play.body.size(); ++i)
        play.body[i].after = most(scene.step.clocks.idle);
}

void thinkLong(Performance &play, const Scene &scene)
{
    const routing::StepClocks &clocks = scene.step.clocks;
    // The clock runs from the end of the upload.
    play.body.front().after = most(scene.reasons ? clocks.firstContentReasoning : clocks.firstContent) - play.head;
}

void load(Performance &play, const Scene &)
{
    play.head = seconds{40};
}

void breakAtEnd(Performance &play, const Scene &)
{
    play.error = QNetworkReply::RemoteHostClosedError;
}

void babble(Performance &play, const Scene &scene)
{
    play.body.append({.bytes = garbledEvent(scene.runner.provider.dialect)});
}

} // namespace sb::lab::plays
