<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Прогон</translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation>&amp;Анализ</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open a run folder or one above it</source>
        <translation>Открыть папку прогона или папку над ней</translation>
    </message>
    <message>
        <source>Open &amp;Workspace…</source>
        <translation>Открыть &amp;рабочую область…</translation>
    </message>
    <message>
        <source>Open the runs, names and notes of a workspace</source>
        <translation>Открыть прогоны, имена и заметки рабочей области</translation>
    </message>
    <message>
        <source>&amp;Save Workspace As…</source>
        <translation>&amp;Сохранить рабочую область как…</translation>
    </message>
    <message>
        <source>Save what is open, with names and notes</source>
        <translation>Сохранить открытое вместе с именами и заметками</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>Пере&amp;читать</translation>
    </message>
    <message>
        <source>Read the open runs again</source>
        <translation>Прочитать открытые прогоны заново</translation>
    </message>
    <message>
        <source>&amp;Close Run</source>
        <translation>&amp;Закрыть прогон</translation>
    </message>
    <message>
        <source>Close the shown run</source>
        <translation>Закрыть показанный прогон</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Отменить последнюю правку</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation>Повторить правку</translation>
    </message>
    <message>
        <source>Copy &amp;Summary</source>
        <translation>Копировать &amp;сводку</translation>
    </message>
    <message>
        <source>Copy headline, verdict, run id and the picture</source>
        <translation>Копировать заголовок, вердикт, имя прогона и картинку</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Копировать сводку</translation>
    </message>
    <message>
        <source>Copy &amp;Command</source>
        <translation>Копировать &amp;команду</translation>
    </message>
    <message>
        <source>Copy the command line that gives the same answer</source>
        <translation>Копировать команду, дающую тот же ответ</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>&amp;Run…</source>
        <translation>&amp;Прогон…</translation>
    </message>
    <message>
        <source>Choose options and start a run</source>
        <translation>Выбрать параметры и начать прогон</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Прогон…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>End the shown run after the file it writes now</source>
        <translation>Закончить прогон после файла, который пишется сейчас</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>Про&amp;должить</translation>
    </message>
    <message>
        <source>Go on with the shown run where it ended</source>
        <translation>Продолжить показанный прогон с места остановки</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Обзор</translation>
    </message>
    <message>
        <source>The run in one look</source>
        <translation>Прогон одним взглядом</translation>
    </message>
    <message>
        <source>&amp;Iterations</source>
        <translation>&amp;Итерации</translation>
    </message>
    <message>
        <source>The charts</source>
        <translation>Графики</translation>
    </message>
    <message>
        <source>O&amp;verrides</source>
        <translation>&amp;Параметры</translation>
    </message>
    <message>
        <source>What was changed, and when</source>
        <translation>Что и когда изменено</translation>
    </message>
    <message>
        <source>&amp;Guards</source>
        <translation>&amp;Защиты</translation>
    </message>
    <message>
        <source>Signals, states, freezes</source>
        <translation>Сигналы, состояния, заморозки</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>О&amp;тчёты</translation>
    </message>
    <message>
        <source>Snapshot, audit, recommendations</source>
        <translation>Снимок, аудит, рекомендации</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Go to I&amp;teration…</source>
        <translation>Перейти к и&amp;терации…</translation>
    </message>
    <message>
        <source>Go to an iteration by its number</source>
        <translation>Перейти к итерации по номеру</translation>
    </message>
    <message>
        <source>&amp;Previous Iteration</source>
        <translation>П&amp;редыдущая итерация</translation>
    </message>
    <message>
        <source>Move the cursor back by one</source>
        <translation>Курсор на одну итерацию назад</translation>
    </message>
    <message>
        <source>&amp;Next Iteration</source>
        <translation>&amp;Следующая итерация</translation>
    </message>
    <message>
        <source>Move the cursor on by one</source>
        <translation>Курсор на одну итерацию вперёд</translation>
    </message>
    <message>
        <source>&amp;Lock the Cursor</source>
        <translation>&amp;Закрепить курсор</translation>
    </message>
    <message>
        <source>The cursor stays where it is</source>
        <translation>Курсор остаётся на месте</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>Back to the range or view before</source>
        <translation>Назад к прежнему участку или виду</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Прогоны</translation>
    </message>
    <message>
        <source>Show the list of runs</source>
        <translation>Показать список прогонов</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Инспектор</translation>
    </message>
    <message>
        <source>Show what is known of the iteration</source>
        <translation>Показать всё известное об итерации</translation>
    </message>
    <message>
        <source>R&amp;un Panel</source>
        <translation>П&amp;анель прогона</translation>
    </message>
    <message>
        <source>Open or close the run panel</source>
        <translation>Открыть или закрыть панель прогона</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;События</translation>
    </message>
    <message>
        <source>Open or close the events</source>
        <translation>Открыть или закрыть события</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Задания</translation>
    </message>
    <message>
        <source>Open or close the jobs</source>
        <translation>Открыть или закрыть задания</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>Пробле&amp;мы</translation>
    </message>
    <message>
        <source>Open or close the problems</source>
        <translation>Открыть или закрыть проблемы</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Во весь &amp;экран</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Занять весь экран</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>&amp;Следующая часть окна</translation>
    </message>
    <message>
        <source>Move the focus to the next pane</source>
        <translation>Фокус на следующую часть окна</translation>
    </message>
    <message>
        <source>P&amp;revious Pane</source>
        <translation>Пр&amp;едыдущая часть окна</translation>
    </message>
    <message>
        <source>Move the focus to the pane before</source>
        <translation>Фокус на предыдущую часть окна</translation>
    </message>
    <message>
        <source>Layout &amp;Analyst</source>
        <translation>Раскладка «&amp;Аналитик»</translation>
    </message>
    <message>
        <source>Runs, charts and inspector</source>
        <translation>Прогоны, графики и инспектор</translation>
    </message>
    <message>
        <source>Layout &amp;Compare</source>
        <translation>Раскладка «С&amp;равнение»</translation>
    </message>
    <message>
        <source>Runs and charts</source>
        <translation>Прогоны и графики</translation>
    </message>
    <message>
        <source>Layout Re&amp;lease</source>
        <translation>Раскладка «Вып&amp;уск»</translation>
    </message>
    <message>
        <source>The reports alone</source>
        <translation>Одни отчёты</translation>
    </message>
    <message>
        <source>Re&amp;set the Layout</source>
        <translation>Сбросить раск&amp;ладку</translation>
    </message>
    <message>
        <source>Every part back to its place</source>
        <translation>Вернуть всё на свои места</translation>
    </message>
    <message>
        <source>Inspector in a &amp;Window of Its Own</source>
        <translation>Инспектор в отдельном &amp;окне</translation>
    </message>
    <message>
        <source>Take the inspector out of the window, or back</source>
        <translation>Вынести инспектор из окна или вернуть</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Перейти…</translation>
    </message>
    <message>
        <source>Runs, iterations, parameters, actions</source>
        <translation>Прогоны, итерации, параметры, действия</translation>
    </message>
    <message>
        <source>Find an &amp;Action…</source>
        <translation>Найти &amp;действие…</translation>
    </message>
    <message>
        <source>Every action by its name</source>
        <translation>Любое действие по названию</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>Every key of the window</source>
        <translation>Все клавиши окна</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Версия и лицензия</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Недавние</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;История</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Итерации</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Guards</source>
        <translation>Защиты</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Save Gate Pro&amp;file…</source>
        <translation>Сохранить пр&amp;офиль проверок…</translation>
    </message>
    <message>
        <source>Save the modified gate profile for soak gate --profile</source>
        <translation>Сохранить изменённый профиль проверок для soak gate --profile</translation>
    </message>
    <message>
        <source>&amp;Export Page…</source>
        <translation>&amp;Экспорт страницы…</translation>
    </message>
    <message>
        <source>Write what the view shows as a picture or a table</source>
        <translation>Записать показанное рисунком или таблицей</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Пе&amp;чать…</translation>
    </message>
    <message>
        <source>Print what the view shows</source>
        <translation>Напечатать показанное</translation>
    </message>
    <message>
        <source>Copy &amp;Page</source>
        <translation>Копировать &amp;страницу</translation>
    </message>
    <message>
        <source>Copy what the view shows as picture and table</source>
        <translation>Скопировать показанное рисунком и таблицей</translation>
    </message>
    <message>
        <source>Keep &amp;Private</source>
        <translation>&amp;Личный прогон</translation>
    </message>
    <message>
        <source>Leave the shown run out of the recent files</source>
        <translation>Не запоминать показанный прогон среди недавних</translation>
    </message>
    <message>
        <source>Write a &amp;Note…</source>
        <translation>Написать &amp;заметку…</translation>
    </message>
    <message>
        <source>Write a note on the range from A to B, the iteration under the cursor, or the run</source>
        <translation>Написать заметку к диапазону от A до B, к итерации под курсором или к прогону</translation>
    </message>
    <message>
        <source>Go to the Last &amp;Green Run</source>
        <translation>К последнему &amp;зелёному прогону</translation>
    </message>
    <message>
        <source>The newest run before this one that met everything: same engine, scenario and profile</source>
        <translation>Новейший прогон до этого, достигший всего: тот же движок, сценарий и профиль</translation>
    </message>
    <message>
        <source>&amp;Explain the Number</source>
        <translation>&amp;Объяснить число</translation>
    </message>
    <message>
        <source>Where the number in focus comes from</source>
        <translation>Откуда число в фокусе</translation>
    </message>
    <message>
        <source>Filter the list in focus: runs, events, problems, overrides</source>
        <translation>Фильтр списка в фокусе: прогоны, события, проблемы, параметры</translation>
    </message>
    <message>
        <source>&amp;Verify a Bundle…</source>
        <translation>&amp;Проверить пакет…</translation>
    </message>
    <message>
        <source>Check a release bundle row by row: whole, signed, its figures derived again</source>
        <translation>Проверить пакет выпуска по строкам: цел ли, кем подписан, следуют ли показатели из прогона</translation>
    </message>
    <message>
        <source>Relea&amp;se</source>
        <translation>Вы&amp;пуск</translation>
    </message>
    <message>
        <source>From the evidence to a verified bundle and a tag</source>
        <translation>От свидетельств до проверенного пакета и тега</translation>
    </message>
    <message>
        <source>The release alone</source>
        <translation>Только выпуск</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Выпуск</translation>
    </message>
    <message>
        <source>Re&amp;play Without the Change</source>
        <translation>П&amp;овторить без изменения</translation>
    </message>
    <message>
        <source>Make a simulated run again without the changes applied after the iteration under the cursor</source>
        <translation>Повторить смоделированный прогон без изменений, внесённых после итерации под курсором</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>С&amp;равнение</translation>
    </message>
    <message>
        <source>Runs held against a baseline: effects, distributions, relations</source>
        <translation>Прогоны рядом с базовым: эффекты, распределения, связи</translation>
    </message>
    <message>
        <source>The list of runs and the comparison</source>
        <translation>Список прогонов и сравнение</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Every remembered run, and one KPI over them</source>
        <translation>Все запомненные прогоны и один KPI по ним</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>&amp;Tag Remembered Runs…</source>
        <translation>&amp;Метка запомненным прогонам…</translation>
    </message>
    <message>
        <source>Give a tag to the runs that are chosen in the history</source>
        <translation>Дать метку прогонам, выбранным в истории</translation>
    </message>
    <message>
        <source>&amp;Mark a Release…</source>
        <translation>Отметить рели&amp;з…</translation>
    </message>
    <message>
        <source>Mark the runs that are chosen in the history as a release</source>
        <translation>Отметить прогоны, выбранные в истории, как релиз</translation>
    </message>
    <message>
        <source>Note on Remembered R&amp;uns…</source>
        <translation>Заметка о за&amp;помненных прогонах…</translation>
    </message>
    <message>
        <source>Write a note on the runs that are chosen in the history</source>
        <translation>Написать заметку о прогонах, выбранных в истории</translation>
    </message>
    <message>
        <source>&amp;Decide about a Remembered Run…</source>
        <translation>Ре&amp;шение о запомненном прогоне…</translation>
    </message>
    <message>
        <source>Ship, hold or rerun: recorded in the history with the reason</source>
        <translation>Выпустить, придержать или повторить: записывается в историю с причиной</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Iteration</source>
        <translation>Итерация</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Shown</source>
        <translation>Показан</translation>
    </message>
    <message>
        <source>Drawn in the charts, in this colour</source>
        <translation>Нарисован на графиках этим цветом</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Эталон</translation>
    </message>
    <message>
        <source>The run that others are compared with</source>
        <translation>Прогон, с которым сравнивают остальные</translation>
    </message>
    <message>
        <source>run</source>
        <translation>прогон</translation>
    </message>
    <message>
        <source>Name of the run; F2 gives it another</source>
        <translation>Имя прогона; F2 даёт другое</translation>
    </message>
    <message>
        <source>start</source>
        <translation>начало</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>Когда начался</translation>
    </message>
    <message>
        <source>iter.</source>
        <translation>итер.</translation>
    </message>
    <message>
        <source>Iterations read of those planned</source>
        <translation>Прочитано итераций из намеченных</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>вердикт</translation>
    </message>
    <message>
        <source>Verdict of the four goals, or where the run stands</source>
        <translation>Вердикт по четырём целям или состояние прогона</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>запас</translation>
    </message>
    <message>
        <source>%1, %2, %3 iterations</source>
        <translation>%1, %2, итераций: %3</translation>
    </message>
    <message>
        <source>notes: %1</source>
        <translation>заметок: %1</translation>
    </message>
    <message>
        <source>The least margin of the goals in each iteration of the window, as a share of the target; below the line: missed</source>
        <translation>Наименьший запас по целям в каждой итерации окна, в долях цели; под линией — цель нарушена</translation>
    </message>
    <message>
        <source>arm %1</source>
        <translation>группа %1</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>No run is open</source>
        <translation>Прогон не открыт</translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>%n итерация</numerusform>
            <numerusform>%n итерации</numerusform>
            <numerusform>%n итераций</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>нет %1</translation>
    </message>
    <message>
        <source>window last %1</source>
        <translation>окно: последние %1</translation>
    </message>
    <message>
        <source>point verdict %1</source>
        <translation>точечный вердикт %1</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) open</source>
        <translation>
            <numerusform>открыт %n прогон</numerusform>
            <numerusform>открыто %n прогона</numerusform>
            <numerusform>открыто %n прогонов</numerusform>
        </translation>
    </message>
    <message>
        <source>cursor #%1</source>
        <translation>курсор #%1</translation>
    </message>
    <message>
        <source> (locked)</source>
        <translation> (закреплён)</translation>
    </message>
    <message>
        <source>window %1 %2</source>
        <translation>окно: %1 %2</translation>
    </message>
    <message>
        <source>no end is recorded</source>
        <translation>конец не записан</translation>
    </message>
    <message>
        <source>writer dead: the run can be resumed</source>
        <translation>пишущего процесса нет: прогон можно продолжить</translation>
    </message>
    <message>
        <source>the folder is gone; still watching</source>
        <translation>папки больше нет; наблюдение идёт</translation>
    </message>
    <message>
        <source>replaced on disk by another run</source>
        <translation>заменён на диске другим прогоном</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>завершён %1</translation>
    </message>
    <message>
        <source>writer alive, last file %1</source>
        <translation>пишется, последний файл %1</translation>
    </message>
    <message>
        <source>stalled since %1, writer alive</source>
        <translation>стоит с %1, процесс жив</translation>
    </message>
    <message>
        <source>#%1 unreadable</source>
        <translation>#%1 не читается</translation>
    </message>
    <message>
        <source>#%1 missing</source>
        <translation>#%1 нет</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ещё %1</translation>
    </message>
    <message>
        <source>%1 not read: %2</source>
        <translation>не прочитано %1: %2</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
