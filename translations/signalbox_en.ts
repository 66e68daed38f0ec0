<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>sb::Money</name>
    <message numerus="yes">
        <source>“%1” has more than %n decimals.</source>
        <translation>
            <numerusform>“%1” has more than %n decimals.</numerusform>
            <numerusform>“%1” has more than %n decimals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::engine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ChainsPage</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ChartPanel</name>
    <message numerus="yes">
        <source>%n request(s) unpriced</source>
        <translation>
            <numerusform>%n request unpriced</numerusform>
            <numerusform>%n requests unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::DecisionTable</name>
    <message numerus="yes">
        <source>failed, %n try(s)</source>
        <extracomment>How often an endpoint was asked in vain.</extracomment>
        <translation>
            <numerusform>failed, %n try</numerusform>
            <numerusform>failed, %n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved on because %1 failed with %2, %n try(s). %3 answered; nothing had been shown before.</source>
        <translation>
            <numerusform>Moved on because %1 failed with %2, %n try. %3 answered; nothing had been shown before.</numerusform>
            <numerusform>Moved on because %1 failed with %2, %n tries. %3 answered; nothing had been shown before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::LineView</name>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>at most %n token</numerusform>
            <numerusform>at most %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::MarkdownView</name>
    <message numerus="yes">
        <source>Reasoning, %n character(s)</source>
        <extracomment>The number of characters of the model&apos;s reasoning; the arrow folds it in and out.</extracomment>
        <translation>
            <numerusform>Reasoning, %n character</numerusform>
            <numerusform>Reasoning, %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RequestsPage</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RouteStrip</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::SpendChart</name>
    <message numerus="yes">
        <source>%n bar(s)</source>
        <translation>
            <numerusform>%n bar</numerusform>
            <numerusform>%n bars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::StepModel</name>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n retry(s)</source>
        <translation>
            <numerusform>%1, %n retry</numerusform>
            <numerusform>%1, %n retries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::TargetButton</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
</TS>
