// An answer of any bytes is shown: its formulas are read, its blocks closed, its code colored, and nothing of it gets
// lost.

#include "ui/common/markdown/code_lexer.h"
#include "ui/common/markdown/markdown_blocks.h"
#include "ui/common/markdown/math_text.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace sb::ui;
    const QString text = QString::fromUtf8(QByteArrayView(data, qsizetype(size)));
    const QString shown = withMathAsCode(text);
    if (shown.isEmpty() != text.isEmpty())
        __builtin_trap();

    // As it streams: what was closed once stays closed, and ends where it is said to.
    qsizetype closed = 0;
    for (qsizetype end = 0; end <= text.size(); end += 7) {
        const qsizetype now = closedPrefix(QStringView(text).first(end), closed);
        if (now < closed || now > end)
            __builtin_trap();
        closed = now;
    }

    for (const QString &language : {QStringLiteral("python"), QStringLiteral("diff"), QStringLiteral("json")}) {
        qsizetype last = 0;
        for (const CodeSpan &span : lexCode(text, language)) {
            if (span.start < last || span.length < 0 || span.start + span.length > text.size())
                __builtin_trap();
            last = span.start + span.length;
        }
    }
    return 0;
}