</context>
<context>
    <name>soak::ui</name>
    <message>
        <source>zoomed</source>
        <translation>увеличено</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>нет %1</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>нет значения</translation>
    </message>
    <message>
        <source>target %1 met</source>
        <translation>цель %1 достигнута</translation>
    </message>
    <message>
        <source>target %1 missed</source>
        <translation>цель %1 не достигнута</translation>
    </message>
    <message>
        <source>%1, iteration %2: %3</source>
        <translation>%1, итерация %2: %3</translation>
    </message>
    <message>
        <source>%1: %2 values</source>
        <translation>%1: значений %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>цель %1</translation>
    </message>
    <message>
        <source>No run is shown</source>
        <translation>Прогон не показан</translation>
    </message>
    <message>
        <source>No iteration has a value of summary.%1</source>
        <translation>Ни в одной итерации нет значения summary.%1</translation>
    </message>
    <message>
        <source>window: last %1</source>
        <translation>окно: последние %1</translation>
    </message>
    <message>
        <source>window: all %1</source>
        <translation>окно: все %1</translation>
    </message>
    <message>
        <source>No iteration recorded %1 in runtime_overrides</source>
        <translation>Ни одна итерация не записала %1 в runtime_overrides</translation>
    </message>
    <message>
        <source>if it ended now: %1</source>
        <translation>если бы закончился сейчас: %1</translation>
    </message>
    <message>
        <source>%1 / %2 s</source>
        <translation>%1 / %2 с</translation>
    </message>
    <message>
        <source>%1, raw</source>
        <translation>%1, сигнал</translation>
    </message>
    <message>
        <source>state</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>таймер</translation>
    </message>
    <message>
        <source>freeze: %1</source>
        <translation>заморозка: %1</translation>
    </message>
    <message>
        <source>held for %1 ms more</source>
        <translation>удерживается ещё %1 мс</translation>
    </message>
    <message>
        <source>signal on</source>
        <translation>сигнал есть</translation>
    </message>
    <message>
        <source>signal off</source>
        <translation>сигнала нет</translation>
    </message>
    <message>
        <source>guard open</source>
        <translation>защита сработала</translation>
    </message>
    <message>
        <source>guard closed</source>
        <translation>защита снята</translation>
    </message>
    <message>
        <source>opens in %1 of %2 ms</source>
        <translation>сработает через %1 из %2 мс</translation>
    </message>
    <message>
        <source>closes in %1 of %2 ms</source>
        <translation>снимется через %1 из %2 мс</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начат</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Движок</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>Tuner</source>
        <translation>Настройщик</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Tool version</source>
        <translation>Версия программы</translation>
    </message>
    <message>
        <source>missing iterations</source>
        <translation>нет итераций</translation>
    </message>
    <message>
        <source>unreadable iterations</source>
        <translation>итерации не читаются</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>not recorded: no RUN.json</source>
        <translation>не записан: нет RUN.json</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Итерации</translation>
    </message>
    <message>
        <source>%1 read of %2 planned</source>
        <translation>прочитано %1 из %2 намеченных</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>прочитано %1</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Оценён по</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1, последние %2</translation>
    </message>
    <message>
        <source>Hash chain</source>
        <translation>Цепочка хэшей</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Deltas, by value</source>
        <translation>Изменения дошли</translation>
    </message>
    <message>
        <source>Missing iterations</source>
        <translation>Нет итераций</translation>
    </message>
    <message>
        <source>%1: %2, target %3, margin %4. %5.</source>
        <translation>%1: %2, цель %3, запас %4. %5.</translation>
    </message>
    <message>
        <source>Iterations of the window: %1.</source>
        <translation>Итерации окна: %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>soak::ui::PreferencesKeeper</name>
    <message>
        <source>Save the preferences</source>
        <translation>Сохранить настройки</translation>
    </message>
</context>
<context>
    <name>soak::ui::Autosave</name>
    <message>
        <source>Save the workspace</source>
        <translation>Сохранить рабочую область</translation>
    </message>
</context>
<context>
    <name>soak::ui::ChartPane</name>
    <message>
        <source>guards</source>
        <translation>защиты</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>заморозка</translation>
    </message>
    <message>
        <source>deltas</source>
        <translation>изменения</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Итерация</translation>
    </message>
    <message>
        <source>Remove this chart (Delete)</source>
        <translation>Убрать этот график (Delete)</translation>
    </message>
    <message>
        <source>Remove chart %1</source>
        <translation>Убрать график %1</translation>
    </message>
    <message>
        <source>shown %1 of %2</source>
        <translation>показано %1 из %2</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>заметки</translation>
    </message>
    <message>
        <source>%1 runs: lowest to highest, quartiles</source>
        <translation>прогонов: %1, от низшего до высшего, квартили</translation>
    </message>
    <message>
        <source>%1, at %2: %3</source>
        <translation>%1, в точке %2: %3</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 (chance would do as well)</source>
        <translation>%1 (могло быть и случайно)</translation>
    </message>
</context>
<context>
    <name>soak::ui::ChartPicker</name>
    <message>
        <source>Add a chart</source>
        <translation>Добавить график</translation>
    </message>
    <message>
        <source>Metric or parameter</source>
        <translation>Метрика или параметр</translation>
    </message>
    <message>
        <source>Find a metric or parameter</source>
        <translation>Найти метрику или параметр</translation>
    </message>
    <message>
        <source>Metrics and parameters</source>
        <translation>Метрики и параметры</translation>
    </message>
</context>
<context>
    <name>soak::ui::CommandBox</name>
    <message>
        <source>Runs, iterations, parameters, &gt; actions (Ctrl+K)</source>
        <translation>Прогоны, итерации, параметры, &gt; действия</translation>
    </message>
    <message>
        <source>Command box</source>
        <translation>Строка команд</translation>
    </message>
    <message>
        <source>Go to a run, an iteration or a parameter; actions after &gt; (Ctrl+K)</source>
        <translation>Перейти к прогону, итерации или параметру; действия после &gt; (Ctrl+K)</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>Куда перейти</translation>
    </message>
</context>
<context>
    <name>soak::ui::CursorValues</name>
    <message numerus="yes">
        <source>and %n more runs</source>
        <translation>
            <numerusform>и ещё %n прогон</numerusform>
            <numerusform>и ещё %n прогона</numerusform>
            <numerusform>и ещё %n прогонов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3 </translation>
    </message>
    <message>
        <source>F1: where this number comes from</source>
        <translation>F1: откуда это число</translation>
    </message>
</context>
<context>
    <name>soak::ui::EmptyPage</name>
    <message>
        <source>No run is open</source>
        <translation>Прогон не открыт</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Открыть папку…</translation>
    </message>
    <message>
        <source>A run directory or a folder above one (Ctrl+O)</source>
        <translation>Папка прогона или папка над ней (Ctrl+O)</translation>
    </message>
    <message>
        <source>Run 8 mock iterations</source>
        <translation>Прогнать 8 учебных итераций</translation>
    </message>
    <message>
        <source>A short deterministic run, to see what the workbench does</source>
        <translation>Короткий повторяемый прогон, чтобы увидеть, что умеет программа</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Открыть образец</translation>
    </message>
    <message>
        <source>A recorded run of 36 iterations</source>
        <translation>Записанный прогон из 36 итераций</translation>
    </message>
    <message>
        <source>or drop a run folder here</source>
        <translation>или перетащите сюда папку прогона</translation>
    </message>
</context>
<context>
    <name>soak::ui::EmptyState</name>
    <message>
        <source>No run is open</source>
        <translation>Прогон не открыт</translation>
    </message>
    <message>
        <source>Choose one under Runs, open a folder with Ctrl+O, or drop one here.</source>
        <translation>Выберите прогон в списке, откройте папку по Ctrl+O или перетащите её сюда.</translation>
    </message>
</context>
<context>
    <name>soak::ui::EventLanes</name>
    <message>
        <source>warm-up</source>
        <translation>разогрев</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>Events over the iterations</source>
        <translation>События по итерациям</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>Zoom to all %1</source>
        <translation>Показать все %1</translation>
    </message>
    <message>
        <source>Note on #%1…</source>
        <translation>Заметка к #%1…</translation>
    </message>
</context>
<context>
    <name>soak::ui::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Nothing was changed, held or missing in this run.</source>
        <translation>В этом прогоне ничего не изменено, не удержано и не пропущено.</translation>
    </message>
    <message>
        <source>List the events</source>
        <translation>Составить список событий</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>Фильтр событий</translation>
    </message>
</context>
<context>
    <name>soak::ui::ExplainPopover</name>
    <message>
        <source>Samples</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Explanation of %1</source>
        <translation>Пояснение: %1</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>итерация</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>само по себе</translation>
    </message>
    <message>
        <source>met</source>
        <translation>достигнуто</translation>
    </message>
    <message>
        <source>broke</source>
        <translation>нарушено</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>soak::ui::ExportDialog</name>
    <message>
        <source>Export %1</source>
        <translation>Экспорт: %1</translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation>PNG, точки</translation>
    </message>
    <message>
        <source>SVG, vectors</source>
        <translation>SVG, векторы</translation>
    </message>
    <message>
        <source>PDF, vectors</source>
        <translation>PDF, векторы</translation>
    </message>
    <message>
        <source>CSV, numbers</source>
        <translation>CSV, числа</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Ширина рисунка</translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <translation>Высота рисунка</translation>
    </message>
    <message>
        <source>Pixels per pixel; 2 is 192 dpi</source>
        <translation>Точек на точку; 2 — это 192 точки на дюйм</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Как показано</translation>
    </message>
    <message>
        <source>Colours of the picture</source>
        <translation>Цвета рисунка</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Iterations of the table</source>
        <translation>Итерации таблицы</translation>
    </message>
    <message>
        <source>&amp;Line with title, runs and version under it</source>
        <translation>&amp;Строка с названием, прогонами и версией под ним</translation>
    </message>
    <message>
        <source>A picture says then what it is of</source>
        <translation>Тогда рисунок говорит, о чём он</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Ширина</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Высота</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Масштаб</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Цвета</translation>
    </message>
    <message>
        <source>&amp;Iterations</source>
        <translation>&amp;Итерации</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Export nothing (Escape)</source>
        <translation>Ничего не записывать (Escape)</translation>
    </message>
</context>
<context>
    <name>soak::ui::Exporter</name>
    <message>
        <source>#%1 to #%2</source>
        <translation>#%1–#%2</translation>
    </message>
    <message>
        <source>filter: %1</source>
        <translation>фильтр: %1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Экспорт: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>Cannot export %1</source>
        <translation>Не удаётся записать %1</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Не записано: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копирование</translation>
    </message>
    <message>
        <source>Not copied: %1</source>
        <translation>Не скопировано: %1</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>Скопировано в буфер обмена.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Напечатано.</translation>
    </message>
    <message>
        <source>Not printed: %1</source>
        <translation>Не напечатано: %1</translation>
    </message>
    <message>
        <source>Print %1</source>
        <translation>Печать: %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::GateTile</name>
    <message>
        <source>Enter: go to the worst iteration. F1: explain the number.</source>
        <translation>Enter: к худшей итерации. F1: пояснить число.</translation>
    </message>
    <message>
        <source>margin %1</source>
        <translation>запас %1</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>число %1</translation>
    </message>
    <message>
        <source>n %1: %2</source>
        <translation>число %1: %2</translation>
    </message>
