#include "ui/common/tokens.h"

#include "core/base/json.h"
#include "resources/look.h"

#include <QFile>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QColor colorOf(const Json &json)
{
    const QString text = json.isObject() ? json["hex"].toText() : json.toText();
    if (text.size() != 9)
        return QColor(text);
    // theme.json writes #RRGGBBAA, QColor reads #AARRGGBB.
    return QColor(u"#%1%2"_s.arg(text.sliced(7), text.sliced(1, 6)));
}

Tokens parseTokens(const Json &theme, bool dark)
{
    const Json &colors = theme["colors"];
    const auto color = [&](const char *name) { return colorOf(colors[name]); };
    Tokens tokens{.dark = dark,
                  .window = color("window"),
                  .base = color("base"),
                  .sunken = color("sunken"),
                  .hover = color("hover"),
                  .line = color("line"),
                  .edge = color("edge"),
                  .control = color("control"),
                  .text = color("text"),
                  .text2 = color("text2"),
                  .text3 = color("text3"),
                  .accent = color("accent"),
                  .accentFill = color("accentFill"),
                  .accentSoft = color("accentSoft"),
                  .onAccent = color("onAccent"),
                  .ok = color("ok"),
                  .okSoft = color("okSoft"),
                  .warn = color("warn"),
                  .warnSoft = color("warnSoft"),
                  .danger = color("danger"),
                  .dangerSoft = color("dangerSoft"),
                  .track = color("track"),
                  .codeKeyword = color("cKey"),
                  .codeString = color("cStr"),
                  .codeNumber = color("cNum"),
                  .codeComment = color("cCom"),
                  .codeFunction = color("cFn"),
                  .signalOff = colorOf(theme["signal"]["off"]),
                  .signalClear = colorOf(theme["signal"]["clear"]),
                  .signalCaution = colorOf(theme["signal"]["caution"]),
                  .signalStop = colorOf(theme["signal"]["stop"]),
                  .series = {},
                  .seriesOther = colorOf(theme["seriesOther"]),
                  .scrim = colorOf(theme["scrim"])};
    for (size_t i = 0; i < tokens.series.size(); ++i)
        tokens.series[i] = colorOf(theme["series"].at(qsizetype(i)));
    return tokens;
}

Tokens load(const char *name)
{
    initLook();
    QFile file(u":/look/theme.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "tokens", "theme.json is not in the program");
    Q_UNUSED(opened)
    const Json theme = parseJson(file.readAll()).value_or(Json());
    return parseTokens(theme[name], QByteArrayView(name) == "dark");
}

Tokens withContrast(Tokens tokens)
{
    tokens.contrast = true;
    tokens.line = tokens.edge = tokens.control;
    tokens.text3 = tokens.text2;
    return tokens;
}

constexpr auto LineRole = QPalette::Midlight; ///< the palette's role that has the color of lines

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = load("light");
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = load("dark");
    return tokens;
}

const Tokens &highContrast(const Tokens &tokens)
{
    static const Tokens light = withContrast(lightTokens());
    static const Tokens dark = withContrast(darkTokens());
    return tokens.dark ? dark : light;
}

const Tokens &tokensOf(const QPalette &palette)
{
    const Tokens &tokens = palette.color(QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
    const Tokens &stronger = highContrast(tokens);
    return palette.color(LineRole) == stronger.line ? stronger : tokens;
}

const Tokens &tokensOf(const QWidget *widget)
{
    return tokensOf(widget->palette());
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, tokens.window},
        {QPalette::WindowText, tokens.text},
        {QPalette::Base, tokens.base},
        {QPalette::AlternateBase, tokens.sunken},
        {QPalette::Text, tokens.text},
        {QPalette::Button, tokens.base},
        {QPalette::ButtonText, tokens.text},
        {QPalette::BrightText, tokens.onAccent},
        {QPalette::Highlight, tokens.accentSoft},
        {QPalette::HighlightedText, tokens.text},
        {QPalette::PlaceholderText, tokens.text3},
        {QPalette::Link, tokens.accent},
        {QPalette::LinkVisited, tokens.accent},
        {QPalette::ToolTipBase, tokens.text},
        {QPalette::ToolTipText, tokens.base},
        {QPalette::Light, tokens.base},
        {LineRole, tokens.line},
        {QPalette::Mid, tokens.line},
        {QPalette::Dark, tokens.control},
        {QPalette::Shadow, tokens.control},
    };
    for (const auto &[role, color] : roles)
        palette.setColor(role, color);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.text3);
    return palette;
}

} // namespace sb::ui
