#pragma once

#include <QTest>

/// Ends a test that this system does not let run, with the reason. Where $CI is "true" that is a failure: a test that
/// is skipped everywhere passes whatever the program does.
#define SIGNALBOX_CANNOT_RUN(reason) \
    do {                             \
        if (qgetenv("CI") == "true") \
            QFAIL(reason);           \
        QSKIP(reason);               \
    } while (false)