</context>
<context>
    <name>soak::ui::GateWords</name>
    <message numerus="yes">
        <source>%n met</source>
        <translation>
            <numerusform>достигнута в %n</numerusform>
            <numerusform>достигнута в %n</numerusform>
            <numerusform>достигнута в %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broke</source>
        <translation>
            <numerusform>нарушена в %n</numerusform>
            <numerusform>нарушена в %n</numerusform>
            <numerusform>нарушена в %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>нет в %n</numerusform>
            <numerusform>нет в %n</numerusform>
            <numerusform>нет в %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::GuardLaneChart</name>
    <message>
        <source>Guards over the iterations</source>
        <translation>Защиты по итерациям</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Итерация %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::GuardsView</name>
    <message>
        <source>Guards</source>
        <translation>Защиты</translation>
    </message>
    <message>
        <source>No guard acted in this run</source>
        <translation>В этом прогоне ни одна защита не сработала</translation>
    </message>
    <message>
        <source>Signals and timers would be read from tuning.guards, which none of its ITER_SUMMARY_&lt;n&gt;.json has.</source>
        <translation>Сигналы и таймеры читаются из tuning.guards, которого нет ни в одном ITER_SUMMARY_&lt;n&gt;.json.</translation>
    </message>
    <message>
        <source>A guard opens after %1 ms of signal and closes after %2 ms without.</source>
        <translation>Защита включается после %1 мс сигнала и выключается после %2 мс без него.</translation>
    </message>
    <message>
        <source>Signals and timers are not recorded (tuning.guards); the guards that acted are.</source>
        <translation>Сигналы и таймеры не записаны (tuning.guards); сработавшие защиты записаны.</translation>
    </message>
    <message>
        <source>Point at a lane to read it.</source>
        <translation>Наведите указатель на дорожку.</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>не записано</translation>
    </message>
    <message>
        <source>the guard acted</source>
        <translation>защита действовала</translation>
    </message>
    <message>
        <source>frozen from #%1 to #%2</source>
        <translation>заморожено с #%1 по #%2</translation>
    </message>
    <message>
        <source>Guards of %1</source>
        <translation>Защиты %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::Headline</name>
    <message>
        <source>Verdict and why</source>
        <translation>Вердикт и его причины</translation>
    </message>
    <message>
        <source>if it ended now: %1.</source>
        <translation>если закончить сейчас: %1.</translation>
    </message>
    <message>
        <source>GATE: %1</source>
        <translation>ПРОВЕРКИ: %1</translation>
    </message>
    <message>
        <source>The four KPI goals in the window: %1</source>
        <translation>Четыре цели KPI в окне: %1</translation>
    </message>
    <message>
        <source>The gate profile %1 asks for more than the four KPI goals; this is its verdict</source>
        <translation>Профиль проверок %1 требует больше четырёх целей KPI; это его вердикт</translation>
    </message>
    <message>
        <source>Where these numbers come from</source>
        <translation>Откуда эти числа</translation>
    </message>
</context>
<context>
    <name>soak::ui::InspectorFile</name>
    <message>
        <source>Raw JSON</source>
        <translation>Исходный JSON</translation>
    </message>
    <message>
        <source>The whole text of the file of this iteration</source>
        <translation>Полный текст файла этой итерации</translation>
    </message>
    <message>
        <source>Raw JSON of the iteration</source>
        <translation>Исходный JSON итерации</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Чтение %1</translation>
    </message>
    <message>
        <source>%1 · %2 · chain %3</source>
        <translation>%1 · %2 · цепочка %3</translation>
    </message>
</context>
<context>
    <name>soak::ui::InspectorOverrides</name>
    <message>
        <source>Overrides of the iteration</source>
        <translation>Параметры итерации</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>параметр</translation>
    </message>
    <message>
        <source>before</source>
        <translation>до</translation>
    </message>
    <message>
        <source>after</source>
        <translation>после</translation>
    </message>
</context>
<context>
    <name>soak::ui::InspectorPanel</name>
    <message>
        <source>Its file could not be read: %1</source>
        <translation>Файл не прочитан: %1</translation>
    </message>
    <message>
        <source>Its file could not be read.</source>
        <translation>Файл не прочитан.</translation>
    </message>
    <message>
        <source>There is no ITER_SUMMARY_%1.json.</source>
        <translation>Нет файла ITER_SUMMARY_%1.json.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Инспектор</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>not recorded: no runtime_overrides in its file</source>
        <translation>не записано: в файле нет runtime_overrides</translation>
    </message>
    <message>
        <source>What the net edge is made of</source>
        <translation>Из чего складывается чистый доход</translation>
    </message>
    <message>
        <source>At the cursor</source>
        <translation>Под курсором</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>От A до B</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>No iteration yet</source>
        <translation>Итераций ещё нет</translation>
    </message>
    <message>
        <source>The run has none so far.</source>
        <translation>В прогоне пока ни одной.</translation>
    </message>
    <message>
        <source>Iteration %1, the newest</source>
        <translation>Итерация %1, последняя</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Итерация %1</translation>
    </message>
    <message>
        <source>Soft gate of this iteration; warm-up only warns</source>
        <translation>Мягкая проверка итерации; на разогреве только предупреждает</translation>
    </message>
    <message>
        <source>Soft gate of this iteration</source>
        <translation>Мягкая проверка итерации</translation>
    </message>
    <message>
        <source>%1 (imputed)</source>
        <translation>%1 (досчитано)</translation>
    </message>
    <message>
        <source>Between two iterations</source>
        <translation>Между двумя итерациями</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Заметки (%1)</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Написать…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Написать заметку</translation>
    </message>
    <message>
        <source>Write a note on this iteration, the range from A to B or the run (Ctrl+N)</source>
        <translation>Заметка к этой итерации, к диапазону от A до B или ко всему прогону (Ctrl+N)</translation>
    </message>
    <message>
        <source>Effect on the next iteration</source>
        <translation>Эффект в следующей итерации</translation>
    </message>
    <message>
        <source>About engine sim</source>
        <translation>О движке sim</translation>
    </message>
</context>
<context>
    <name>soak::ui::IterationsModel</name>
    <message>
        <source>Iteration</source>
        <translation>Итерация</translation>
    </message>
</context>
<context>
    <name>soak::ui::IterationsView</name>
    <message>
        <source>+ Chart</source>
        <translation>+ График</translation>
    </message>
    <message>
        <source>Add a chart of a metric or parameter (Insert)</source>
        <translation>Добавить график метрики или параметра (Insert)</translation>
    </message>
    <message>
        <source>2 × 2</source>
        <translation>2 × 2</translation>
    </message>
    <message>
        <source>Charts in two columns (G)</source>
        <translation>Графики в два столбца (G)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Charts as a table (T)</source>
        <translation>Графики таблицей (T)</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Итерации</translation>
    </message>
    <message>
        <source>No run is chosen. Choose one in the list of runs, or drop a folder here.</source>
        <translation>Прогон не выбран. Выберите его в списке или перетащите сюда папку.</translation>
    </message>
    <message>
        <source>No iteration of this run could be read: there is no ITER_SUMMARY_&lt;n&gt;.json in %1</source>
        <translation>Ни одна итерация не прочитана: нет ITER_SUMMARY_&lt;n&gt;.json в %1</translation>
    </message>
    <message>
        <source>Preparing the charts of %1 iterations…</source>
        <translation>Готовятся графики, итераций: %1…</translation>
    </message>
    <message>
        <source>#%1 to #%2, of #%3 to #%4</source>
        <translation>#%1–#%2 из #%3–#%4</translation>
    </message>
    <message>
        <source>#%1 to #%2</source>
        <translation>#%1–#%2</translation>
    </message>
    <message>
        <source>Prepare the charts of %1</source>
        <translation>Подготовить графики: %1</translation>
    </message>
    <message>
        <source>Chart added</source>
        <translation>График добавлен</translation>
    </message>
    <message>
        <source>Chart removed</source>
        <translation>График убран</translation>
    </message>
    <message>
        <source>Charts as at first</source>
        <translation>Графики как вначале</translation>
    </message>
    <message>
        <source>Charts in two columns</source>
        <translation>Графики в два столбца</translation>
    </message>
    <message>
        <source>Charts in one column</source>
        <translation>Графики в один столбец</translation>
    </message>
    <message>
        <source>Market and load</source>
        <translation>Рынок и нагрузка</translation>
    </message>
    <message>
        <source>Market and load shown</source>
        <translation>Рынок и нагрузка показаны</translation>
    </message>
    <message>
        <source>Market and load hidden</source>
        <translation>Рынок и нагрузка скрыты</translation>
    </message>
    <message>
        <source>scenario %1</source>
        <translation>сценарий %1</translation>
    </message>
    <message>
        <source>nothing of it was recorded</source>
        <translation>ничего из этого не записано</translation>
    </message>
    <message>
        <source>recorded: %1</source>
        <translation>записано: %1</translation>
    </message>
    <message>
        <source>not recorded: %1</source>
        <translation>не записано: %1</translation>
    </message>
    <message>
        <source>Look for change points in %1</source>
        <translation>Поиск точек изменения в %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::JobsModel</name>
    <message>
        <source>Job</source>
        <translation>Задание</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Сейчас</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n секунда</numerusform>
            <numerusform>%n секунды</numerusform>
            <numerusform>%n секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n минута</numerusform>
            <numerusform>%n минуты</numerusform>
            <numerusform>%n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>останавливается</translation>
    </message>
</context>
<context>
    <name>soak::ui::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>Задания</translation>
    </message>
    <message>
        <source>Nothing runs in the background.</source>
        <translation>В фоне ничего не выполняется.</translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation>Остановить задание</translation>
    </message>
    <message>
        <source>Stop the chosen job, or the oldest one (Esc)</source>
        <translation>Остановить выбранное задание или самое старое (Esc)</translation>
    </message>
</context>
<context>
    <name>soak::ui::MainWindow</name>
    <message>
        <source>Reading %1</source>
        <translation>Чтение %1</translation>
    </message>
    <message>
        <source>The run begins in %1</source>
        <translation>Прогон начинается в %1</translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation>итерация %1 из %2</translation>
    </message>
    <message>
        <source>A run is being written</source>
        <translation>Идёт прогон</translation>
    </message>
    <message>
        <source>%1 is being written. It goes on when this window is closed, and can be watched again later.</source>
        <translation>Прогон %1 идёт. Он продолжится и после закрытия окна, за ним можно будет наблюдать снова.</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Пусть идёт</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Soak Workbench %1
Runs, tunes, verifies and judges soak tests of trading bots.
Free software under the GPL, version 3 or later.</source>
        <translation>Soak Workbench %1
