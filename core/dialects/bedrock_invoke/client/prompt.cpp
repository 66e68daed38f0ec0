#include "core/dialects/bedrock_invoke/client/prompt.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

/// The marks around what each side says.
struct Marks
{
    Family family = {};
    QStringView start = {};
    QStringView instructions = {}; ///< %1 is their text
    QStringView user = {};
    QStringView model = {};
    QStringView lead = {}; ///< what an answer begins with
    QStringView close = {}; ///< the end of `model`, left out where the model is to go on
    bool instructionsInUser = false; ///< they stand before the first words of the user, inside its marks
};

constexpr std::array AllMarks{
    Marks{.family = Family::Llama2,
          .start = u"<s>",
          .instructions = u"<<SYS>>\n%1\n<</SYS>>\n\n",
          .user = u"[INST] %1 [/INST]",
          .model = u" %1 </s><s>",
          .close = u" </s><s>",
          .instructionsInUser = true},
    Marks{.family = Family::Llama3,
          .start = u"<|begin_of_text|>",
          .instructions = u"<|start_header_id|>system<|end_header_id|>\n\n%1<|eot_id|>",
          .user = u"<|start_header_id|>user<|end_header_id|>\n\n%1<|eot_id|>",
          .model = u"<|start_header_id|>assistant<|end_header_id|>\n\n%1<|eot_id|>",
          .lead = u"<|start_header_id|>assistant<|end_header_id|>\n\n",
          .close = u"<|eot_id|>"},
    Marks{.family = Family::Llama4,
          .start = u"<|begin_of_text|>",
          .instructions = u"<|header_start|>system<|header_end|>\n\n%1<|eot|>",
          .user = u"<|header_start|>user<|header_end|>\n\n%1<|eot|>",
          .model = u"<|header_start|>assistant<|header_end|>\n\n%1<|eot|>",
          .lead = u"<|header_start|>assistant<|header_end|>\n\n",
          .close = u"<|eot|>"},
    Marks{.family = Family::MistralInstruct,
          .start = u"<s>",
          .instructions = u"%1\n\n",
          .user = u"[INST] %1 [/INST]",
          .model = u" %1</s>",
          .close = u"</s>",
          .instructionsInUser = true},
    Marks{.family = Family::DeepSeekR1,
          .start = u"<｜begin▁of▁sentence｜>",
          .instructions = u"%1",
          .user = u"<｜User｜>%1",
          .model = u"<｜Assistant｜>%1<｜end▁of▁sentence｜>",
          .lead = u"<｜Assistant｜><think>\n",
          .close = u"<｜end▁of▁sentence｜>"},
    Marks{.family = Family::Titan,
          .instructions = u"%1\n\n",
          .user = u"User: %1\n",
          .model = u"Bot: %1\n",
          .lead = u"Bot:",
          .close = u"\n"},
    Marks{.family = Family::Command,
          .instructions = u"%1\n\n",
          .user = u"User: %1\n",
          .model = u"Chatbot: %1\n",
          .lead = u"Chatbot:",
          .close = u"\n"},
    Marks{.family = Family::Jurassic,
          .instructions = u"%1\n\n",
          .user = u"User: %1\n",
          .model = u"Assistant: %1\n",
          .lead = u"Assistant:",
          .close = u"\n"},
};

/// Not arg(): what was said may have a %1 of its own.
QString filled(QStringView form, const QString &text)
{
    const qsizetype place = form.indexOf(u"%1"_s);
    return place < 0 ? QString() : form.first(place).toString() + text + form.sliced(place + 2).toString();
}

} // namespace

QString promptOf(const Dialogue &dialogue, Family family)
{
    const auto *const marks =
        std::find_if(AllMarks.begin(), AllMarks.end(), [family](const Marks &each) { return each.family == family; });
    if (marks == AllMarks.end())
        return {};
    QString instructions =
        dialogue.instructions.isEmpty() ? QString() : filled(marks->instructions, dialogue.instructions);
    QString prompt = marks->start.toString();
    if (!marks->instructionsInUser || dialogue.turns.isEmpty())
        prompt += std::exchange(instructions, {});
    for (const Turn &turn : dialogue.turns)
        prompt += turn.byModel ? filled(marks->model, turn.text)
                               : filled(marks->user, std::exchange(instructions, {}) + turn.text);
    const bool goesOn = !dialogue.turns.isEmpty() && dialogue.turns.last().byModel;
    if (goesOn)
        prompt.chop(marks->close.size());
    return goesOn ? prompt : prompt + marks->lead.toString();
}

} // namespace sb::dialects::bedrock
