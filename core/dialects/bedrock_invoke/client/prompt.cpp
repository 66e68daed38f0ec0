#include "core/dialects/bedrock_invoke/client/prompt.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

/// The marks around what each side says.
struct Marks
{
    QString start = {};
    QString instructions = u"%1\n\n"_s; ///< %1 is their text
    QString user = {};
    QString model = {};
    QString lead = {}; ///< what an answer begins with
    QString close = {}; ///< the end of `model`, left out where the model is to go on
    bool instructionsInUser = false; ///< they stand before the first words of the user, inside its marks
};

/// A transcript with the names of the two sides.
Marks named(const QString &model)
{
    return {.user = u"User: %1\n"_s, .model = model + u": %1\n"_s, .lead = model + u':', .close = u"\n"_s};
}

/// A header with the role before each text.
Marks headed(const QString &open, const QString &shut, const QString &end)
{
    const auto said = [&](const QString &role) { return open + role + shut + u"\n\n"_s; };
    return {.start = u"<|begin_of_text|>"_s,
            .instructions = said(u"system"_s) + u"%1"_s + end,
            .user = said(u"user"_s) + u"%1"_s + end,
            .model = said(u"assistant"_s) + u"%1"_s + end,
            .lead = said(u"assistant"_s),
            .close = end};
}

/// Instructions of the user in square brackets.
Marks bracketed(const QString &instructions, const QString &close)
{
    return {.start = u"<s>"_s,
            .instructions = instructions,
            .user = u"[INST] %1 [/INST]"_s,
            .model = u" %1"_s + close,
            .close = close,
            .instructionsInUser = true};
}

std::optional<Marks> marksOf(Family family)
{
    switch (family) {
    case Family::Llama2:
        return bracketed(u"<<SYS>>\n%1\n<</SYS>>\n\n"_s, u" </s><s>"_s);
    case Family::Llama3:
        return headed(u"<|start_header_id|>"_s, u"<|end_header_id|>"_s, u"<|eot_id|>"_s);
    case Family::Llama4:
        return headed(u"<|header_start|>"_s, u"<|header_end|>"_s, u"<|eot|>"_s);
    case Family::MistralInstruct:
        return bracketed(u"%1\n\n"_s, u"</s>"_s);
    case Family::DeepSeekR1:
        return Marks{.start = u"<｜begin▁of▁sentence｜>"_s,
                     .instructions = u"%1"_s,
                     .user = u"<｜User｜>%1"_s,
                     .model = u"<｜Assistant｜>%1<｜end▁of▁sentence｜>"_s,
                     .lead = u"<｜Assistant｜><think>\n"_s,
                     .close = u"<｜end▁of▁sentence｜>"_s};
    case Family::Titan:
        return named(u"Bot"_s);
    case Family::Command:
        return named(u"Chatbot"_s);
    case Family::Jurassic:
        return named(u"Assistant"_s);
    default:
        return {};
    }
}

/// Not arg(): what was said may have a %1 of its own.
QString filled(QStringView form, const QString &text)
{
    const qsizetype place = form.indexOf(u"%1"_s);
    return place < 0 ? QString() : form.first(place).toString() + text + form.sliced(place + 2).toString();
}

} // namespace

QString promptOf(const Dialogue &dialogue, Family family)
{
    const auto marks = marksOf(family);
    if (!marks)
        return {};
    QString instructions =
        dialogue.instructions.isEmpty() ? QString() : filled(marks->instructions, dialogue.instructions);
    QString prompt = marks->start;
    if (!marks->instructionsInUser || dialogue.turns.isEmpty())
        prompt += std::exchange(instructions, {});
    for (const Turn &turn : dialogue.turns)
        prompt += turn.byModel ? filled(marks->model, turn.text)
                               : filled(marks->user, std::exchange(instructions, {}) + turn.text);
    const bool goesOn = !dialogue.turns.isEmpty() && dialogue.turns.last().byModel;
    if (goesOn)
        prompt.chop(marks->close.size());
    return goesOn ? prompt : prompt + marks->lead;
}

} // namespace sb::dialects::bedrock