Прогоняет, настраивает, проверяет и оценивает длительные испытания торговых ботов.
Свободная программа под GPL версии 3 или новее.</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Как при открытии</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задания</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Прогоны</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Инспектор</translation>
    </message>
    <message>
        <source>Run, events, jobs, problems</source>
        <translation>Прогон, события, задания, проблемы</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>Open a run folder or one above it</source>
        <translation>Открыть папку прогона или папку над ней</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Открыть рабочую область</translation>
    </message>
    <message>
        <source>Workspaces (*.soakws)</source>
        <translation>Рабочие области (*.soakws)</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Сохранить рабочую область</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Cannot save the workspace</source>
        <translation>Рабочая область не сохранена</translation>
    </message>
    <message>
        <source>Read the workspace</source>
        <translation>Чтение рабочей области</translation>
    </message>
    <message>
        <source>Cannot open the workspace</source>
        <translation>Рабочая область не открыта</translation>
    </message>
    <message numerus="yes">
        <source>The last window did not end by itself. It had %n run(s) open.</source>
        <translation>
            <numerusform>Прошлое окно закрылось не само. В нём был открыт %n прогон.</numerusform>
            <numerusform>Прошлое окно закрылось не само. В нём было открыто %n прогона.</numerusform>
            <numerusform>Прошлое окно закрылось не само. В нём было открыто %n прогонов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open them again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>%1 is being written now: iteration %2 of %3.</source>
        <translation>%1 сейчас пишется: итерация %2 из %3.</translation>
    </message>
    <message>
        <source>%1 is being written now: iteration %2.</source>
        <translation>%1 сейчас пишется: итерация %2.</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>Следить за %1</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Забыть эти</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Чтение %1</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>Не читается %1</translation>
    </message>
    <message>
        <source>The summary and its picture are in the clipboard.</source>
        <translation>Сводка и картинка в буфере обмена.</translation>
    </message>
    <message>
        <source>In the clipboard: %1</source>
        <translation>В буфере обмена: %1</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Итерация %1</translation>
    </message>
    <message>
        <source>Iteration %1 was not read</source>
        <translation>Итерация %1 не прочитана</translation>
    </message>
    <message>
        <source>Type a number from %1 to %2</source>
        <translation>Введите число от %1 до %2</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>параметр</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Позиция %1: %2</translation>
    </message>
    <message>
        <source>%1 is finished: %2</source>
        <translation>%1 закончен: %2</translation>
    </message>
    <message>
        <source>The writer of %1 is gone. The run can be resumed.</source>
        <translation>Пишущего процесса %1 больше нет. Прогон можно продолжить.</translation>
    </message>
    <message>
        <source>The folder of %1 is gone.</source>
        <translation>Папки прогона %1 больше нет.</translation>
    </message>
    <message>
        <source>%1 is stalled: no iteration for three times the usual interval.</source>
        <translation>%1 застрял: новой итерации нет три обычных промежутка.</translation>
    </message>
    <message>
        <source>%1 would fail if it ended now.</source>
        <translation>%1 провалился бы, если бы закончился сейчас.</translation>
    </message>
    <message>
        <source>Save the gate profile</source>
        <translation>Сохранить профиль проверок</translation>
    </message>
    <message>
        <source>Gate profiles (*.json)</source>
        <translation>Профили проверок (*.json)</translation>
    </message>
    <message>
        <source>The gate profile is modified: save it, so that a command can name it.</source>
        <translation>Профиль проверок изменён: сохраните его, чтобы команда могла его назвать.</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>The gate profile is saved as %1</source>
        <translation>Профиль проверок сохранён как %1</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>График</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy &amp;As</source>
        <translation>Копировать &amp;как</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Рисунок</translation>
    </message>
    <message>
        <source>&amp;SVG</source>
        <translation>&amp;Вектор SVG</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Таблица</translation>
    </message>
    <message>
        <source>&amp;Export Chart…</source>
        <translation>&amp;Экспорт графика…</translation>
    </message>
    <message>
        <source>&amp;Remove Chart</source>
        <translation>&amp;Убрать график</translation>
    </message>
    <message>
        <source>Edit &amp;Threshold…</source>
        <translation>Изменить &amp;порог…</translation>
    </message>
    <message>
        <source>Charts as at &amp;First</source>
        <translation>Графики как &amp;вначале</translation>
    </message>
    <message>
        <source>None has the same engine: this one has another.</source>
        <translation>С тем же движком нет ни одного: у этого другой.</translation>
    </message>
    <message>
        <source>None has the same scenario: this one has another.</source>
        <translation>С тем же сценарием нет ни одного: у этого другой.</translation>
    </message>
    <message>
        <source>None has the same profile: this one has another.</source>
        <translation>С тем же профилем нет ни одного: у этого другой.</translation>
    </message>
    <message>
        <source>Look for the last green run</source>
        <translation>Поиск последнего зелёного прогона</translation>
    </message>
    <message>
        <source>There is no green run to go to: %1</source>
        <translation>Зелёного прогона нет: %1</translation>
    </message>
    <message>
        <source>No green run to go to. Listed besides this one: %1; begun before it: %2; of these made alike, or all but one thing: %3, none of them green. Looked through: the open runs, %4.</source>
        <translation>Зелёного прогона нет. В списке кроме этого: %1; начаты раньше него: %2; из них в тех же условиях или с одним отличием: %3, зелёных среди них нет. Просмотрены: открытые прогоны, %4.</translation>
    </message>
    <message>
        <source>The last green run: %1.</source>
        <translation>Последний зелёный прогон: %1.</translation>
    </message>
    <message>
        <source>No number has the focus. Tab leads to one, F1 then says where it comes from.</source>
        <translation>Ни одно число не в фокусе. Перейдите к нему клавишей Tab, и F1 скажет, откуда оно.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>From the bundle %1, read only</source>
        <translation>Из пакета %1, только для чтения</translation>
    </message>
    <message>
        <source>It was opened without being verified.</source>
        <translation>Он открыт без проверки.</translation>
    </message>
    <message>
        <source>Drawn beside it: %1</source>
        <translation>Показано рядом: %1</translation>
    </message>
    <message>
        <source>Show in a &amp;Chart</source>
        <translation>Показать на &amp;графике</translation>
    </message>
    <message>
        <source>%1 runs are drawn, as many as can be told apart. Hide one first; the table of the comparison has all that are open.</source>
        <translation>Нарисовано прогонов: %1, больше не различить. Сначала скройте один; в таблице сравнения есть все открытые.</translation>
    </message>
    <message>
        <source>The comparison is in the clipboard.</source>
        <translation>Сравнение в буфере обмена.</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Сохранить сравнение</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Страницы (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Разметка Markdown (*.md)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <source>Cannot save the comparison</source>
        <translation>Не удалось сохранить сравнение</translation>
    </message>
    <message>
        <source>Remember the Runs in a Folder</source>
        <translation>Запомнить прогоны в папке</translation>
    </message>
    <message>
        <source>The history cannot be used; folders are read instead</source>
        <translation>Историю использовать нельзя; читаются папки</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 из %2 прогонов</translation>
    </message>
    <message>
        <source>filter: %1</source>
        <translation>фильтр: %1</translation>
    </message>
    <message>
        <source>order: %1</source>
        <translation>порядок: %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::MarkedRange</name>
    <message>
        <source>Keys A and B mark two iterations to compare.</source>
        <translation>Клавиши A и B отмечают две итерации.</translation>
    </message>
    <message>
        <source>mean %1, min %2, max %3, n %4, missing %5</source>
        <translation>среднее %1, мин. %2, макс. %3, число %4, нет %5</translation>
    </message>
    <message>
        <source>mean %1, min %2, max %3, n %4</source>
        <translation>среднее %1, мин. %2, макс. %3, число %4</translation>
    </message>
    <message>
        <source>&amp;Judge this range</source>
        <translation>&amp;Оценить этот отрезок</translation>
    </message>
    <message>
        <source>Every gate over these iterations alone: exploratory, no verdict</source>
        <translation>Все проверки только по этим итерациям: проба, не вердикт</translation>
    </message>
    <message>
        <source>Judge #%1 to #%2</source>
        <translation>Оценить #%1 – #%2</translation>
    </message>
    <message>
        <source>EXPLORATORY, no verdict of the run: #%1 to #%2, %3</source>
        <translation>ПРОБА, не вердикт прогона: #%1 – #%2, %3</translation>
    </message>
</context>
<context>
    <name>soak::ui::Meaning</name>
    <message>
        <source>IN PROGRESS %1</source>
        <translation>ИДЁТ %1</translation>
    </message>
    <message>
        <source>The run is being written</source>
        <translation>Прогон пишется</translation>
    </message>
    <message>
        <source>STALLED at %1</source>
        <translation>ЗАСТРЯЛ на %1</translation>
    </message>
    <message>
        <source>Its writer is alive, but no iteration came for three times the usual interval</source>
        <translation>Пишущий процесс жив, но новой итерации нет три обычных промежутка</translation>
    </message>
    <message>
        <source>UNFINISHED %1</source>
        <translation>НЕ ОКОНЧЕН %1</translation>
    </message>
    <message>
        <source>The run has no end and nobody writes it; it can be resumed</source>
        <translation>Прогон не окончен и никем не пишется; его можно продолжить</translation>
    </message>
    <message>
        <source>FOLDER GONE, %1</source>
        <translation>ПАПКИ НЕТ, %1</translation>
    </message>
    <message>
        <source>The folder of the run is no longer there; what was read is still shown</source>
        <translation>Папки прогона больше нет; показано прочитанное ранее</translation>
    </message>
    <message>
        <source>REPLACED, %1</source>
        <translation>ЗАМЕНЁН, %1</translation>
    </message>
    <message>
        <source>Another run lies in its folder now; this one is shown from memory</source>
        <translation>В папке теперь другой прогон; этот показан из памяти</translation>
    </message>
</context>
<context>
    <name>soak::ui::NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>soak::ui::OverrideHeatMap</name>
    <message>
        <source>Parameters over the iterations</source>
        <translation>Параметры по итерациям</translation>
    </message>
    <message>
        <source>%1 at #%2: %3</source>
        <translation>%1 в #%2: %3</translation>
    </message>
    <message>
        <source>, was %1</source>
        <translation>, было %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::OverridePicker</name>
    <message>
        <source>Run of side %1</source>
        <translation>Прогон стороны %1</translation>
    </message>
    <message>
        <source>The run of side %1</source>
        <translation>Прогон на стороне %1</translation>
    </message>
    <message>
        <source>Iteration of side %1</source>
        <translation>Итерация стороны %1</translation>
    </message>
    <message>
        <source>The iteration of side %1; below the first one: the end of the run</source>
        <translation>Итерация стороны %1; ниже первой — конец прогона</translation>
    </message>
    <message>
        <source>end</source>
        <translation>конец</translation>
    </message>
</context>
<context>
    <name>soak::ui::FilterLine</name>
    <message>
        <source>Filter the list</source>
        <translation>Отбор в списке</translation>
    </message>
    <message>
        <source>Filter: words of a line</source>
        <translation>Отбор: слова строки</translation>
    </message>
    <message>
        <source>Keeps the lines that hold every word; Escape shows all</source>
        <translation>Оставляет строки, где есть все слова; Escape показывает все</translation>
    </message>
</context>
<context>
    <name>soak::ui::OverridesView</name>
    <message>
        <source>No line holds these words</source>
        <translation>Ни в одной строке нет этих слов</translation>
    </message>
    <message>
        <source>Escape shows all lines.</source>
        <translation>Escape показывает все строки.</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>&amp;Differences only</source>
        <translation>Только &amp;различия</translation>
    </message>
    <message>
        <source>Leave out what is equal on both sides</source>
        <translation>Не показывать одинаковое</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Следующее изменение</translation>
    </message>
    <message>
        <source>Next change (N)</source>
        <translation>Следующее изменение (N)</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Предыдущее изменение</translation>
    </message>
    <message>
        <source>Previous change (P)</source>
        <translation>Предыдущее изменение (P)</translation>
    </message>
    <message>
        <source>Copy JS&amp;ON Patch</source>
        <translation>Копировать JS&amp;ON Patch</translation>
    </message>
    <message>
        <source>Copy what makes of A&apos;s overrides those of B, as RFC 6902</source>
        <translation>Копировать то, что превращает параметры A в параметры B, по RFC 6902</translation>
    </message>
    <message>
        <source>Differences of the overrides</source>
        <translation>Различия параметров</translation>
    </message>
    <message>
        <source>Over the iterations, each within its own range</source>
        <translation>По итерациям, каждый в своём диапазоне</translation>
    </message>
    <message>
        <source>No iteration recorded its overrides (runtime_overrides).</source>
        <translation>Ни одна итерация не записала параметры (runtime_overrides).</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Сравнивать нечего</translation>
    </message>
    <message>
        <source>%1 (runtime_overrides): %2</source>
        <translation>%1 (runtime_overrides), итог: %2</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>параметр</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>единица</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n пропущено</numerusform>
            <numerusform>%n пропущено</numerusform>
            <numerusform>%n пропущено</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys to leave out</source>
        <translation>Пропускаемые ключи</translation>
    </message>
    <message>
        <source>leave out…</source>
        <translation>пропустить…</translation>
    </message>
    <message>
        <source>Patterns of keys that are no differences; * stands for any letters. Enter leaves them out, Undo brings them back</source>
        <translation>Шаблоны ключей, которые не считаются различиями; * — любые буквы. Ввод пропускает их, отмена возвращает</translation>
    </message>
    <message>
        <source>No differences but those left out</source>
        <translation>Различий нет, кроме пропущенных</translation>
    </message>
    <message>
        <source>%1 leaves them out; without it they are shown.</source>
        <translation>Их пропускает %1; без этого они показаны.</translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n различие</numerusform>
            <numerusform>%n различия</numerusform>
            <numerusform>%n различий</numerusform>
        </translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Различий нет</translation>
    </message>
    <message>
        <source>%1 and %2 had the same overrides; clear &quot;Differences only&quot; to see them.</source>
        <translation>У %1 и %2 одинаковые параметры; снимите «Только различия», чтобы их увидеть.</translation>
    </message>
    <message>
        <source>Filter the overrides</source>
        <translation>Фильтр параметров</translation>
    </message>
</context>
<context>
    <name>soak::ui::OverviewStrip</name>
    <message>
        <source>Overview of all iterations</source>
        <translation>Обзор всех итераций</translation>
    </message>
    <message>
        <source>The whole run; drag to choose the part that is shown</source>
        <translation>Весь прогон; протяните, чтобы выбрать показанный участок</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>обзор</translation>
    </message>
</context>
<context>
    <name>soak::ui::OverviewView</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Качество данных</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Выпуск</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>Every iteration was read, and nothing is wrong with its data.</source>
        <translation>Каждая итерация прочитана, с данными всё в порядке.</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>ГОТОВО</translation>
    </message>
    <message>
        <source>NOT READY</source>
        <translation>НЕ ГОТОВО</translation>
    </message>
    <message>
        <source>%1 (the change taken back)</source>
        <translation>%1 (изменение отменено)</translation>
    </message>
    <message>
        <source>tuner off</source>
        <translation>настройщик выключен</translation>
    </message>
    <message>
        <source>What-if from #%1 on: %2</source>
        <translation>Что если, с #%1: %2</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>About engine sim</source>
        <translation>О движке sim</translation>
    </message>
</context>
<context>
    <name>soak::ui::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Nothing is wrong with what is shown.</source>
        <translation>С показанным всё в порядке.</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>Исходные байты</translation>
    </message>
    <message>
        <source>Show the bytes of the file (Enter)</source>
        <translation>Показать байты файла (Enter)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take the line away</source>
        <translation>Убрать строку</translation>
    </message>
    <message>
        <source>Filter the problems</source>
        <translation>Фильтр проблем</translation>
    </message>
</context>
<context>
    <name>soak::ui::ReportsView</name>
    <message>
        <source>… and %1 letters more</source>
        <translation>… и ещё знаков: %1</translation>
    </message>
    <message>
        <source>… and %1 more; the JSON and the PDF have all of them</source>
        <translation>… и ещё %1; в JSON и PDF есть все</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Снимок</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Аудит</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Отказы</translation>
    </message>
    <message>
        <source>Deltas, by value</source>
        <translation>Изменения по значениям</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Тенденции</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Оформленный</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Исходный</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Form of the report</source>
        <translation>Вид отчёта</translation>
    </message>
    <message>
        <source>Rendered, the Markdown it is made of, or the JSON for machines</source>
        <translation>Оформленный, исходный Markdown или JSON для программ</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Выгрузить</translation>
    </message>
    <message>
        <source>Write this report to a file</source>
        <translation>Записать отчёт в файл</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Report, rendered</source>
        <translation>Отчёт, оформленный</translation>
    </message>
    <message>
        <source>Report, as text</source>
        <translation>Отчёт, текстом</translation>
    </message>
    <message>
        <source>Making the reports…</source>
        <translation>Отчёты готовятся…</translation>
    </message>
    <message>
        <source>Reports of %1</source>
        <translation>Отчёты: %1</translation>
    </message>
    <message>
        <source>This report has no JSON form; it is for people only.</source>
        <translation>У этого отчёта нет JSON: он только для людей.</translation>
    </message>
    <message>
        <source>Lay out %1</source>
        <translation>Вёрстка: %1</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Выгрузка: %1</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Запись: %1…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Не записано: %1</translation>
    </message>
    <message>
        <source>Cannot export %1</source>
        <translation>Не выгружено: %1</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Напечатано.</translation>
    </message>
    <message>
        <source>Not printed: %1</source>
        <translation>Не напечатано: %1</translation>
    </message>
    <message>
        <source>Print %1</source>
        <translation>Печать: %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::RunFinder</name>
    <message>
        <source>List the runs</source>
        <translation>Составить список прогонов</translation>
    </message>
    <message>
        <source>Judge the runs</source>
        <translation>Оценить прогоны</translation>
    </message>
    <message>
        <source>Remember new runs</source>
        <translation>Запоминание новых прогонов</translation>
    </message>
</context>
<context>
    <name>soak::ui::RunLauncher</name>
    <message>
        <source>The options of `soak run` are not known</source>
        <translation>Параметры `soak run` неизвестны</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Остановить прогон</translation>
    </message>
    <message>
        <source>Cannot stop %1</source>
        <translation>Не остановлен %1</translation>
    </message>
    <message>
        <source>Wait for the run</source>
        <translation>Ожидание прогона</translation>
    </message>
    <message>
        <source>The run did not begin</source>
        <translation>Прогон не начался</translation>
    </message>
</context>
<context>
    <name>soak::ui::RunPanel</name>
    <message>
        <source>The options of `soak run` are not known yet.</source>
        <translation>Параметры `soak run` ещё неизвестны.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>П&amp;апка</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>Папка для прогонов</translation>
    </message>
    <message>
        <source>Each run gets a folder of its own in it</source>
        <translation>У каждого прогона в ней своя папка</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Программа</translation>
    </message>
    <message>
        <source>Program of engine command</source>
        <translation>Программа движка command</translation>
    </message>
    <message>
        <source>./bot --venue test (engine command)</source>
        <translation>./bot --venue test (движок command)</translation>
    </message>
    <message>
        <source>Started for each iteration when the engine is `command`</source>
        <translation>Запускается на каждой итерации, если движок `command`</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Start the run; it goes on when this window is closed (Ctrl+R)</source>
        <translation>Начать прогон; он идёт и без этого окна (Ctrl+R)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>End the shown run after the file it writes now (Ctrl+.)</source>
        <translation>Закончить показанный прогон после текущего файла (Ctrl+.)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Go on with the shown run where it ended</source>
        <translation>Продолжить показанный прогон с места остановки</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Ход прогона</translation>
    </message>
    <message>
        <source>The run did not begin</source>
        <translation>Прогон не начался</translation>
    </message>
    <message>
        <source>The run was not resumed</source>
        <translation>Прогон не продолжен</translation>
    </message>
    <message>
        <source>%1: iteration %2 of %3</source>
        <translation>%1: итерация %2 из %3</translation>
    </message>
    <message>
        <source>The program `soak` is not there: it is looked for beside this one and on PATH.</source>
        <translation>Программы `soak` нет: она ищется рядом с этой и в PATH.</translation>
    </message>
    <message>
        <source>No run is written now.</source>
        <translation>Сейчас ни один прогон не пишется.</translation>
    </message>
</context>
<context>
    <name>soak::ui::RunWatch</name>
    <message>
        <source>Look for changes</source>
        <translation>Поиск изменений</translation>
    </message>
</context>
<context>
    <name>soak::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Прогоны</translation>
    </message>
    <message>
        <source>Enter opens or draws the chosen runs, V draws or hides one, S makes it the baseline</source>
        <translation>Enter открывает или рисует выбранные прогоны, V рисует или скрывает один, S делает его эталоном</translation>
    </message>
    <message>
        <source>Filter: verdict:fail p95&gt;340</source>
        <translation>Фильтр: verdict:fail p95&gt;340</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>Отфильтровать прогоны</translation>
    </message>
    <message>
        <source>Keeps the runs that match, as verdict:fail p95&gt;340 canary (Ctrl+F)</source>
        <translation>Оставляет подходящие прогоны, например verdict:fail p95&gt;340 canary (Ctrl+F)</translation>
    </message>
    <message>
        <source>Only runs since the last visit</source>
        <translation>Только прогоны с прошлого раза</translation>
    </message>
    <message>
        <source>Runs since this window was last closed; press to see only these</source>
        <translation>Прогоны с прошлого закрытия окна; нажмите, чтобы видеть только их</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Наблюдение</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>since yesterday %1</source>
        <translation>со вчера, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n прогон</numerusform>
            <numerusform>%n прогона</numerusform>
            <numerusform>%n прогонов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 FAIL</source>
        <translation>провалов: %1</translation>
    </message>
    <message>
        <source>%1 incomplete</source>
        <translation>неполных: %1</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 из %2 прогонов</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Эталон</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Hide in the charts</source>
        <translation>Скрыть на графиках</translation>
    </message>
    <message>
        <source>Draw in the charts</source>
        <translation>Нарисовать на графиках</translation>
    </message>
    <message>
        <source>No baseline</source>
        <translation>Без эталона</translation>
    </message>
    <message>
        <source>Make it the baseline</source>
        <translation>Сделать эталоном</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Цвет %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Снять фильтр</translation>
    </message>
    <message>
        <source>FAIL</source>
        <translation>ПРОВАЛ</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>неполные</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идут</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>Only these: %1</source>
        <translation>Только: %1</translation>
    </message>
    <message numerus="yes">
        <source>Draw %n run(s)</source>
        <translation>
            <numerusform>Показать %n прогон</numerusform>
            <numerusform>Показать %n прогона</numerusform>
            <numerusform>Показать %n прогонов</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>Показать %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Скрыть %1</translation>
    </message>
    <message>
        <source>Baseline: %1</source>
        <translation>Эталон: %1</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Написать заметку…</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Сам по себе</translation>
    </message>
    <message>
        <source>Arm of the comparison</source>
        <translation>Группа сравнения</translation>
    </message>
    <message>
        <source>Arm A</source>
        <translation>Группа A</translation>
    </message>
    <message>
        <source>Arm B</source>
        <translation>Группа B</translation>
    </message>
    <message>
        <source>By its configuration</source>
        <translation>По конфигурации</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in no arm</source>
        <translation>
            <numerusform>%n прогон вне групп</numerusform>
            <numerusform>%n прогона вне групп</numerusform>
            <numerusform>%n прогонов вне групп</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in arm %1</source>
        <translation>
            <numerusform>%n прогон в группе %1</numerusform>
            <numerusform>%n прогона в группе %1</numerusform>
            <numerusform>%n прогонов в группе %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::Session</name>
    <message>
        <source>Open %1</source>
        <translation>Открыть %1</translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation>Не открывается %1</translation>
    </message>
    <message>
        <source>Threshold %1</source>
        <translation>Порог %1</translation>
    </message>
    <message>
        <source>Judge %1 by other thresholds</source>
        <translation>Оценить %1 по другим порогам</translation>
    </message>
    <message>
        <source>Save the gate profile</source>
        <translation>Сохранить профиль проверок</translation>
    </message>
    <message>
        <source>Cannot save the gate profile</source>
        <translation>Не удалось сохранить профиль проверок</translation>
    </message>
    <message>
        <source>The run of the bundle is open already</source>
        <translation>Прогон из этого пакета уже открыт</translation>
    </message>
</context>
<context>
    <name>soak::ui::TextWindow</name>
    <message>
        <source>
… the first %1 of %2 bytes</source>
        <translation>
… первые %1 из %2 байт</translation>
    </message>
</context>
<context>
    <name>soak::ui::TileRow</name>
    <message>
        <source>Gates</source>
        <translation>Проверки</translation>
    </message>
</context>
<context>
    <name>soak::ui::ValueLabel</name>
    <message>
        <source>F1: where this number comes from</source>
        <translation>F1: откуда это число</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Пояснить</translation>
    </message>
</context>
<context>
    <name>soak::ui::Waterfall</name>
    <message>
        <source>not recorded</source>
        <translation>не записано</translation>
    </message>
</context>
<context>
    <name>soak::ui::Workspace</name>
    <message>
        <source>Leave out no differences</source>
        <translation>Не пропускать различий</translation>
    </message>
    <message>
        <source>Leave out the differences %1</source>
        <translation>Пропускать различия %1</translation>
    </message>
    <message>
        <source>the whole run</source>
        <translation>весь прогон</translation>
    </message>
    <message>
        <source>#%1 to #%2</source>
        <translation>#%1–#%2</translation>
    </message>
    <message>
        <source>Take the name of %1 away</source>
        <translation>Убрать имя %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Переименовать %1 в %2</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Цвет %1</translation>
    </message>
    <message>
        <source>Note on %1, %2</source>
        <translation>Заметка: %1, %2</translation>
    </message>
    <message>
        <source>Change the note on %1, %2</source>
        <translation>Изменить заметку: %1, %2</translation>
    </message>
    <message>
        <source>Remove the note on %1, %2</source>
        <translation>Удалить заметку: %1, %2</translation>
    </message>
    <message>
        <source>Take %1 out of its arm</source>
        <translation>Вывести %1 из группы</translation>
    </message>
    <message>
        <source>Arm %1: %2</source>
        <translation>Группа %1: %2</translation>
    </message>
</context>
<context>
    <name>soak::ui::ListFilter</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>soak::ui::InspectorNotes</name>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Change this note</source>
        <translation>Изменить эту заметку</translation>
    </message>
    <message>
        <source>Change the note on %1</source>
        <translation>Изменить заметку: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove this note; Undo brings it back</source>
        <translation>Удалить эту заметку; отмена вернёт её</translation>
    </message>
    <message>
        <source>Remove the note on %1</source>
        <translation>Удалить заметку: %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::NoteEditor</name>
    <message>
        <source>Note on %1</source>
        <translation>Заметка: %1</translation>
    </message>
    <message>
        <source>What the note is about</source>
        <translation>К чему заметка</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Текст заметки</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Кто написал</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Keep the note (Ctrl+Enter)</source>
        <translation>Сохранить заметку (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;К чему</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Заметка</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>К&amp;то</translation>
    </message>
</context>
<context>
    <name>soak::ui::WhatIf</name>
    <message>
        <source>gate profile modified</source>
        <translation>профиль проверок изменён</translation>
    </message>
    <message>
        <source>%1: %2, recorded with the run: %3</source>
        <translation>%1: %2, записано с прогоном: %3</translation>
    </message>
</context>
<context>
    <name>soak::ui::ThresholdEditor</name>
    <message>
        <source>Threshold of %1</source>
        <translation>Порог: %1</translation>
    </message>
    <message>
        <source>Enter judges by it: a what-if that can be undone</source>
        <translation>Enter оценивает по нему: проба, которую можно отменить</translation>
    </message>
</context>
<context>
    <name>Release</name>
    <message>
        <source>Evidence</source>
        <translation>Свидетельства</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержимое</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Развёртывание</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Sign and verify</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Тег</translation>
    </message>
    <message>
        <source>Structure and names</source>
        <translation>Устройство и имена</translation>
    </message>
    <message>
        <source>Archive bytes</source>
        <translation>Байты архива</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Контрольные суммы</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Манифест</translation>
    </message>
    <message>
        <source>Attestation</source>
        <translation>Аттестация</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Подписавший</translation>
    </message>
    <message>
        <source>Chain of the run</source>
        <translation>Цепочка прогона</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Gate profile</source>
        <translation>Профиль порогов</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Показатели</translation>
    </message>
    <message>
        <source>Verdict and result</source>
        <translation>Вердикт и итог</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>open</source>
        <translation>не закончено</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>мешает</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>внимание</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>unknown key</source>
        <translation>чужой ключ</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>неверно</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>график</translation>
    </message>
    <message>
        <source>gates</source>
        <translation>пороги</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Signed by a key that is not on your list</source>
        <translation>Подписан ключом, которого нет в вашем списке</translation>
    </message>
    <message>
        <source>This is not the same as a bad signature: the bundle is whole. Add the key to your list if you know whose it is.</source>
        <translation>Это не то же, что плохая подпись: пакет цел. Добавьте ключ в список, если знаете, чей он.</translation>
    </message>
    <message>
        <source>Not verified: %1 checks failed</source>
        <translation>Не проверен: неверных строк — %1</translation>
    </message>
    <message>
        <source>It is not signed: who made it is not known.</source>
        <translation>Он не подписан: кто его сделал, неизвестно.</translation>
    </message>
    <message>
        <source>It is signed; without a list of allowed signers it is not known by whom.</source>
        <translation>Он подписан; без списка допущенных неизвестно, кем.</translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation>Подписан: %1</translation>
    </message>
    <message>
        <source>Verified: the bundle is whole, and its figures follow from the run inside</source>
        <translation>Проверен: пакет цел, его показатели следуют из прогона внутри</translation>
    </message>
</context>
<context>
    <name>soak::ui::ContentsPage</name>
    <message>
        <source>Folder for the bundle</source>
        <translation>Папка для пакета</translation>
    </message>
    <message>
        <source>Replace a bundle of this run that is there</source>
        <translation>Заменить пакет этого прогона, который там есть</translation>
    </message>
    <message>
        <source>Contents of the bundle</source>
        <translation>Содержимое пакета</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Что это</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байт</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Of what is released: for the documents, and the name of the tag</source>
        <translation>Того, что выпускается: для документов и как имя тега</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s), a file each</source>
        <translation>
            <numerusform>%n итерация, по файлу на каждую</numerusform>
            <numerusform>%n итерации, по файлу на каждую</numerusform>
            <numerusform>%n итераций, по файлу на каждую</numerusform>
        </translation>
    </message>
    <message>
        <source>The contents are being listed…</source>
        <translation>Содержимое перечисляется…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) go into the bundle</source>
        <translation>
            <numerusform>В пакет войдёт %n файл</numerusform>
            <numerusform>В пакет войдут %n файла</numerusform>
            <numerusform>В пакет войдут %n файлов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::DryRunPage</name>
    <message>
        <source>Look again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Скопировать команды</translation>
    </message>
    <message>
        <source>Commands of the release</source>
        <translation>Команды выпуска</translation>
    </message>
    <message>
        <source>Make the dry run again</source>
        <translation>Сделать пробу заново</translation>
    </message>
    <message>
        <source>Copy every command as text</source>
        <translation>Скопировать все команды как текст</translation>
    </message>
    <message>
        <source>What will be done, command by command</source>
        <translation>Что будет сделано, команда за командой</translation>
    </message>
    <message>
        <source>The dry run is being made…</source>
        <translation>Проба делается…</translation>
    </message>
    <message>
        <source>The bundle is built</source>
        <translation>Пакет собран</translation>
    </message>
    <message>
        <source>Nothing stands against it</source>
        <translation>Ничто не мешает</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>Пока ничего не записано.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n препятствие</numerusform>
            <numerusform>%n препятствия</numerusform>
            <numerusform>%n препятствий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::EvidencePage</name>
    <message>
        <source>Evidence</source>
        <translation>Свидетельства</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Git repository</source>
        <translation>Репозиторий</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Кто решил</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>The reason goes into the attestation</source>
        <translation>Причина войдёт в аттестацию</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Выпускать</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Задержать</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Репозиторий</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message numerus="yes">
        <source>and %n more below</source>
        <translation>
            <numerusform>и ещё %n ниже</numerusform>
            <numerusform>и ещё %n ниже</numerusform>
            <numerusform>и ещё %n ниже</numerusform>
        </translation>
    </message>
    <message>
        <source>The run changed on disk since this release was begun</source>
        <translation>Прогон на диске изменился с тех пор, как начат этот выпуск</translation>
    </message>
    <message>
        <source>Look at the evidence again; nothing that was built is used.</source>
        <translation>Посмотрите свидетельства заново; собранное не используется.</translation>
    </message>
    <message>
        <source>You may build it as PARTIAL; it will say so in every file, and cannot be tagged.</source>
        <translation>Можно собрать как НЕПОЛНЫЙ; это будет сказано в каждом файле, и тега не будет.</translation>
    </message>
    <message>
        <source>Blocked by %1</source>
        <translation>Препятствий: %1</translation>
    </message>
    <message>
        <source>Record: %1</source>
        <translation>Записать: %1</translation>
    </message>
    <message>
        <source>Record the decision beside the run</source>
        <translation>Записать решение рядом с прогоном</translation>
    </message>
    <message>
        <source>Say who decides, and why</source>
        <translation>Скажите, кто решает и почему</translation>
    </message>
    <message>
        <source>Nobody has decided yet. Say who decides, and why.</source>
        <translation>Решения ещё нет. Скажите, кто решает и почему.</translation>
    </message>
    <message>
        <source>The run has changed since it was decided: decide again.</source>
        <translation>Прогон изменился после решения: решите заново.</translation>
    </message>
    <message>
        <source>Recorded: %1, by %2 at %3: %4</source>
        <translation>Записано: %1, %2, %3: %4</translation>
    </message>
    <message>
        <source>The run lies in a bundle, which stays as it is</source>
        <translation>Прогон лежит в пакете, а пакет остаётся каким был</translation>
    </message>
