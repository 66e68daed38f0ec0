#pragma once

#include "core/lab/fault.h"

/// What goes wrong in an exchange: each makes of a sound one what happens.
namespace sb::lab::plays {

void refuse(Performance &play, const Scene &scene);
void hideHost(Performance &play, const Scene &scene);
void failTls(Performance &play, const Scene &scene);
void hangConnecting(Performance &play, const Scene &scene);
void hangUploading(Performance &play, const Scene &scene);
void reset(Performance &play, const Scene &scene);
void keepSilent(Performance &play, const Scene &scene);
void sendHeadOnly(Performance &play, const Scene &scene);
void keepAlive(Performance &play, const Scene &scene);
void stall(Performance &play, const Scene &scene);
void stallAlive(Performance &play, const Scene &scene);
void cut(Performance &play, const Scene &scene);
void closePolitely(Performance &play, const Scene &scene);
void cutBeforeContent(Performance &play, const Scene &scene);
void failSlowly(Performance &play, const Scene &scene);
void overload(Performance &play, const Scene &scene);
void limitShortly(Performance &play, const Scene &scene);
void limitUntil(Performance &play, const Scene &scene);
void limitForAnHour(Performance &play, const Scene &scene);
void limit(Performance &play, const Scene &scene);
void limitInside(Performance &play, const Scene &scene);
void refuseKey(Performance &play, const Scene &scene);
void wantMoney(Performance &play, const Scene &scene);
void affordLess(Performance &play, const Scene &scene);
void forbid(Performance &play, const Scene &scene);
void loseModel(Performance &play, const Scene &scene);
void overflow(Performance &play, const Scene &scene);
void findTooLarge(Performance &play, const Scene &scene);
void missParameter(Performance &play, const Scene &scene);
void flag(Performance &play, const Scene &scene);
void findFault(Performance &play, const Scene &scene);
void failInside(Performance &play, const Scene &scene);
void failAfterWords(Performance &play, const Scene &scene);
void failInsideAtOnce(Performance &play, const Scene &scene);
void takeLong(Performance &play, const Scene &scene);
void sayNothing(Performance &play, const Scene &scene);
void showPage(Performance &play, const Scene &scene);
void garble(Performance &play, const Scene &scene);
void garbleAfterWords(Performance &play, const Scene &scene);
void redirect(Performance &play, const Scene &scene);
void filterAtOnce(Performance &play, const Scene &scene);
void filterAfterWords(Performance &play, const Scene &scene);
void endAtLimit(Performance &play, const Scene &scene);
void leaveOutUsage(Performance &play, const Scene &scene);
void billTooMuch(Performance &play, const Scene &scene);
void sendByteByByte(Performance &play, const Scene &scene);
void trickle(Performance &play, const Scene &scene);
void thinkLong(Performance &play, const Scene &scene);
void load(Performance &play, const Scene &scene);
void breakAtEnd(Performance &play, const Scene &scene);
void babble(Performance &play, const Scene &scene);

void complainOf(int status, Performance &play, const Scene &scene);

/// An answer of that status and no telling words.
template <int Status>
void say(Performance &play, const Scene &scene)
{
    complainOf(Status, play, scene);
}

} // namespace sb::lab::plays
