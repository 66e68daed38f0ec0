#pragma once

#include <QList>
#include <QStringView>

namespace sb::ui {

/// A colored piece of code.
struct CodeSpan
{
    enum class Kind
    {
        Keyword,
        String,
        Number,
        Comment,
        Function,
        Added,
        Removed
    };
    qsizetype start = 0;
    qsizetype length = 0;
    Kind kind = Kind::Keyword;
    friend bool operator==(const CodeSpan &, const CodeSpan &) = default;
};

/// Colors a whole code block by a small table of languages (C-like, Python, JavaScript, JSON, shell, SQL, markup, diff,
/// Rust, Go, Java); unknown languages get strings and numbers only. Spans are ascending and do not overlap.
/// @param language the word after the fence, any case
[[nodiscard]] QList<CodeSpan> lexCode(QStringView code, QStringView language);

} // namespace sb::ui