</context>
<context>
    <name>soak::ui::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Выбрать: %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::ReleaseDesk</name>
    <message>
        <source>Evidence for a release</source>
        <translation>Свидетельства для выпуска</translation>
    </message>
    <message>
        <source>Forget the draft of the release</source>
        <translation>Забыть черновик выпуска</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Keep the draft of the release</source>
        <translation>Сохранить черновик выпуска</translation>
    </message>
    <message>
        <source>Cannot keep the draft of the release</source>
        <translation>Не удалось сохранить черновик выпуска</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Записать решение</translation>
    </message>
    <message>
        <source>Dry run of the release</source>
        <translation>Проба выпуска</translation>
    </message>
    <message>
        <source>Build the bundle</source>
        <translation>Собрать пакет</translation>
    </message>
    <message>
        <source>Sign the bundle</source>
        <translation>Подписать пакет</translation>
    </message>
    <message>
        <source>Verify the bundle from disk</source>
        <translation>Проверить пакет с диска</translation>
    </message>
    <message>
        <source>Dry run of the tag</source>
        <translation>Проба тега</translation>
    </message>
    <message>
        <source>Create the tag</source>
        <translation>Создать тег</translation>
    </message>
    <message>
        <source>Look at the key</source>
        <translation>Посмотреть ключ</translation>
    </message>
