// signalbox-classify-report: how well the local classifier does on labelled prompts.
#include "tests/tools/labelled_prompts.h"

#include "core/routing/classifier/classifier.h"

#include <QFileInfo>

#include <cstdio>

using namespace sb;
using namespace sb::routing;
using namespace sb::tools;
using namespace Qt::StringLiterals;

namespace {

void print(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
}

/// Each prompt, or each that was taken for something else, with what spoke for its class.
void printEvidence(const QList<LabelledPrompt> &prompts, bool onlyMisses)
{
    const Classifier classifier({});
    for (const LabelledPrompt &prompt : prompts) {
        const Classification found = classifier.classify(prompt.request);
        if (onlyMisses && found.className.toUtf8() == toWireName(prompt.taskClass))
            continue;
        print(prompt.id.toUtf8() + " is " + toWireName(prompt.taskClass) + ", said " + found.className.toUtf8() + ' '
              + QByteArray::number(found.confidence, 'f', 2) + ':');
        for (const Evidence &evidence : found.evidence) {
            if (std::abs(evidence.weight) >= 0.2)
                print(' ' + evidence.feature + ' ' + QByteArray::number(evidence.weight, 'f', 1)
                      + (evidence.found.isEmpty() ? QByteArray() : " “" + evidence.found.left(30).toUtf8() + "”"));
        }
        print("\n");
    }
}

/// Of the decisions of about one confidence, how many are right.
void printCalibration(const QList<LabelledPrompt> &prompts)
{
    static constexpr std::array Bounds{0.0, 0.5, 0.7, 0.9, 0.97, 1.01};
    std::array<int, Bounds.size()> all{};
    std::array<int, Bounds.size()> right{};
    const Classifier classifier({});
    for (const LabelledPrompt &prompt : prompts) {
        const Classification found = classifier.classify(prompt.request);
        std::size_t bin = 0;
        while (found.confidence >= Bounds[bin + 1])
            ++bin;
        ++all[bin];
        right[bin] += found.className.toUtf8() == toWireName(prompt.taskClass) ? 1 : 0;
    }
    print("\n| confidence | prompts | right |\n| --- | --- | --- |\n");
    for (std::size_t bin = 0; bin + 1 < Bounds.size(); ++bin) {
        print("| " + QByteArray::number(Bounds[bin]) + " to " + QByteArray::number(std::min(Bounds[bin + 1], 1.0))
              + " | " + QByteArray::number(all[bin]) + " | " + QByteArray::number(right[bin]) + " |\n");
    }
}

/// What classes of examples alone take, at several thresholds.
int printExamples(const QString &path, const QList<LabelledPrompt> &others)
{
    print("\n| threshold | taken of those that belong | of those that are near | of other prompts |\n"
          "| --- | --- | --- | --- |\n");
    for (const double threshold : {0.10, 0.12, 0.14, 0.16, 0.18, 0.20, 0.25, 0.30}) {
        const auto figures = exampleFiguresOf(path, others, threshold);
        if (!figures) {
            std::fprintf(stderr, "signalbox-classify-report: %s\n", qUtf8Printable(figures.error().message));
            return 1;
        }
        print(rowOf(threshold, *figures));
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const bool misses = argc == 3 && qstrcmp(argv[1], "--misses") == 0;
    const bool evidence = argc == 3 && qstrcmp(argv[1], "--evidence") == 0;
    const bool examples = argc == 4 && qstrcmp(argv[1], "--examples") == 0;
    if (argc != 2 && !misses && !evidence && !examples) {
        std::fputs("usage: signalbox-classify-report [--misses | --evidence | --examples EXAMPLES.jsonl] FILE.jsonl\n",
                   stderr);
        return 2;
    }
    const QString path = QString::fromLocal8Bit(argv[argc - 1]);
    // What fails there must not become known, or somebody tunes on it.
    if ((misses || evidence) && QFileInfo(path).canonicalFilePath().contains(u"held_out"_s)) {
        std::fputs("signalbox-classify-report: of held-out prompts only the figures are shown\n", stderr);
        return 2;
    }
    const auto prompts = readPrompts(path);
    if (!prompts) {
        std::fprintf(stderr, "signalbox-classify-report: %s\n", qUtf8Printable(prompts.error().message));
        return 1;
    }
    if (examples)
        return printExamples(QString::fromLocal8Bit(argv[2]), *prompts);
    print(tableOf(confusionOf(*prompts)));
    printCalibration(*prompts);
    if (misses || evidence)
        printEvidence(*prompts, misses);
    return 0;
}
