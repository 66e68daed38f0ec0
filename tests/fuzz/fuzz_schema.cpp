// A schema in the first line, a value behind it. Every verdict comes within the limits, is the same each time, and says
// why where it is not "fits".

#include "core/routing/acceptance/schema.h"

using sb::routing::SchemaVerdict;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const qsizetype line = input.indexOf('\n');
    const auto schema = sb::parseJson(line < 0 ? input : input.first(line));
    if (!schema)
        return 0;
    const auto compiled = sb::routing::compileSchema(*schema);
    if (!compiled) {
        if (compiled.error().message.isEmpty())
            __builtin_trap();
        return 0;
    }
    const auto value = line < 0 ? schema : sb::parseJson(input.sliced(line + 1));
    if (!value)
        return 0;
    const SchemaVerdict verdict = sb::routing::validate(*compiled, *value);
    if ((verdict.kind == SchemaVerdict::Kind::DoesNotFit) == verdict.violations.isEmpty()
        || (verdict.kind == SchemaVerdict::Kind::CannotCheck) == verdict.reason.isEmpty())
        __builtin_trap();
    // Neither the layout of a value nor a further reading of its schema changes what is said of it.
    const auto again = sb::routing::compileSchema(*sb::parseJson(schema->dumpIndented()));
    if (!again || sb::routing::validate(*again, *sb::parseJson(value->dumpIndented())).kind != verdict.kind)
        __builtin_trap();
    return 0;
}