</context>
<context>
    <name>soak::ui::ReleaseView</name>
    <message>
        <source>Release</source>
        <translation>Выпуск</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Stop what is being done; nothing half done is left</source>
        <translation>Остановить работу; недоделанного не останется</translation>
    </message>
    <message>
        <source>Forget what was begun for this release; the run and its bundle stay</source>
        <translation>Забыть начатое для этого выпуска; прогон и его пакет останутся</translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation>К прежнему шагу</translation>
    </message>
    <message>
        <source>Not as PARTIAL</source>
        <translation>Не как НЕПОЛНЫЙ</translation>
    </message>
    <message>
        <source>Build as PARTIAL…</source>
        <translation>Собрать НЕПОЛНЫМ…</translation>
    </message>
    <message>
        <source>A PARTIAL bundle says in every file why it is no release, and cannot be tagged</source>
        <translation>НЕПОЛНЫЙ пакет в каждом файле говорит, почему он не выпуск, и тега не получает</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Идёт работа…</translation>
    </message>
    <message>
        <source>Blocked by: %1</source>
        <translation>Мешает: %1</translation>
    </message>
    <message>
        <source>It will be PARTIAL</source>
        <translation>Он будет НЕПОЛНЫМ</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Дальше: %1</translation>
    </message>
    <message>
        <source>Build PARTIAL bundle</source>
        <translation>Собрать НЕПОЛНЫЙ пакет</translation>
    </message>
    <message>
        <source>Build bundle</source>
        <translation>Собрать пакет</translation>
    </message>
    <message>
        <source>Sign with %1</source>
        <translation>Подписать: %1</translation>
    </message>
    <message>
        <source>Sign and verify</source>
        <translation>Подписать и проверить</translation>
    </message>
    <message>
        <source>Verify bundle</source>
        <translation>Проверить пакет</translation>
    </message>
    <message>
        <source>Tag %1 is made</source>
        <translation>Тег %1 создан</translation>
    </message>
    <message>
        <source>Create tag %1</source>
        <translation>Создать тег %1</translation>
    </message>
    <message>
        <source>Dry run of tag %1</source>
        <translation>Проба тега %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::RolloutPage</name>
    <message>
        <source>no errors</source>
        <translation>без ошибок</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>full rollback</source>
        <translation>полный откат</translation>
    </message>
    <message>
        <source>quick rollback</source>
        <translation>быстрый откат</translation>
    </message>
    <message>
        <source>Stages of the canary</source>
        <translation>Ступени канарейки</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Ступень</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>What sends it back</source>
        <translation>Что возвращает назад</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Что делается</translation>
    </message>
    <message>
        <source>The bundle has both in rollback_plan.md; `soak canary` writes the checklist and checks a stage.</source>
        <translation>В пакете то и другое есть в rollback_plan.md; `soak canary` пишет список действий и проверяет ступень.</translation>
    </message>
</context>
<context>
    <name>soak::ui::SignPage</name>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Allowed signers</source>
        <translation>Допущенные</translation>
    </message>
    <message>
        <source>Leave it unsigned: nobody can tell who made it</source>
        <translation>Оставить без подписи: нельзя будет узнать, кто его сделал</translation>
    </message>
    <message>
        <source>Verification of the bundle</source>
        <translation>Проверка пакета</translation>
    </message>
    <message>
        <source>An SSH key: its file, or the .pub file of one that an agent holds.</source>
        <translation>Ключ SSH: его файл или файл .pub ключа, который держит агент.</translation>
    </message>
    <message>
        <source>%1; held by the agent</source>
        <translation>%1; у агента</translation>
    </message>
    <message>
        <source>%1; from its file, a passphrase is asked for by ssh-askpass</source>
        <translation>%1; из файла, пароль спросит ssh-askpass</translation>
    </message>
</context>
<context>
    <name>soak::ui::StepList</name>
    <message>
        <source>Steps of the release</source>
        <translation>Шаги выпуска</translation>
    </message>
</context>
<context>
    <name>soak::ui::TagPage</name>
    <message>
        <source>Git repository</source>
        <translation>Репозиторий</translation>
    </message>
    <message>
        <source>Message of the tag</source>
        <translation>Сообщение тега</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Репозиторий</translation>
    </message>
    <message>
        <source>Message of the tag %1</source>
        <translation>Сообщение тега %1</translation>
    </message>
    <message>
        <source>A PARTIAL bundle cannot be tagged</source>
        <translation>НЕПОЛНЫЙ пакет нельзя отметить тегом</translation>
    </message>
    <message>
        <source>The release ends here.</source>
        <translation>Выпуск на этом заканчивается.</translation>
    </message>
    <message>
        <source>The dry run says what would be tagged</source>
        <translation>Проба скажет, что получит тег</translation>
    </message>
    <message>
        <source>It makes nothing.</source>
        <translation>Она ничего не создаёт.</translation>
    </message>
    <message>
        <source>%1 is tagged as %2</source>
        <translation>%1 отмечен тегом %2</translation>
    </message>
    <message>
        <source>Nothing was pushed. To publish it: %1</source>
        <translation>Ничего не отправлено. Чтобы опубликовать: %1</translation>
    </message>
    <message>
        <source>%1 would be tagged as %2</source>
        <translation>%1 получил бы тег %2</translation>
    </message>
    <message>
        <source>Nothing stands against it; nothing has been made.</source>
        <translation>Ничто не мешает; ничего не создано.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n препятствие</numerusform>
            <numerusform>%n препятствия</numerusform>
            <numerusform>%n препятствий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::VerifyWindow</name>
    <message>
        <source>Verify a bundle</source>
        <translation>Проверка пакета</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Allowed signers</source>
        <translation>Допущенные</translation>
    </message>
    <message>
        <source>Verification of the bundle</source>
        <translation>Проверка пакета</translation>
    </message>
    <message>
        <source>By hand, with nothing of ours</source>
        <translation>Вручную, без нашей программы</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Open in the workbench</source>
        <translation>Открыть в окне</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Read the bundle from disk again and check all of it</source>
        <translation>Прочитать пакет с диска заново и проверить целиком</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Закрыть это окно</translation>
    </message>
    <message>
        <source>By hand, with nothing of ours:</source>
        <translation>Вручную, без нашей программы:</translation>
    </message>
    <message>
        <source>Choose a bundle, or drop one here</source>
        <translation>Выберите пакет или перетащите его сюда</translation>
    </message>
    <message>
        <source>The .tar.gz, or its folder.</source>
        <translation>.tar.gz или его папка.</translation>
    </message>
    <message>
        <source>%1: verification</source>
        <translation>%1: проверка</translation>
    </message>
    <message>
        <source>The bundle is being read…</source>
        <translation>Пакет читается…</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>Проверить %1</translation>
    </message>
    <message>
        <source>The bundle cannot be verified</source>
        <translation>Пакет нельзя проверить</translation>
    </message>
    <message>
        <source>Open the run of the bundle, read only; an archive is unpacked to a private folder, which is removed when the run is closed</source>
        <translation>Открыть прогон из пакета только для чтения; архив распаковывают в закрытую папку, которую удаляют, когда прогон закрывают</translation>
    </message>
    <message>
        <source>Compare with my run</source>
        <translation>Сравнить с моим прогоном</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Сравнить с %1</translation>
    </message>
    <message>
        <source>Open your own run first</source>
        <translation>Сначала откройте свой прогон</translation>
    </message>
    <message>
        <source>Open the run of the bundle, and draw it over %1</source>
        <translation>Открыть прогон из пакета и нарисовать его поверх %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::BundleRuns</name>
    <message>
        <source>Unpack %1</source>
        <translation>Распаковать %1</translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation>Не открывается %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::Replays</name>
    <message>
        <source>The run lies in a bundle, which stays as it is.</source>
        <translation>Прогон лежит в пакете, который не меняется.</translation>
    </message>
    <message>
        <source>Only a run of engine sim can be replayed; this one was measured by engine %1.</source>
        <translation>Повторить можно только прогон движка sim; этот измерен движком %1.</translation>
    </message>
    <message>
        <source>Only a run of engine sim can be replayed; this one is of another tool.</source>
        <translation>Повторить можно только прогон движка sim; этот сделан другой программой.</translation>
    </message>
    <message>
        <source>The run is not whole: iterations are missing or were changed.</source>
        <translation>Прогон не цел: итераций не хватает или они изменены.</translation>
    </message>
    <message>
        <source>No change after #%1 was in force later.</source>
        <translation>После #%1 не было изменений, которые потом действовали.</translation>
    </message>
    <message>
        <source>%1 without the change of %2 after #%3</source>
        <translation>%1 без изменения %2 после #%3</translation>
    </message>
    <message>
        <source>&amp;Replay Without This Change</source>
        <translation>&amp;Повторить без этого изменения</translation>
    </message>
    <message>
        <source>Makes the rest of the run again under the same random numbers: %1</source>
        <translation>Заново делает остаток прогона при тех же случайных числах: %1</translation>
    </message>
    <message>
        <source>Replay %1</source>
        <translation>Повтор: %1</translation>
    </message>
    <message>
        <source>Cannot replay %1</source>
        <translation>Не удаётся повторить: %1</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Отменено: %1</translation>
    </message>
    <message>
        <source>Cancelled: %1. What was made is in %2 and can be resumed.</source>
        <translation>Отменено: %1. Сделанное лежит в %2, его можно продолжить.</translation>
    </message>
    <message>
        <source>Replaying %1</source>
        <translation>Идёт повтор: %1</translation>
    </message>
</context>
<context>
    <name>soak::ui::InspectorEffects</name>
    <message>
        <source>Not all of the changes that it is about was applied.</source>
        <translation>Применены не все изменения, о которых шла речь.</translation>
    </message>
    <message>
        <source>None of the changes that it is about was applied.</source>
        <translation>Изменения, о которых шла речь, не применены.</translation>
    </message>
    <message>
        <source>#%1 less #%2</source>
        <translation>#%1 минус #%2</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>ожидалось</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>вышло</translation>
    </message>
    <message>
        <source>What was seen includes the noise of both iterations: one difference is no proof.</source>
        <translation>В том, что вышло, есть шум обеих итераций: одна разность ничего не доказывает.</translation>
    </message>
    <message>
        <source>Iteration %1 is not there yet.</source>
        <translation>Итерации %1 ещё нет.</translation>
    </message>
    <message>
        <source>Effects expected by the tuner</source>
        <translation>Эффекты, которых ждал настройщик</translation>
    </message>
