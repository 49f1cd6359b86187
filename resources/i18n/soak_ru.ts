<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run folder or one above it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the runs, names and notes of a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Workspace As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is open, with names and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the open runs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the shown run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy headline, verdict, run id and the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command line that gives the same answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose options and start a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the shown run after the file it writes now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the shown run where it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in one look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;verrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signals, states, freezes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot, audit, recommendations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to I&amp;teration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to an iteration by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the cursor back by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the cursor on by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock the Cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cursor stays where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the range or view before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is known of the iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;un Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the run panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the focus to the next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the focus to the pane before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout &amp;Analyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, charts and inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout &amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs and charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout Re&amp;lease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;set the Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every part back to its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector in a &amp;Window of Its Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the inspector out of the window, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, iterations, parameters, actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an &amp;Action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn in the charts, in this colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that others are compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run; F2 gives it another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations read of those planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict of the four goals, or where the run stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each goal was met, as a share of its target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3 iterations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>No run is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point verdict %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>cursor #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (locked)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writer alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stalled, writer alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writer dead: the run can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is gone; still watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced on disk by another run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui</name>
    <message>
        <source>zoomed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1 met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1 missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No iteration has a value of summary.%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window: last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window: all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No iteration recorded %1 in runtime_overrides</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::Autosave</name>
    <message>
        <source>Save the workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::ChartPane</name>
    <message>
        <source>guards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deltas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this chart (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::ChartPicker</name>
    <message>
        <source>Add a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric or parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a metric or parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics and parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::CommandBox</name>
    <message>
        <source>Runs, iterations, parameters, &gt; actions (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a run, an iteration or a parameter; actions after &gt; (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::CursorValues</name>
    <message numerus="yes">
        <source>and %n more runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1: where this number comes from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::EmptyPage</name>
    <message>
        <source>No run is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run directory or a folder above one (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run 8 mock iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short deterministic run, to see what the workbench does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recorded run of 36 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a run folder here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::EmptyState</name>
    <message>
        <source>No run is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one under Runs, open a folder with Ctrl+O, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::EventLanes</name>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events over the iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to all %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, held or missing in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::ExplainPopover</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::GateTile</name>
    <message>
        <source>Enter: go to the worst iteration. F1: explain the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::GateWords</name>
    <message numerus="yes">
        <source>%n met</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broke</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::Headline</name>
    <message>
        <source>Verdict and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if it ended now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::InspectorFile</name>
    <message>
        <source>Raw JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole text of the file of this iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw JSON of the iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · chain %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::InspectorOverrides</name>
    <message>
        <source>Overrides of the iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::InspectorPanel</name>
    <message>
        <source>Its file could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ITER_SUMMARY_%1.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded: no runtime_overrides in its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the net edge is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No iteration yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has none so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1, the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft gate of this iteration; warm-up only warns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft gate of this iteration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::IterationsModel</name>
    <message>
        <source>Iteration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::IterationsView</name>
    <message>
        <source>+ Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a chart of a metric or parameter (Insert)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts in two columns (G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts as a table (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is chosen. Choose one in the list of runs, or drop a folder here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No iteration of this run could be read: there is no ITER_SUMMARY_&lt;n&gt;.json in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>#%1 to #%2 of %n iteration(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Gather the events of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::JobsModel</name>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the chosen job, or the oldest one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::MainWindow</name>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run begins in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being written. It goes on when this window is closed, and can be watched again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soak Workbench %1
Runs, tunes, verifies and judges soak tests of trading bots.
Free software under the GPL, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run, events, jobs, problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run folder or one above it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.soakws)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The last window did not end by itself. It had %n run(s) open.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary and its picture are in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the clipboard: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1 was not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::MarkedRange</name>
    <message>
        <source>A and B on the charts mark two iterations to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1, min %2, max %3, n %4, missing %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::Meaning</name>
    <message>
        <source>IN PROGRESS %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STALLED at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its writer is alive, but no iteration came for three times the usual interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNFINISHED %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no end and nobody writes it; it can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOLDER GONE, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the run is no longer there; what was read is still shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REPLACED, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run lies in its folder now; this one is shown from memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::OverviewStrip</name>
    <message>
        <source>Overview of all iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole run; drag to choose the part that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::OverviewView</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every iteration was read, and nothing is wrong with its data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>READY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT READY</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong with what is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bytes of the file (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the line away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::RunLauncher</name>
    <message>
        <source>The options of `soak run` are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot stop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run did not begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::RunPanel</name>
    <message>
        <source>The options of `soak run` are not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each run gets a folder of its own in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program of engine command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>./bot --venue test (engine command)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started for each iteration when the engine is `command`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the run; it goes on when this window is closed (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the shown run after the file it writes now (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the shown run where it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run did not begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was not resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: iteration %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program `soak` is not there: it is looked for beside this one and on PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is written now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::RunWatch</name>
    <message>
        <source>Look for changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens or draws the chosen runs, V draws or hides one, S makes it the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: verdict:fail p95&gt;340</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the runs that match, as verdict:fail p95&gt;340 canary (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only runs since the last visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs since this window was last closed; press to see only these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 FAIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide in the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw in the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::Session</name>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::TextWindow</name>
    <message>
        <source>
… the first %1 of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::TileRow</name>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::ValueLabel</name>
    <message>
        <source>F1: where this number comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::Waterfall</name>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>soak::ui::Workspace</name>
    <message>
        <source>Name of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
