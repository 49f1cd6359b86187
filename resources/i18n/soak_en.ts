<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>%n iteration</numerusform>
            <numerusform>%n iterations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) open</source>
        <translation>
            <numerusform>%n run open</numerusform>
            <numerusform>%n runs open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::CursorValues</name>
    <message numerus="yes">
        <source>and %n more runs</source>
        <translation>
            <numerusform>and %n more run</numerusform>
            <numerusform>and %n more runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::GateWords</name>
    <message numerus="yes">
        <source>%n met</source>
        <translation>
            <numerusform>%n met</numerusform>
            <numerusform>%n met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broke</source>
        <translation>
            <numerusform>%n broke</numerusform>
            <numerusform>%n broke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::JobsModel</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::MainWindow</name>
    <message numerus="yes">
        <source>The last window did not end by itself. It had %n run(s) open.</source>
        <translation>
            <numerusform>The last window did not end by itself. It had %n run open.</numerusform>
            <numerusform>The last window did not end by itself. It had %n runs open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::OverridesView</name>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::RunsPanel</name>
    <message numerus="yes">
        <source>Draw %n run(s)</source>
        <translation>
            <numerusform>Draw %n run</numerusform>
            <numerusform>Draw %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in no arm</source>
        <translation>
            <numerusform>%n run in no arm</numerusform>
            <numerusform>%n runs in no arm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in arm %1</source>
        <translation>
            <numerusform>%n run in arm %1</numerusform>
            <numerusform>%n runs in arm %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::ContentsPage</name>
    <message numerus="yes">
        <source>%n iteration(s), a file each</source>
        <translation>
            <numerusform>%n iteration, a file each</numerusform>
            <numerusform>%n iterations, a file each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) go into the bundle</source>
        <translation>
            <numerusform>%n file goes into the bundle</numerusform>
            <numerusform>%n files go into the bundle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::DryRunPage</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::EvidencePage</name>
    <message numerus="yes">
        <source>and %n more below</source>
        <translation>
            <numerusform>and %n more below</numerusform>
            <numerusform>and %n more below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::TagPage</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareDesk</name>
    <message numerus="yes">
        <source>Lay %n run(s) over each other</source>
        <translation>
            <numerusform>Lay %n run over each other</numerusform>
            <numerusform>Lay %n runs over each other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>Compare %n run</numerusform>
            <numerusform>Compare %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareHeader</name>
    <message numerus="yes">
        <source>%1 %2, %3, %n iteration(s)</source>
        <translation>
            <numerusform>%1 %2, %3, %n iteration</numerusform>
            <numerusform>%1 %2, %3, %n iterations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more run(s) drawn.</source>
        <translation>
            <numerusform>%n more run drawn.</numerusform>
            <numerusform>%n more runs drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareTable</name>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>Compare %n run</numerusform>
            <numerusform>Compare %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareView</name>
    <message numerus="yes">
        <source>Overrides differ in %n parameter(s).</source>
        <translation>
            <numerusform>Overrides differ in %n parameter.</numerusform>
            <numerusform>Overrides differ in %n parameters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n iteration(s), gate %2</source>
        <translation>
            <numerusform>%1, %n iteration, gate %2</numerusform>
            <numerusform>%1, %n iterations, gate %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s): %1 ✕</source>
        <translation>
            <numerusform>%n iteration: %1 ✕</numerusform>
            <numerusform>%n iterations: %1 ✕</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::DifferingOverrides</name>
    <message numerus="yes">
        <source>Hide %n equal parameter(s)</source>
        <translation>
            <numerusform>Hide %n equal parameter</numerusform>
            <numerusform>Hide %n equal parameters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n equal parameter(s)</source>
        <translation>
            <numerusform>Show %n equal parameter</numerusform>
            <numerusform>Show %n equal parameters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::RelationsPage</name>
    <message numerus="yes">
        <source>%n iteration(s) chosen</source>
        <translation>
            <numerusform>%n iteration chosen</numerusform>
            <numerusform>%n iterations chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s) without both values</source>
        <translation>
            <numerusform>%n iteration without both values</numerusform>
            <numerusform>%n iterations without both values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::HistoryView</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::KpiChart</name>
    <message numerus="yes">
        <source>%1 by run, %n run(s)</source>
        <translation>
            <numerusform>%1 by run, %n run</numerusform>
            <numerusform>%1 by run, %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::HistoryStrip</name>
    <message numerus="yes">
        <source>Compare with %n other run(s) made as A, too</source>
        <translation>
            <numerusform>Compare with %n other run made as A, too</numerusform>
            <numerusform>Compare with %n other runs made as A, too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::ArmsPage</name>
    <message numerus="yes">
        <source>Arm A: %n chosen run(s).</source>
        <translation>
            <numerusform>Arm A: %n chosen run.</numerusform>
            <numerusform>Arm A: %n chosen runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arm B: %n chosen run(s).</source>
        <translation>
            <numerusform>Arm B: %n chosen run.</numerusform>
            <numerusform>Arm B: %n chosen runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arm A: %n run(s) with the configuration of %1.</source>
        <translation>
            <numerusform>Arm A: %n run with the configuration of %1.</numerusform>
            <numerusform>Arm A: %n runs with the configuration of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arm B: %n run(s) with the configuration of %1.</source>
        <translation>
            <numerusform>Arm B: %n run with the configuration of %1.</numerusform>
            <numerusform>Arm B: %n runs with the configuration of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other run(s) drawn in neither.</source>
        <translation>
            <numerusform>%n other run is drawn and in neither.</numerusform>
            <numerusform>%n other runs are drawn and in neither.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(about %n more run(s) an arm needed)</source>
        <translation>
            <numerusform>(about %n more run an arm needed)</numerusform>
            <numerusform>(about %n more runs an arm needed)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n more run(s) an arm</source>
        <translation>
            <numerusform>about %n more run an arm</numerusform>
            <numerusform>about %n more runs an arm</numerusform>
        </translation>
    </message>
</context>
</TS>