</context>
<context>
    <name>soak::ui::AboutSim</name>
    <message>
        <source>What it does not do</source>
        <translation>Чего в нём нет</translation>
    </message>
    <message>
        <source>The known limits of the simulated market</source>
        <translation>Известные ограничения смоделированного рынка</translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareDesk</name>
    <message>
        <source>No baseline</source>
        <translation>Без базового прогона</translation>
    </message>
    <message>
        <source>Baseline: %1</source>
        <translation>Базовый прогон: %1</translation>
    </message>
    <message numerus="yes">
        <source>Lay %n run(s) over each other</source>
        <translation>
            <numerusform>Наложить %n прогон</numerusform>
            <numerusform>Наложить %n прогона</numerusform>
            <numerusform>Наложить %n прогонов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>Сравнить %n прогон</numerusform>
            <numerusform>Сравнить %n прогона</numerusform>
            <numerusform>Сравнить %n прогонов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 от %2 до %3</translation>
    </message>
    <message>
        <source>Pick iterations</source>
        <translation>Выбор итераций</translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareHeader</name>
    <message>
        <source>What is compared</source>
        <translation>Что сравнивается</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2, %3, %n iteration(s)</source>
        <translation>
            <numerusform>%1 %2, %3, %n итерация</numerusform>
            <numerusform>%1 %2, %3, %n итерации</numerusform>
            <numerusform>%1 %2, %3, %n итераций</numerusform>
        </translation>
    </message>
    <message>
        <source>The verdict of its own gate profile: %1</source>
        <translation>Вердикт по собственному профилю: %1</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>базовый</translation>
    </message>
    <message>
        <source>baseline, no star</source>
        <translation>базовый, без звезды</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>кандидат</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнивается…</translation>
    </message>
    <message numerus="yes">
        <source>%n more run(s) drawn.</source>
        <translation>
            <numerusform>Нарисован ещё %n прогон.</numerusform>
            <numerusform>Нарисованы ещё %n прогона.</numerusform>
            <numerusform>Нарисовано ещё %n прогонов.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareTable</name>
    <message>
        <source>All open runs</source>
        <translation>Все открытые прогоны</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>Сравнить %n прогон</numerusform>
            <numerusform>Сравнить %n прогона</numerusform>
            <numerusform>Сравнить %n прогонов</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Гейт</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Итерации</translation>
    </message>
    <message>
        <source>Difference to A</source>
        <translation>Разность с A</translation>
    </message>
    <message>
        <source>Difference in %</source>
        <translation>Разность в %</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95-й процентиль</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Наименьшее</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Наибольшее</translation>
    </message>
    <message>
        <source>Last iteration</source>
        <translation>Последняя итерация</translation>
    </message>
    <message>
        <source>Column shown: %1</source>
        <translation>Показан столбец: %1</translation>
    </message>
    <message>
        <source>Column hidden: %1</source>
        <translation>Скрыт столбец: %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareTableModel</name>
    <message>
        <source>not worked out yet</source>
        <translation>ещё не посчитано</translation>
    </message>
    <message>
        <source>%1: mean of %2 values, %3 missing</source>
        <translation>%1: среднее, значений: %2, нет: %3</translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation>базовый прогон</translation>
    </message>
    <message>
        <source>held against the baseline</source>
        <translation>сравнивается с базовым</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>нарисован</translation>
    </message>
    <message>
        <source>not drawn</source>
        <translation>не нарисован</translation>
    </message>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>%1: by how much it differs from the baseline, and to which side</source>
        <translation>%1: на сколько и в какую сторону отличается от базового</translation>
    </message>
    <message>
        <source>%1: mean of the compared iterations</source>
        <translation>%1: среднее по сравниваемым итерациям</translation>
    </message>
    <message>
        <source>to A</source>
        <translation>к A</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Гейт</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Итерации</translation>
    </message>
    <message>
        <source>to A, %</source>
        <translation>к A, %</translation>
    </message>
    <message>
        <source>median</source>
        <translation>медиана</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>95-й проц.</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>наим.</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>наиб.</translation>
    </message>
    <message>
        <source>last</source>
        <translation>последнее</translation>
    </message>
    <message>
        <source>%1: by how many percent of the baseline&apos;s mean it differs from it</source>
        <translation>%1: на сколько процентов среднего базового прогона отличается от него</translation>
    </message>
    <message>
        <source>%1: median of the compared iterations</source>
        <translation>%1: медиана сравниваемых итераций</translation>
    </message>
    <message>
        <source>%1: 95th percentile of the compared iterations</source>
        <translation>%1: 95-й процентиль сравниваемых итераций</translation>
    </message>
    <message>
        <source>%1: lowest of the compared iterations</source>
        <translation>%1: наименьшее из сравниваемых итераций</translation>
    </message>
    <message>
        <source>%1: highest of the compared iterations</source>
        <translation>%1: наибольшее из сравниваемых итераций</translation>
    </message>
    <message>
        <source>%1: of the last compared iteration</source>
        <translation>%1: последней сравниваемой итерации</translation>
    </message>
</context>
<context>
    <name>soak::ui::CompareView</name>
    <message>
        <source>Parts of the comparison</source>
        <translation>Части сравнения</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Эффекты</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Распределения</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Связи</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробно</translation>
    </message>
    <message>
        <source>Effects, overrides and distribution in place of the charts (D)</source>
        <translation>Эффекты, переопределения и распределение вместо графиков (D)</translation>
    </message>
    <message>
        <source>+ Add run</source>
        <translation>+ Прогон</translation>
    </message>
    <message>
        <source>Draw another run (Insert)</source>
        <translation>Нарисовать ещё один прогон (Insert)</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Копировать итог</translation>
    </message>
    <message>
        <source>Copy the comparison as text (Ctrl+Shift+C)</source>
        <translation>Копировать сравнение текстом (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ось</translation>
    </message>
    <message>
        <source>What the runs are laid over each other by</source>
        <translation>По чему прогоны накладываются друг на друга</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Which iterations are compared</source>
        <translation>Какие итерации сравниваются</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Шкала</translation>
    </message>
    <message>
        <source>The values as they are, or made alike</source>
        <translation>Значения как есть или приведённые</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Линии</translation>
    </message>
    <message>
        <source>A line for each run, or what all have in common; by their number: an envelope beyond %1 runs</source>
        <translation>Линия на каждый прогон или общее для всех; по числу: если прогонов больше %1, рисуется полоса</translation>
    </message>
    <message>
        <source>Offset of B</source>
        <translation>Сдвиг B</translation>
    </message>
    <message>
        <source>By how much B is moved to the right; Ctrl and drag in a chart moves a run, too</source>
        <translation>На сколько B сдвинут вправо; Ctrl и перетаскивание на графике тоже сдвигают прогон</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Add run</source>
        <translation>Добавить прогон</translation>
    </message>
    <message>
        <source>Every open run is drawn</source>
        <translation>Все открытые прогоны нарисованы</translation>
    </message>
    <message>
        <source>More in the table</source>
        <translation>Остальные в таблице</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>Открыть другую папку…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Pick a second run</source>
        <translation>Выберите второй прогон</translation>
    </message>
    <message>
        <source>Choose two runs in the list of runs with Ctrl and a click, then press Enter; or open another folder with Ctrl+O. The one with the star is the baseline.</source>
        <translation>Отметьте два прогона в списке щелчком с Ctrl и нажмите Enter; или откройте другую папку по Ctrl+O. Прогон со звездой базовый.</translation>
    </message>
    <message>
        <source>%1 is not drawn: %2</source>
        <translation>%1 не нарисован: %2</translation>
    </message>
    <message>
        <source>%1: %2 iterations without a time are left out</source>
        <translation>%1: пропущены итерации без времени: %2</translation>
    </message>
    <message>
        <source>%1 of %2 is not drawn: %3</source>
        <translation>%1 прогона %2 не показан: %3</translation>
    </message>
    <message>
        <source>All from #%1 on (declared warm-up).</source>
        <translation>Все начиная с #%1 (объявленный прогрев).</translation>
    </message>
    <message>
        <source>All iterations: no warm-up is declared.</source>
        <translation>Все итерации: прогрев не объявлен.</translation>
    </message>
    <message>
        <source>The last 8 iterations of each.</source>
        <translation>Последние 8 итераций каждого.</translation>
    </message>
    <message>
        <source>All iterations, warm-up too.</source>
        <translation>Все итерации, и прогрев тоже.</translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation>лучше: %1</translation>
    </message>
    <message>
        <source>%1 same</source>
        <translation>так же: %1</translation>
    </message>
    <message>
        <source>%1 worse</source>
        <translation>хуже: %1</translation>
    </message>
    <message>
        <source>%1 not known</source>
        <translation>неизвестно: %1</translation>
    </message>
    <message>
        <source>(about %1 iterations needed)</source>
        <translation>(нужно около %1 итераций)</translation>
    </message>
    <message>
        <source>No overrides are recorded of %1.</source>
        <translation>Переопределения не записаны: %1.</translation>
    </message>
    <message>
        <source>The overrides are the same.</source>
        <translation>Переопределения одинаковы.</translation>
    </message>
    <message numerus="yes">
        <source>Overrides differ in %n parameter(s).</source>
        <translation>
            <numerusform>Переопределения различаются в %n параметре.</numerusform>
            <numerusform>Переопределения различаются в %n параметрах.</numerusform>
            <numerusform>Переопределения различаются в %n параметрах.</numerusform>
        </translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>итерация</translation>
    </message>
    <message>
        <source>first common iteration</source>
        <translation>первая общая итерация</translation>
    </message>
    <message>
        <source>elapsed time</source>
        <translation>прошедшее время</translation>
    </message>
    <message>
        <source>time of day (UTC)</source>
        <translation>время суток (UTC)</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>ровное</translation>
    </message>
    <message>
        <source>last 8</source>
        <translation>последние 8</translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>как есть</translation>
    </message>
    <message>
        <source>z-score</source>
        <translation>z-оценка</translation>
    </message>
    <message>
        <source>% of baseline</source>
        <translation>% от базового</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>от 0 до 1</translation>
    </message>
    <message>
        <source>by their number</source>
        <translation>по их числу</translation>
    </message>
    <message>
        <source>every run</source>
        <translation>каждый прогон</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>полоса</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n iteration(s), gate %2</source>
        <translation>
            <numerusform>%1, %n итерация, гейт %2</numerusform>
            <numerusform>%1, %n итерации, гейт %2</numerusform>
            <numerusform>%1, %n итераций, гейт %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Method: %1; margins: %2</source>
        <translation>Метод: %1; допуски: %2</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Отчёт…</translation>
    </message>
    <message>
        <source>Save the comparison as a page, Markdown or text</source>
        <translation>Сохранить сравнение страницей, Markdown или текстом</translation>
    </message>
    <message>
        <source>All from #%1 on (settled by MSER-5).</source>
        <translation>Все начиная с #%1 (устоялся по MSER-5).</translation>
    </message>
    <message>
        <source>overlaid</source>
        <translation>друг на друге</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>рядом</translation>
    </message>
    <message>
        <source>difference to A</source>
        <translation>разность с A</translation>
    </message>
    <message>
        <source>%1, difference to A</source>
        <translation>%1, разность с A</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>All runs over each other, A and B each in a column, or what each run has above A</source>
        <translation>Все прогоны друг на друге, A и B каждый в своём столбце или разность каждого прогона с A</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>Выбрать столбцы таблицы</translation>
    </message>
    <message>
        <source>Let go of the picked iterations (Escape in a chart)</source>
        <translation>Снять выбор итераций (Escape на графике)</translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s): %1 ✕</source>
        <translation>
            <numerusform>%n итерация: %1 ✕</numerusform>
            <numerusform>%n итерации: %1 ✕</numerusform>
            <numerusform>%n итераций: %1 ✕</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparison: %1</source>
        <translation>Сравнение: %1</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Группы</translation>
    </message>
</context>
<context>
    <name>soak::ui::ForestPlot</name>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>same</source>
        <translation>так же</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>n %1 and %2</source>
        <translation>n %1 и %2</translation>
    </message>
    <message>
        <source>ESS %1</source>
        <translation>эфф. n %1</translation>
    </message>
    <message>
        <source>Holm p %1</source>
        <translation>p Холма %1</translation>
    </message>
    <message>
        <source>deterministic</source>
        <translation>без разброса</translation>
    </message>
    <message>
        <source>about %1 needed</source>
        <translation>нужно около %1</translation>
    </message>
    <message>
        <source>shaded: inside the margin, too little to matter</source>
        <translation>серым: в пределах допуска, слишком мало</translation>
    </message>
</context>
<context>
    <name>soak::ui::DifferingOverrides</name>
    <message>
        <source>Overrides that differ</source>
        <translation>Различия переопределений</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>параметр</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>since</source>
        <translation>с</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Overrides that differ (%1 of %2)</source>
        <translation>Различия переопределений (%1 из %2)</translation>
    </message>
    <message>
        <source>Overrides that differ: none are recorded</source>
        <translation>Различия переопределений: ничего не записано</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n equal parameter(s)</source>
        <translation>
            <numerusform>Скрыть %n равный параметр</numerusform>
            <numerusform>Скрыть %n равных параметра</numerusform>
            <numerusform>Скрыть %n равных параметров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n equal parameter(s)</source>
        <translation>
            <numerusform>Показать %n равный параметр</numerusform>
            <numerusform>Показать %n равных параметра</numerusform>
            <numerusform>Показать %n равных параметров</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::DistributionChart</name>
    <message>
        <source>%1: n %2, median %3, p95 %4</source>
        <translation>%1: n %2, медиана %3, p95 %4</translation>
    </message>
    <message>
        <source>%1: no value</source>
        <translation>%1: нет значений</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>прогонов: %1 из %2</translation>
    </message>
    <message>
        <source>%1: share of values up to</source>
        <translation>%1: доля значений до</translation>
    </message>
    <message>
        <source>%1: values in bins</source>
        <translation>%1: значения по интервалам</translation>
    </message>
    <message>
        <source>%1: quartiles, whiskers and outliers</source>
        <translation>%1: квартили, усы и выбросы</translation>
    </message>
    <message>
        <source>%1: density</source>
        <translation>%1: плотность</translation>
    </message>
    <message>
        <source>No run has a value</source>
        <translation>Ни в одном прогоне нет значений</translation>
    </message>
</context>
<context>
    <name>soak::ui::DistributionsPage</name>
    <message>
        <source>Steps</source>
        <translation>Ступени</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Интервалы</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Ящики</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Скрипки</translation>
    </message>
    <message>
        <source>Empirical distribution: the share of values up to each value</source>
        <translation>Эмпирическое распределение: доля значений до каждого</translation>
    </message>
    <message>
        <source>Histogram: values in common bins</source>
        <translation>Гистограмма: значения по общим интервалам</translation>
    </message>
    <message>
        <source>Quartiles, whiskers to 1.5 times their distance, outliers</source>
        <translation>Квартили, усы до полутора их расстояний, выбросы</translation>
    </message>
    <message>
        <source>Violin: kernel density, its width by Silverman's rule</source>
        <translation>Скрипка: ядерная плотность, ширина по правилу Сильвермана</translation>
    </message>
    <message>
        <source>Figures of the distributions</source>
        <translation>Числа распределений</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>run</source>
        <translation>прогон</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>median</source>
        <translation>медиана</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Cliff's delta</source>
        <translation>дельта Клиффа</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнивается…</translation>
    </message>
</context>
<context>
    <name>soak::ui::EffectsPage</name>
    <message>
        <source>Comparing…</source>
        <translation>Сравнивается…</translation>
    </message>
    <message>
        <source>Effect of B against A, in margins (better to the right)</source>
        <translation>Эффект B против A, в допусках (лучше вправо)</translation>
    </message>
    <message>
        <source>There is nothing to hold against A</source>
        <translation>С A нечего сравнить</translation>
    </message>
