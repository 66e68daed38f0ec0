// signalbox-classify-fit: fits the weights of the local classifier and prints core/routing/classifier/weights.h.
#include "tests/tools/classifier_fit.h"

#include "tests/tools/labelled_prompts.h"

#include <cstdio>

using namespace sb;
using namespace sb::routing;
using namespace sb::tools;

namespace {

QByteArray row(const ClassWeights &weights)
{
    QByteArray text = "{";
    for (std::size_t c = 0; c < TaskClassCount; ++c)
        text += (c ? ", " : "") + QByteArray::number(weights[c], 'f', 2);
    return text + "}";
}

QByteArray header(const Model &model)
{
    QByteArray text =
        "#pragma once\n\n#include \"core/routing/classifier/model.h\"\n\n"
        "// Written by `signalbox-classify-fit tests/routing/prompts/tuning.jsonl`; README.md says how it "
        "fits.\nnamespace sb::routing {\n\n// clang-format off\n"
        "inline constexpr Model FittedModel{\n"
        "    // reasoning, simple, long_document, code, bulk, chat\n    .bias = {"
        + row(model.bias) + "},\n    .weights = {{\n";
    for (std::size_t f = 0; f < FeatureCount; ++f)
        text += "        {" + row(model.weights[f]) + "}, // " + toWireName(Feature(f)) + "\n";
    return text + "    }},\n    .temperature = " + QByteArray::number(model.temperature, 'f', 2)
        + ",\n};\n// clang-format on\n\n} // namespace sb::routing\n";
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        std::fputs("usage: signalbox-classify-fit FILE.jsonl [PULL]\n", stderr);
        return 2;
    }
    const auto prompts = readPrompts(QString::fromLocal8Bit(argv[1]));
    if (!prompts) {
        std::fprintf(stderr, "signalbox-classify-fit: %s\n", qUtf8Printable(prompts.error().message));
        return 1;
    }
    std::vector<Sample> samples;
    for (const LabelledPrompt &prompt : *prompts)
        samples.push_back({featuresOf(prompt.request), prompt.taskClass});

    const double pull = argc == 3 ? QByteArray(argv[2]).toDouble() : DefaultPull;
    const CrossValidation check = crossValidate(samples, pull);
    std::fprintf(
        stderr,
        "pull %.2f: %.1f %% right in cross-validation, %.1f %% with words forgotten, prior alone %.1f %%, temperature "
        "%.2f, log loss %.3f\n",
        pull, 100 * check.accuracy, 100 * check.forgetful, 100 * accuracyOf(priorModel(), samples), check.temperature,
        check.logLoss);
    std::fputs(tableOf(check.confusion).constData(), stderr);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const LabelledPrompt &prompt = prompts->at(qsizetype(i));
        if (check.missed[i] > 0)
            std::fprintf(stderr, "%s is %s, missed in %d of 5 rounds\n", qUtf8Printable(prompt.id),
                         toWireName(prompt.taskClass).constData(), check.missed[i]);
    }
    Model model = fit(samples, pull);
    model.temperature = check.temperature;
    std::fputs(header(model).constData(), stdout);
    return 0;
}