</context>
<context>
    <name>soak::ui::ParallelChart</name>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 от %2 до %3</translation>
    </message>
    <message>
        <source>What differs, and the KPIs</source>
        <translation>Различия и показатели</translation>
    </message>
    <message>
        <source>No run has a value</source>
        <translation>Ни в одном прогоне нет значений</translation>
    </message>
    <message>
        <source>%1 of %2 axes</source>
        <translation>осей: %1 из %2</translation>
    </message>
</context>
<context>
    <name>soak::ui::RelationChart</name>
    <message>
        <source>%1 against %2</source>
        <translation>%1 и %2</translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation>%1, итерация %2</translation>
    </message>
    <message>
        <source>no rho: %1</source>
        <translation>ро нет: %1</translation>
    </message>
    <message>
        <source>Spearman's rho %1 of n %2</source>
        <translation>ро Спирмена %1, n %2</translation>
    </message>
    <message>
        <source>a frame in %1 against %2</source>
        <translation>рамка: %1 против %2</translation>
    </message>
</context>
<context>
    <name>soak::ui::RelationsPage</name>
    <message>
        <source>Override</source>
        <translation>Переопределение</translation>
    </message>
    <message>
        <source>The override on the lower axis; those that vary come first</source>
        <translation>Переопределение на нижней оси; изменяющиеся стоят первыми</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>The metric on the upright axis</source>
        <translation>Показатель на вертикальной оси</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнивается…</translation>
    </message>
    <message>
        <source>Relate %1 to %2</source>
        <translation>Связь: %1 и %2</translation>
    </message>
    <message>
        <source>No run recorded its overrides by iteration</source>
        <translation>Ни один прогон не записал переопределения по итерациям</translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s) chosen</source>
        <translation>
            <numerusform>выбрана %n итерация</numerusform>
            <numerusform>выбраны %n итерации</numerusform>
            <numerusform>выбрано %n итераций</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s) without both values</source>
        <translation>
            <numerusform>%n итерация без обоих значений</numerusform>
            <numerusform>%n итерации без обоих значений</numerusform>
            <numerusform>%n итераций без обоих значений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::HistoryModel</name>
    <message>
        <source>unreadable</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>%1 (version %2)</source>
        <translation>%1 (версия %2)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>Started (UTC)</source>
        <translation>Начат (UTC)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Итерации</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Движок</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Releases, tags</source>
        <translation>Релизы, метки</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
</context>
<context>
    <name>soak::ui::HistoryTable</name>
    <message>
        <source>Remembered runs</source>
        <translation>Запомненные прогоны</translation>
    </message>
</context>
<context>
    <name>soak::ui::HistoryDesk</name>
    <message>
        <source>Read the history</source>
        <translation>Чтение истории</translation>
    </message>
    <message>
        <source>Import runs</source>
        <translation>Импорт прогонов</translation>
    </message>
    <message>
        <source>Imported: %1 new, %2 changed, %3 as they were, %4 unreadable.</source>
        <translation>Импорт: новых %1, изменилось %2, без изменений %3, не читается %4.</translation>
    </message>
    <message>
        <source>Cannot read the history</source>
        <translation>Не удалось прочитать историю</translation>
    </message>
    <message>
        <source>Cannot import into the history</source>
        <translation>Не удалось импортировать в историю</translation>
    </message>
    <message>
        <source>Cannot write into the history</source>
        <translation>Не удалось записать в историю</translation>
    </message>
    <message>
        <source>Write into the history</source>
        <translation>Запись в историю</translation>
    </message>
    <message>
        <source>Read what was said</source>
        <translation>Чтение сказанного о прогоне</translation>
    </message>
</context>
<context>
    <name>soak::ui::HistoryView</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Filter: verdict:fail p95&gt;340 tag:v1.4</source>
        <translation>Фильтр: verdict:fail p95&gt;340 tag:v1.4</translation>
    </message>
    <message>
        <source>Filter of the history</source>
        <translation>Фильтр истории</translation>
    </message>
    <message>
        <source>&amp;KPI</source>
        <translation>&amp;Показатель</translation>
    </message>
    <message>
        <source>KPI of the chart</source>
        <translation>KPI на графике</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open the chosen runs; several are compared (Enter)</source>
        <translation>Открыть выбранные прогоны; несколько сравниваются (Enter)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Remember the runs in and below a folder</source>
        <translation>Запомнить прогоны в папке и ниже неё</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Импортировать папку…</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Показать ещё</translation>
    </message>
    <message>
        <source>Show the next %1 runs</source>
        <translation>Показать следующие %1 прогонов</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>чтение…</translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>столбец %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n прогон</numerusform>
            <numerusform>%n прогона</numerusform>
            <numerusform>%n прогонов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 из %2 прогонов</translation>
    </message>
    <message>
        <source>No run is remembered yet</source>
        <translation>Пока не запомнен ни один прогон</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>Историю не удаётся прочитать</translation>
    </message>
    <message>
        <source>Import a folder with runs; soak history import DIR does the same on the command line.</source>
        <translation>Импортируйте папку с прогонами; в командной строке то же делает soak history import DIR.</translation>
    </message>
    <message>
        <source>Choose a run to see what is known of it.</source>
        <translation>Выберите прогон, чтобы увидеть, что о нём известно.</translation>
    </message>
    <message>
        <source>decided: %1</source>
        <translation>решено: %1</translation>
    </message>
    <message>
        <source>a later version lies in its folder</source>
        <translation>в его папке лежит более новая версия</translation>
    </message>
    <message>
        <source>Remembered run</source>
        <translation>Запомненный прогон</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>&amp;Sort By</source>
        <translation>&amp;Сортировать по</translation>
    </message>
    <message>
        <source>The folder of %1 is no longer there: %2</source>
        <translation>Папки прогона %1 больше нет: %2</translation>
    </message>
    <message>
        <source>%1 lies on another machine: %2</source>
        <translation>%1 лежит на другой машине: %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Read the history again</source>
        <translation>Прочитать историю снова</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>&amp;Метка…</translation>
    </message>
    <message>
        <source>&amp;Mark a Release…</source>
        <translation>О&amp;тметить релиз…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Заметка…</translation>
    </message>
    <message>
        <source>&amp;Decide…</source>
        <translation>&amp;Решить…</translation>
    </message>
    <message>
        <source>Take &amp;Back</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Метка %1</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>Релиз %1</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>заметка: %1</translation>
    </message>
    <message>
        <source>Copy &amp;Folder</source>
        <translation>&amp;Копировать папку</translation>
    </message>
    <message>
        <source>Copy Co&amp;mmand</source>
        <translation>Копировать кома&amp;нду</translation>
    </message>
    <message>
        <source>Copy Command for CS&amp;V</source>
        <translation>Копировать команду для CS&amp;V</translation>
    </message>
</context>
<context>
    <name>soak::ui::KpiChart</name>
    <message>
        <source>KPI by run</source>
        <translation>KPI по прогонам</translation>
    </message>
    <message numerus="yes">
        <source>%1 by run, %n run(s)</source>
        <translation>
            <numerusform>%1 по прогонам, %n прогон</numerusform>
            <numerusform>%1 по прогонам, %n прогона</numerusform>
            <numerusform>%1 по прогонам, %n прогонов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 by run (%2 of the last iterations)</source>
        <translation>%1 по прогонам (%2 последних итераций)</translation>
    </message>
    <message>
        <source>No remembered run has a value of it.</source>
        <translation>Ни у одного запомненного прогона нет этого значения.</translation>
    </message>
    <message>
        <source>runs by their start, %1 to %2</source>
        <translation>прогоны по времени начала, с %1 по %2</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4</source>
        <translation>%1, %2: %3, %4</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 и ещё %2</translation>
    </message>
</context>
<context>
    <name>soak::ui::SayingEditor</name>
    <message>
        <source>Tag %1</source>
        <translation>Метка: %1</translation>
    </message>
    <message>
        <source>Mark a Release: %1</source>
        <translation>Отметить релиз: %1</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Заметка: %1</translation>
    </message>
    <message>
        <source>Decide about %1</source>
        <translation>Решение: %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Keep it in the history (Ctrl+Enter)</source>
        <translation>Записать в историю (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>&amp;Решение</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Релиз</translation>
    </message>
    <message>
        <source>One word, as canary or v1.4</source>
        <translation>Одно слово, например canary или v1.4</translation>
    </message>
    <message>
        <source>&amp;The tag</source>
        <translation>&amp;Метка</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;Релиз</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Текст заметки</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Заметка</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Почему</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Кто</translation>
    </message>
</context>
<context>
    <name>soak::ui::HistoryStrip</name>
    <message>
        <source>Read the history</source>
        <translation>Чтение истории</translation>
    </message>
    <message>
        <source>Opens and draws them. On the command line, soak compare --arm-a takes them as an arm</source>
        <translation>Открывает и рисует их. В командной строке soak compare --arm-a берёт их как группу</translation>
    </message>
    <message numerus="yes">
        <source>Compare with %n other run(s) made as A, too</source>
        <translation>
            <numerusform>Сравнить и с %n другим, сделанным как A</numerusform>
            <numerusform>Сравнить и с %n другими, сделанными как A</numerusform>
            <numerusform>Сравнить и с %n другими, сделанными как A</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>soak::ui::Replayed</name>
    <message>
        <source>replayed</source>
        <translation>повтор замеров</translation>
    </message>
</context>
<context>
    <name>soak::ui::ArmsPage</name>
    <message numerus="yes">
        <source>Arm A: %n chosen run(s).</source>
        <translation>
            <numerusform>Группа A: %n выбранный прогон.</numerusform>
            <numerusform>Группа A: %n выбранных прогона.</numerusform>
            <numerusform>Группа A: %n выбранных прогонов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arm B: %n chosen run(s).</source>
        <translation>
            <numerusform>Группа B: %n выбранный прогон.</numerusform>
            <numerusform>Группа B: %n выбранных прогона.</numerusform>
            <numerusform>Группа B: %n выбранных прогонов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arm A: %n run(s) with the configuration of %1.</source>
        <translation>
            <numerusform>Группа A: %n прогон с конфигурацией %1.</numerusform>
            <numerusform>Группа A: %n прогона с конфигурацией %1.</numerusform>
            <numerusform>Группа A: %n прогонов с конфигурацией %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arm B: %n run(s) with the configuration of %1.</source>
        <translation>
            <numerusform>Группа B: %n прогон с конфигурацией %1.</numerusform>
            <numerusform>Группа B: %n прогона с конфигурацией %1.</numerusform>
            <numerusform>Группа B: %n прогонов с конфигурацией %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other run(s) drawn in neither.</source>
        <translation>
            <numerusform>Ещё %n показанный прогон вне групп.</numerusform>
            <numerusform>Ещё %n показанных прогона вне групп.</numerusform>
            <numerusform>Ещё %n показанных прогонов вне групп.</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is held against A.</source>
        <translation>С A не сравнивается ни один прогон.</translation>
    </message>
    <message>
        <source>The overrides of A changed in its steady iterations, or are not recorded: which runs were made like it is not known.</source>
        <translation>Переопределения A менялись в установившихся итерациях или не записаны: какие прогоны сделаны так же, неизвестно.</translation>
    </message>
    <message>
        <source>The overrides of B changed in its steady iterations, or are not recorded: which runs were made like it is not known.</source>
        <translation>Переопределения B менялись в установившихся итерациях или не записаны: какие прогоны сделаны так же, неизвестно.</translation>
    </message>
    <message>
        <source>A and B have one configuration.</source>
        <translation>У A и B одна конфигурация.</translation>
    </message>
    <message>
        <source>Three runs of each configuration are needed: %1 of A and %2 of B are drawn.</source>
        <translation>Нужно по три прогона каждой конфигурации, а показано как A: %1, как B: %2.</translation>
    </message>
    <message>
        <source>No run is chosen for arm A.</source>
        <translation>Для группы A не выбран ни один прогон.</translation>
    </message>
    <message>
        <source>No run is chosen for arm B.</source>
        <translation>Для группы B не выбран ни один прогон.</translation>
    </message>
    <message numerus="yes">
        <source>(about %n more run(s) an arm needed)</source>
        <translation>
            <numerusform>(нужен примерно ещё %n прогон на группу)</numerusform>
            <numerusform>(нужно примерно ещё %n прогона на группу)</numerusform>
            <numerusform>(нужно примерно ещё %n прогонов на группу)</numerusform>
        </translation>
    </message>
    <message>
        <source>runs %1 and %2</source>
        <translation>прогонов %1 и %2</translation>
    </message>
    <message>
        <source>df %1</source>
        <translation>ст. своб. %1</translation>
    </message>
    <message>
        <source>Holm p %1</source>
        <translation>p Холма %1</translation>
    </message>
    <message>
        <source>deterministic</source>
        <translation>без разброса</translation>
    </message>
    <message numerus="yes">
        <source>about %n more run(s) an arm</source>
        <translation>
            <numerusform>ещё примерно %n прогон на группу</numerusform>
            <numerusform>ещё примерно %n прогона на группу</numerusform>
            <numerusform>ещё примерно %n прогонов на группу</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 is left out, %3.</source>
        <translation>%1: %2 не учтён, %3.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>mean of %1 values, %2 missing</source>
        <translation>среднее значений: %1, пропущено: %2</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>не учтён: %1</translation>
    </message>
    <message>
        <source>Values of the runs</source>
        <translation>Значения прогонов</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>No two arms of runs</source>
        <translation>Нет двух групп прогонов</translation>
    </message>
    <message>
        <source>Draw more runs, or choose in the list of runs which are arm A and which arm B: right click, or the menu key.</source>
        <translation>Покажите больше прогонов или выберите в списке прогонов, какие — группа A и какие — группа B: правая кнопка или клавиша меню.</translation>
    </message>
    <message>
        <source>Effect of arm B against arm A, in margins (better to the right)</source>
        <translation>Эффект группы B относительно A, в допусках (лучше справа)</translation>
    </message>
    <message>
        <source>mean of its runs</source>
        <translation>среднее её прогонов</translation>
    </message>
    <message>
        <source>sd between runs</source>
        <translation>ст. откл. между прогонами</translation>
    </message>
    <message>
        <source>Overrides that differ: %1.</source>
        <translation>Различаются переопределения: %1.</translation>
    </message>
    <message>
        <source>%1 (within an arm, too)</source>
        <translation>%1 (и внутри группы)</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ещё %1</translation>
    </message>
</context>
</TS>
