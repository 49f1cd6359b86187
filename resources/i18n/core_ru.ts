<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>PASS</source>
        <translation>НОРМА</translation>
    </message>
    <message>
        <source>WARN</source>
        <translation>ВНИМАНИЕ</translation>
    </message>
    <message>
        <source>FAIL</source>
        <translation>ПРОВАЛ</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <translation>НЕТ ДАННЫХ</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>ИДЁТ</translation>
    </message>
    <message>
        <source>PARTIAL</source>
        <translation>НЕПОЛНЫЙ</translation>
    </message>
    <message>
        <source>GONE</source>
        <translation>НЕТ ПАПКИ</translation>
    </message>
    <message>
        <source>REPLACED</source>
        <translation>ЗАМЕНЁН</translation>
    </message>
    <message>
        <source>STALLED</source>
        <translation>ЗАСТРЯЛ</translation>
    </message>
    <message>
        <source>UNVERIFIED</source>
        <translation>НЕ ПРОВЕРЕНО</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>В ПОРЯДКЕ</translation>
    </message>
    <message>
        <source>Net edge</source>
        <translation>Чистый доход</translation>
    </message>
    <message>
        <source>Maker share</source>
        <translation>Доля мейкера</translation>
    </message>
    <message>
        <source>p95 latency</source>
        <translation>Задержка p95</translation>
    </message>
    <message>
        <source>Risk ratio</source>
        <translation>Доля риска</translation>
    </message>
    <message>
        <source>Adverse selection p95</source>
        <translation>Неблаг. отбор p95</translation>
    </message>
    <message>
        <source>Slippage p95</source>
        <translation>Проскальзывание p95</translation>
    </message>
    <message>
        <source>Cancels</source>
        <translation>Отмены</translation>
    </message>
    <message>
        <source>Order age p95</source>
        <translation>Возраст заявки p95</translation>
    </message>
    <message>
        <source>Feed lag p95</source>
        <translation>Отставание потока p95</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Валовой доход</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Комиссии</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>Проскальзывание</translation>
    </message>
    <message>
        <source>Adverse selection</source>
        <translation>Неблаг. отбор</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Запасы</translation>
    </message>
    <message>
        <source>Blocked by min interval</source>
        <translation>Задержано интервалом</translation>
    </message>
    <message>
        <source>Blocked by concurrency</source>
        <translation>Задержано параллельностью</translation>
    </message>
    <message>
        <source>Blocked by throttle</source>
        <translation>Задержано ограничителем</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Замены</translation>
    </message>
    <message>
        <source>Maker share of fills</source>
        <translation>Доля мейкера в сделках</translation>
    </message>
    <message>
        <source>Taker share of fills</source>
        <translation>Доля тейкера в сделках</translation>
    </message>
    <message>
        <source>Maker fills</source>
        <translation>Сделки мейкера</translation>
    </message>
    <message>
        <source>Taker fills</source>
        <translation>Сделки тейкера</translation>
    </message>
    <message>
        <source>Maker volume</source>
        <translation>Объём мейкера</translation>
    </message>
    <message>
        <source>Taker volume</source>
        <translation>Объём тейкера</translation>
    </message>
    <message>
        <source>Deltas applied</source>
        <translation>Изменения применены</translation>
    </message>
    <message>
        <source>Missing iterations</source>
        <translation>Пропущенные итерации</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>нет данных</translation>
    </message>
    <message>
        <source>bps</source>
        <translation>бп</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>1/min</source>
        <translation>1/мин</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>median</source>
        <translation>медиана</translation>
    </message>
    <message>
        <source>min</source>
        <translation>минимум</translation>
    </message>
    <message>
        <source>max</source>
        <translation>максимум</translation>
    </message>
    <message>
        <source>last</source>
        <translation>последнее</translation>
    </message>
    <message>
        <source>hmean</source>
        <translation>среднее гармоническое</translation>
    </message>
    <message>
        <source>info</source>
        <translation>сведение</translation>
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
        <source>load error</source>
        <translation>не прочитана итерация</translation>
    </message>
    <message>
        <source>file error</source>
        <translation>не прочитан файл</translation>
    </message>
    <message>
        <source>not regular file</source>
        <translation>не обычный файл</translation>
    </message>
    <message>
        <source>duplicate key</source>
        <translation>повтор ключа</translation>
    </message>
    <message>
        <source>non finite number</source>
        <translation>не число</translation>
    </message>
    <message>
        <source>string cut</source>
        <translation>строка обрезана</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>неверный тип</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>вне диапазона</translation>
    </message>
    <message>
        <source>normalised percent</source>
        <translation>проценты вместо доли</translation>
    </message>
    <message>
        <source>iteration mismatch</source>
        <translation>номер не совпадает</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>пропуск</translation>
    </message>
    <message>
        <source>override conflict</source>
        <translation>противоречие параметров</translation>
    </message>
    <message>
        <source>out of safe limits</source>
        <translation>вне безопасных пределов</translation>
    </message>
    <message>
        <source>unknown parameter</source>
        <translation>неизвестный параметр</translation>
    </message>
    <message>
        <source>decomposition mismatch</source>
        <translation>разложение не сходится</translation>
    </message>
    <message>
        <source>signed form</source>
        <translation>иные знаки</translation>
    </message>
    <message>
        <source>block ratio sum</source>
        <translation>сумма причин не равна 1</translation>
    </message>
    <message>
        <source>totals conflict</source>
        <translation>противоречие итогов</translation>
    </message>
    <message>
        <source>chain absent</source>
        <translation>цепочки нет</translation>
    </message>
    <message>
        <source>chain broken</source>
        <translation>цепочка нарушена</translation>
    </message>
    <message>
        <source>report missing</source>
        <translation>нет отчёта</translation>
    </message>
    <message>
        <source>report mismatch</source>
        <translation>отчёт не совпадает</translation>
    </message>
    <message>
        <source>bad line</source>
        <translation>негодная строка</translation>
    </message>
    <message>
        <source>leftover file</source>
        <translation>остаток записи</translation>
    </message>
    <message>
        <source>stale file</source>
        <translation>чужой файл</translation>
    </message>
    <message>
        <source>failed iteration</source>
        <translation>сбой итерации</translation>
    </message>
    <message>
        <source>legacy form</source>
        <translation>старая форма</translation>
    </message>
    <message>
        <source>delta applied</source>
        <translation>изменение применено</translation>
    </message>
    <message>
        <source>delta held</source>
        <translation>изменение удержано</translation>
    </message>
    <message>
        <source>delta refused</source>
        <translation>изменение отклонено</translation>
    </message>
    <message>
        <source>delta unverified</source>
        <translation>изменение не подтверждено</translation>
    </message>
    <message>
        <source>guard on</source>
        <translation>защита включена</translation>
    </message>
    <message>
        <source>guard off</source>
        <translation>защита выключена</translation>
    </message>
    <message>
        <source>freeze begin</source>
        <translation>заморозка началась</translation>
    </message>
    <message>
        <source>freeze end</source>
        <translation>заморозка кончилась</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation>аномалия</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>цела</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>нарушена</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>цела</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>закончен</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>прерван</translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation>остывание</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>предел скорости</translation>
    </message>
    <message>
        <source>oscillation</source>
        <translation>колебания</translation>
    </message>
    <message>
        <source>steady_freeze</source>
        <translation>заморозка устойчивого режима</translation>
    </message>
    <message>
        <source>partial_freeze</source>
        <translation>частичная заморозка</translation>
    </message>
    <message>
        <source>micro_steps</source>
        <translation>слишком мелкие шаги</translation>
    </message>
    <message>
        <source>at_bound</source>
        <translation>на границе</translation>
    </message>
    <message>
        <source>no_op</source>
        <translation>без изменения</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>late_iteration</source>
        <translation>поздняя итерация</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>выключено</translation>
    </message>
    <message>
        <source>unknown_param</source>
        <translation>неизвестный параметр</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>противоречие</translation>
    </message>
    <message>
        <source>no reason recorded</source>
        <translation>причина не записана</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>доход</translation>
    </message>
    <message>
        <source>rebid</source>
        <translation>перевыставление</translation>
    </message>
    <message>
        <source>rescue_taker</source>
        <translation>спасение тейкером</translation>
    </message>
    <message>
        <source>tuner</source>
        <translation>настройщик</translation>
    </message>
    <message>
        <source>market</source>
        <translation>рынок</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>устойчивый режим</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>частичная</translation>
    </message>
    <message>
        <source>tuning</source>
        <translation>настройка</translation>
    </message>
    <message>
        <source>quoting</source>
        <translation>котирование</translation>
    </message>
    <message>
        <source>impact</source>
        <translation>влияние</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>движок</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>риск</translation>
    </message>
    <message>
        <source>taker_rescue</source>
        <translation>спасение тейкером</translation>
    </message>
    <message>
        <source>other</source>
        <translation>прочее</translation>
    </message>
    <message>
        <source>full</source>
        <translation>полностью</translation>
    </message>
    <message>
        <source>partial_ok</source>
        <translation>частично</translation>
    </message>
    <message>
        <source>match</source>
        <translation>совпадает</translation>
    </message>
    <message>
        <source>unchanged_ok</source>
        <translation>без изменения</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>не совпадает</translation>
    </message>
    <message>
        <source>applied_as_absolute</source>
        <translation>применено как значение</translation>
    </message>
    <message>
        <source>wrong_path</source>
        <translation>не тот путь</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not_verifiable</source>
        <translation>не проверить</translation>
    </message>
    <message>
        <source>unexpected_change</source>
        <translation>неожиданное изменение</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>не применено</translation>
    </message>
    <message>
        <source>held</source>
        <translation>удержано</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>the run has not ended</source>
        <translation>прогон не окончен</translation>
    </message>
    <message>
        <source>{1}: {2} of the last {3} is {4}, the goal is {5}; broken in {6} alone, {7} without it.</source>
        <translation>{1}: {2} за последние {3} — {4}, цель {5}; нарушена только в {6}, без неё {7}.</translation>
    </message>
    <message>
        <source>{1}: {2} of the last {3} is {4}, the goal is {5}; {6} has the only value.</source>
        <translation>{1}: {2} за последние {3} — {4}, цель {5}; значение есть только в {6}.</translation>
    </message>
    <message>
        <source>{1}: {2} of the last {3} is {4}, the goal is {5}; broken in {6} and {7}.</source>
        <translation>{1}: {2} за последние {3} — {4}, цель {5}; нарушена в {6} и {7}.</translation>
    </message>
    <message>
        <source>{1}: {2} of the last {3} is {4}, the goal is {5}; broken in {6}, {7} and {8}.</source>
        <translation>{1}: {2} за последние {3} — {4}, цель {5}; нарушена в {6}, {7} и {8}.</translation>
    </message>
    <message>
        <source>{1}: {2} of the last {3} is {4}, the goal is {5}; broken in {6} iterations, worst in {7} with {8}.</source>
        <translation>{1}: {2} за последние {3} — {4}, цель {5}; нарушено итераций: {6}, хуже всего {7}: {8}.</translation>
    </message>
    <message>
        <source>{1}: {2} of the last {3} is {4}, the goal is {5}.</source>
        <translation>{1}: {2} за последние {3} — {4}, цель {5}.</translation>
    </message>
    <message>
        <source>{1}: {2} (proposals: {3}), the goal is {4}; the first that did not arrive was due in {5}.</source>
        <translation>{1}: {2} (предложений: {3}), цель {4}; первое не дошедшее ожидалось в {5}.</translation>
    </message>
    <message>
        <source>{1}: {2}, the goal is {3}.</source>
        <translation>{1}: {2}, цель {3}.</translation>
    </message>
    <message>
        <source>{1} has no value in the window, so the goal {2} counts as not met.</source>
        <translation>{1}: в окне нет значения, цель {2} считается не достигнутой.</translation>
    </message>
    <message>
        <source>{1}: {2} of {3} proposals cannot be verified, so the goal {4} counts as not met.</source>
        <translation>{1}: не проверить {2} из {3} предложений, цель {4} считается не достигнутой.</translation>
    </message>
    <message>
        <source>{1}: not known, so the goal {2} counts as not met.</source>
        <translation>{1}: неизвестно, цель {2} считается не достигнутой.</translation>
    </message>
    <message>
        <source>Not met either: {1} ({2}, the goal is {3}) and {4} ({5}, the goal is {6}).</source>
        <translation>Не достигнуты также: {1} ({2}, цель {3}) и {4} ({5}, цель {6}).</translation>
    </message>
    <message>
        <source>Not met either: {1} ({2}, the goal is {3}), {4} ({5}, the goal is {6}) and {7} ({8}, the goal is {9}).</source>
        <translation>Не достигнуты также: {1} ({2}, цель {3}), {4} ({5}, цель {6}) и {7} ({8}, цель {9}).</translation>
    </message>
    <message>
        <source>Not met either: {1} ({2}, the goal is {3}), {4} ({5}, the goal is {6}) and {7} more.</source>
        <translation>Не достигнуты также: {1} ({2}, цель {3}), {4} ({5}, цель {6}) и ещё {7}.</translation>
    </message>
    <message>
        <source>All {1} goals are met; least to spare has {2}: {3} against {4}, {5} left.</source>
        <translation>Достигнуты все цели ({1}); меньше всего запас у «{2}»: {3} при цели {4}, в запасе {5}.</translation>
    </message>
    <message>
        <source>Met: {1} {2}.</source>
        <translation>Достигнуто: {1} {2}.</translation>
    </message>
    <message>
        <source>Met: {1} {2} and {3} {4}.</source>
        <translation>Достигнуто: {1} {2} и {3} {4}.</translation>
    </message>
    <message>
        <source>Met: {1} {2}, {3} {4} and {5} {6}.</source>
        <translation>Достигнуто: {1} {2}, {3} {4} и {5} {6}.</translation>
    </message>
    <message>
        <source>Met: {1} {2}, {3} {4} and {5} more.</source>
        <translation>Достигнуто: {1} {2}, {3} {4} и ещё {5}.</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3} applied.</source>
        <translation>До этого {1}: {2} {3} применено.</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3} and {4} {5} applied.</source>
        <translation>До этого {1}: {2} {3} и {4} {5} применены.</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3}, {4} {5} and {6} more applied.</source>
        <translation>До этого {1}: {2} {3}, {4} {5} и ещё {6} применены.</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3} did not arrive as proposed.</source>
        <translation>До этого {1}: {2} {3} не дошло как предложено.</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3} and {4} more did not arrive as proposed.</source>
        <translation>До этого {1}: {2} {3} и ещё {4} не дошли как предложено.</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3} held ({4}).</source>
        <translation>До этого {1}: {2} {3} удержано ({4}).</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3} and {4} more held ({5}).</source>
        <translation>До этого {1}: {2} {3} и ещё {4} удержаны ({5}).</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3} not applied ({4}).</source>
        <translation>До этого {1}: {2} {3} не применено ({4}).</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} {3} and {4} more not applied ({5}).</source>
        <translation>До этого {1}: {2} {3} и ещё {4} не применены ({5}).</translation>
    </message>
    <message>
        <source>Preceded by {1}: guard {2} switched on.</source>
        <translation>До этого {1}: включилась защита «{2}».</translation>
    </message>
    <message>
        <source>Preceded by {1}: {2} frozen.</source>
        <translation>До этого {1}: заморожено «{2}».</translation>
    </message>
    <message>
        <source>Preceded by a gap: {1} has no file.</source>
        <translation>До этого пропуск: у {1} нет файла.</translation>
    </message>
    <message>
        <source>Preceded by a gap: {1} to {2} have no file.</source>
        <translation>До этого пропуск: от {1} до {2} нет файлов.</translation>
    </message>
    <message>
        <source>Preceded by {1}, which cannot be read.</source>
        <translation>До этого {1}, она не читается.</translation>
    </message>
    <message>
        <source>Preceded by {1}, in which the engine failed.</source>
        <translation>До этого {1} со сбоем движка.</translation>
    </message>
    <message>
        <source>Nothing is recorded in the {1} iterations before {2}: no change, guard, freeze or gap.</source>
        <translation>За {1} итерации до {2} ничего не записано: ни изменений, ни защит, ни заморозок, ни пропусков.</translation>
    </message>
    <message>
        <source>Nothing comes before {1}: it is the first iteration of the run.</source>
        <translation>До {1} ничего нет: это первая итерация прогона.</translation>
    </message>
    <message>
        <source>Judged by the last {1} of {2} iterations, each with every goal&apos;s value.</source>
        <translation>Оценка по последним {1} из {2} итераций, в каждой есть значения всех целей.</translation>
    </message>
    <message>
        <source>Judged by {1} of the {2} iterations that the window asks for: too few to be sure.</source>
        <translation>Оценка по {1} из {2} нужных окну итераций: слишком мало для уверенности.</translation>
    </message>
    <message>
        <source>Judged by the last {1} of {2} iterations; {3} is missing in {4}.</source>
        <translation>Оценка по последним {1} из {2} итераций; «{3}» нет в {4}.</translation>
    </message>
    <message>
        <source>Judged by the last {1} of {2} iterations; {3} is missing in {4} of them, first in {5}.</source>
        <translation>Оценка по последним {1} из {2} итераций; «{3}» нет в {4} из них, впервые в {5}.</translation>
    </message>
    <message>
        <source>Judged by the last {1} of {2} iterations; not every goal has a value in each.</source>
        <translation>Оценка по последним {1} из {2} итераций; значения целей есть не во всех.</translation>
    </message>
    <message>
        <source>No iteration could be read, so there is nothing to judge.</source>
        <translation>Ни одна итерация не прочитана, оценивать нечего.</translation>
    </message>
    <message>
        <source>The hash chain is broken: what is there is not what was written.</source>
        <translation>Цепочка хешей нарушена: на диске не то, что было записано.</translation>
    </message>
    <message>
        <source>The hash chain is broken at {1}: what is there is not what was written.</source>
        <translation>Цепочка хешей нарушена на {1}: на диске не то, что было записано.</translation>
    </message>
    <message>
        <source>The hash chain is broken in several places, first at {1}: what is there is not what was written.</source>
        <translation>Цепочка хешей нарушена в нескольких местах, впервые на {1}: на диске не то, что было записано.</translation>
    </message>
    <message>
        <source>The engine failed in {1}.</source>
        <translation>Сбой движка в {1}.</translation>
    </message>
    <message>
        <source>The engine failed in {1} iterations, first in {2}, last in {3}.</source>
        <translation>Сбоев движка: {1}, первый в {2}, последний в {3}.</translation>
    </message>
    <message>
        <source>Missing in the window: {1}.</source>
        <translation>Нет в окне: {1}.</translation>
    </message>
    <message>
        <source>Missing in the window: {1} iterations, first {2}, last {3}.</source>
        <translation>Нет в окне итераций: {1}, первая {2}, последняя {3}.</translation>
    </message>
    <message>
        <source>Missing, not in the window: {1}.</source>
        <translation>Нет, но вне окна: {1}.</translation>
    </message>
    <message>
        <source>Missing, not in the window: {1} iterations, first {2}, last {3}.</source>
        <translation>Нет вне окна итераций: {1}, первая {2}, последняя {3}.</translation>
    </message>
    <message>
        <source>The run has not ended: {1} of {2} iterations are there.</source>
        <translation>Прогон не окончен: есть {1} из {2} итераций.</translation>
    </message>
    <message>
        <source>The run ended as {1} with {2} of {3} iterations.</source>
        <translation>Прогон завершён ({1}), итераций {2} из {3}.</translation>
    </message>
    <message>
        <source>Not ready for a release: {1}.</source>
        <translation>К выпуску не готов: {1}.</translation>
    </message>
    <message>
        <source>Not ready for a release: {1}; and {2} more.</source>
        <translation>К выпуску не готов: {1}; и ещё причин: {2}.</translation>
    </message>
    <message>
        <source>Next: try {1} {2}; reasons and limits: {3}.</source>
        <translation>Дальше: попробовать {1} {2}; причины и пределы: {3}.</translation>
    </message>
    <message>
        <source>Next: try {1} {2} and {3} {4}; reasons and limits: {5}.</source>
        <translation>Дальше: попробовать {1} {2} и {3} {4}; причины и пределы: {5}.</translation>
    </message>
    <message>
        <source>Next: have {1} recorded in every iteration, then {2}.</source>
        <translation>Дальше: записывать «{1}» в каждой итерации, затем {2}.</translation>
    </message>
    <message>
        <source>Next: see why changes cannot be verified: {1}.</source>
        <translation>Дальше: посмотреть, почему изменения не проверить: {1}.</translation>
    </message>
    <message>
        <source>Next: see which changes did not arrive: {1}.</source>
        <translation>Дальше: посмотреть, какие изменения не дошли: {1}.</translation>
    </message>
    <message>
        <source>Next: let the run go on to its end: {1}.</source>
        <translation>Дальше: довести прогон до конца: {1}.</translation>
    </message>
    <message>
        <source>Next: see what is wrong with the data: {1}.</source>
        <translation>Дальше: посмотреть, что не так с данными: {1}.</translation>
    </message>
    <message>
        <source>Next: run at least {1} iterations: {2}.</source>
        <translation>Дальше: прогнать не меньше {1} итераций: {2}.</translation>
    </message>
    <message>
        <source>Next: write the reports for the release: {1}.</source>
        <translation>Дальше: составить отчёты к выпуску: {1}.</translation>
    </message>
    <message>
        <source>Next: see what stands against a release: {1}.</source>
        <translation>Дальше: посмотреть, что мешает выпуску: {1}.</translation>
    </message>
    <message>
        <source>Next: look at the notes on each goal: {1}.</source>
        <translation>Дальше: посмотреть замечания по каждой цели: {1}.</translation>
    </message>
    <message>
        <source>The engine failed in this iteration: {1}.</source>
        <translation>Сбой движка в этой итерации: {1}.</translation>
    </message>
    <message>
        <source>{1} {2}, the goal is {3}.</source>
        <translation>{1} {2}, цель {3}.</translation>
    </message>
    <message>
        <source>{1} is not recorded, so the goal {2} is not met.</source>
        <translation>{1}: не записано, цель {2} не достигнута.</translation>
    </message>
    <message>
        <source>All {1} goals are met by its own values; least to spare has {2}: {3} against {4}.</source>
        <translation>Собственные значения достигают всех целей ({1}); меньше всего запас у «{2}»: {3} при цели {4}.</translation>
    </message>
    <message>
        <source>Guard active: {1}.</source>
        <translation>Действует защита: {1}.</translation>
    </message>
    <message>
        <source>Guards active: {1} and {2}.</source>
        <translation>Действуют защиты: {1} и {2}.</translation>
    </message>
    <message>
        <source>Frozen: {1}.</source>
        <translation>Заморожено: {1}.</translation>
    </message>
    <message>
        <source>Frozen: {1} and {2}.</source>
        <translation>Заморожено: {1} и {2}.</translation>
    </message>
    <message>
        <source>{1} {2} applied.</source>
        <translation>{1} {2} применено.</translation>
    </message>
    <message>
        <source>{1} {2} and {3} {4} applied.</source>
        <translation>{1} {2} и {3} {4} применены.</translation>
    </message>
    <message>
        <source>{1} {2}, {3} {4} and {5} more applied.</source>
        <translation>{1} {2}, {3} {4} и ещё {5} применены.</translation>
    </message>
    <message>
        <source>{1} {2} held ({3}).</source>
        <translation>{1} {2} удержано ({3}).</translation>
    </message>
    <message>
        <source>{1} {2} and {3} more held ({4}).</source>
        <translation>{1} {2} и ещё {3} удержаны ({4}).</translation>
    </message>
    <message>
        <source>{1} {2} not applied ({3}).</source>
        <translation>{1} {2} не применено ({3}).</translation>
    </message>
    <message>
        <source>{1} {2} and {3} more not applied ({4}).</source>
        <translation>{1} {2} и ещё {3} не применены ({4}).</translation>
    </message>
    <message>
        <source>No change was proposed.</source>
        <translation>Изменений не предложено.</translation>
    </message>
    <message>
        <source>The tuner&apos;s reason: {1}.</source>
        <translation>Довод настройщика: {1}.</translation>
    </message>
    <message>
        <source>Verified by value in {1}.</source>
        <translation>Подтверждено значением в {1}.</translation>
    </message>
    <message>
        <source>{1} should be {2} in {3}, is {4}.</source>
        <translation>{1}: должно быть {2} в {3}, на деле {4}.</translation>
    </message>
    <message>
        <source>Whether it arrived in {1} cannot be verified.</source>
        <translation>Дошло ли в {1}, проверить нельзя.</translation>
    </message>
    <message>
        <source>guard {1} on</source>
        <translation>защита «{1}» включена</translation>
    </message>
    <message>
        <source>guard {1} off</source>
        <translation>защита «{1}» выключена</translation>
    </message>
    <message>
        <source>{1} frozen</source>
        <translation>«{1}» заморожено</translation>
    </message>
    <message>
        <source>{1} no longer frozen</source>
        <translation>«{1}» разморожено</translation>
    </message>
    <message>
        <source>{1} has no file</source>
        <translation>у {1} нет файла</translation>
    </message>
    <message>
        <source>{1} to {2} have no file</source>
        <translation>от {1} до {2} нет файлов</translation>
    </message>
    <message>
        <source>{1} cannot be read</source>
        <translation>{1} не читается</translation>
    </message>
    <message>
        <source>the engine failed: {1}</source>
        <translation>сбой движка: {1}</translation>
    </message>
    <message>
        <source>attempts before the one that counts failed: {1}</source>
        <translation>попытки до засчитанной сорвались: {1}</translation>
    </message>
    <message>
        <source>the bot wrote more than is kept of its output</source>
        <translation>бот вывел больше, чем хранится</translation>
    </message>
    <message>
        <source>{1} {2} did not arrive as proposed</source>
        <translation>{1} {2} не дошло как предложено</translation>
    </message>
    <message>
        <source>{1} {2} and {3} more did not arrive as proposed</source>
        <translation>{1} {2} и ещё {3} не дошли как предложено</translation>
    </message>
    <message>
        <source>latency spike: {1}, more than {2}</source>
        <translation>скачок задержки: {1}, больше {2}</translation>
    </message>
    <message>
        <source>risk jumped by {1}, more than {2}</source>
        <translation>риск подскочил на {1}, больше {2}</translation>
    </message>
    <message>
        <source>maker share dropped to {1}, below {2}</source>
        <translation>доля мейкера упала до {1}, ниже {2}</translation>
    </message>
    <message>
        <source>the overrides went back to those of two iterations before</source>
        <translation>параметры вернулись к бывшим две итерации назад</translation>
    </message>
    <message>
        <source>a guard was active in {1} iterations of the window, more than {2}</source>
        <translation>защита действовала в {1} итерациях окна, больше {2}</translation>
    </message>
    <message>
        <source>anomaly: {1}</source>
        <translation>аномалия: {1}</translation>
    </message>
    <message>
        <source>latency_soft</source>
        <translation>мягкая по задержке</translation>
    </message>
    <message>
        <source>latency_hard</source>
        <translation>жёсткая по задержке</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>заморозка</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>частично</translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>не применено</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>не подтверждено</translation>
    </message>
    <message>
        <source>unexpected</source>
        <translation>неожиданно</translation>
    </message>
    <message>
        <source>no later iteration shows it</source>
        <translation>ни одна следующая итерация не показывает</translation>
    </message>
    <message>
        <source>latency soft</source>
        <translation>мягкая по задержке</translation>
    </message>
    <message>
        <source>latency hard</source>
        <translation>жёсткая по задержке</translation>
    </message>
    <message>
        <source>rescue taker</source>
        <translation>спасение тейкером</translation>
    </message>
    <message>
        <source>taker rescue</source>
        <translation>спасение тейкером</translation>
    </message>
    <message>
        <source>steady freeze</source>
        <translation>заморозка устойчивого режима</translation>
    </message>
    <message>
        <source>partial freeze</source>
        <translation>частичная заморозка</translation>
    </message>
    <message>
        <source>micro steps</source>
        <translation>слишком мелкие шаги</translation>
    </message>
    <message>
        <source>not verifiable</source>
        <translation>не проверить</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>count</source>
        <translation>шт.</translation>
    </message>
    <message>
        <source>how many iterations</source>
        <translation>сколько итераций</translation>
    </message>
    <message>
        <source>let the tuner move the overrides between iterations</source>
        <translation>настройщик меняет параметры между итерациями</translation>
    </message>
    <message>
        <source>what measures an iteration</source>
        <translation>чем измеряется итерация</translation>
    </message>
    <message>
        <source>KPIs and ticks for engine scripted</source>
        <translation>показатели и такты для движка scripted</translation>
    </message>
    <message>
        <source>run whose measurements engine replay takes, for the tuner to answer</source>
        <translation>прогон, измерения которого берёт движок replay, чтобы на них отвечал настройщик</translation>
    </message>
    <message>
        <source>market of engine sim: calm, volatile, trending, latency_storm, thin, news, fee_change, outage</source>
        <translation>рынок движка sim: calm, volatile, trending, latency_storm, thin, news, fee_change, outage</translation>
    </message>
    <message>
        <source>seconds an iteration of engine command may take</source>
        <translation>сколько секунд может занять итерация движка command</translation>
    </message>
    <message>
        <source>further attempts of engine command at an iteration that failed</source>
        <translation>сколько ещё попыток у движка command на сорвавшейся итерации</translation>
    </message>
    <message>
        <source>failed iterations in a row that end the run; 0: none</source>
        <translation>сколько сорвавшихся итераций подряд заканчивают прогон; 0: не заканчивают</translation>
    </message>
    <message>
        <source>tuning engine</source>
        <translation>каким настройщиком</translation>
    </message>
    <message>
        <source>normalise=true, velocity=range|count|hourly; may be given again</source>
        <translation>normalise=true, velocity=range|count|hourly; можно повторить</translation>
    </message>
    <message>
        <source>seed of everything random</source>
        <translation>зерно всех случайных чисел</translation>
    </message>
    <message>
        <source>overrides to start from, in place of the live file</source>
        <translation>начальные параметры вместо действующего файла</translation>
    </message>
    <message>
        <source>how the live overrides are written</source>
        <translation>как записываются действующие параметры</translation>
    </message>
    <message>
        <source>start value of a parameter, above everything else; may be given again</source>
        <translation>начальное значение параметра, важнее всего прочего; можно повторить</translation>
    </message>
    <message>
        <source>profile of starting values, as steady_safe</source>
        <translation>профиль начальных значений, например steady_safe</translation>
    </message>
    <message>
        <source>preset applied to the starting values</source>
        <translation>набор поверх начальных значений</translation>
    </message>
    <message>
        <source>preset from a file</source>
        <translation>набор из файла</translation>
    </message>
    <message>
        <source>warm-up for 4 iterations, ramp-down for 2</source>
        <translation>разогрев 4 итерации, спад 2</translation>
    </message>
    <message>
        <source>preset of the warm-up</source>
        <translation>набор разогрева</translation>
    </message>
    <message>
        <source>gate profile recorded with the run</source>
        <translation>профиль целей, записываемый с прогоном</translation>
    </message>
    <message>
        <source>the deltas are not verified: the run has neither a tuning report nor tuning in its summaries</source>
        <translation>изменения не проверены: в прогоне нет ни отчёта настройки, ни настройки в итогах итераций</translation>
    </message>
    <message>
        <source>all four goals are met</source>
        <translation>все четыре достигнуты</translation>
    </message>
    <message>
        <source>iterations read: {1}, one from each ITER_SUMMARY_&lt;n&gt;.json</source>
        <translation>прочитано итераций: {1}, по одной из каждого ITER_SUMMARY_&lt;n&gt;.json</translation>
    </message>
    <message>
        <source>iterations without a file: {1}, first {2}, last {3}</source>
        <translation>итераций без файла: {1}, первая {2}, последняя {3}</translation>
    </message>
    <message>
        <source>iterations whose file cannot be read: {1}, first {2}</source>
        <translation>итераций с нечитаемым файлом: {1}, первая {2}</translation>
    </message>
    <message>
        <source>the window is the last {1} iterations that were read: {2} to {3}</source>
        <translation>окно — последние прочитанные итерации, {1}: от {2} до {3}</translation>
    </message>
    <message>
        <source>the point verdict is {1}: {2}</source>
        <translation>точечный вердикт — {1}: {2}</translation>
    </message>
    <message>
        <source>counted while the run was read: {1}, the first in {2}: {3}</source>
        <translation>сосчитано при чтении прогона: {1}, первая находка в {2}: {3}</translation>
    </message>
    <message>
        <source>counted while the run was read: {1}, the first: {2}</source>
        <translation>сосчитано при чтении прогона: {1}, первая находка: {2}</translation>
    </message>
    <message>
        <source>{1} in {2} less {1} in {3}, both read from their files, unrounded</source>
        <translation>{1} в {2} минус {1} в {3}, оба прочитаны из своих файлов, без округления</translation>
    </message>
    <message>
        <source>mean, min and max of {1} over {2} values of iterations {3} to {4}, unrounded</source>
        <translation>среднее, минимум и максимум {1} по значениям ({2}) итераций от {3} до {4}, без округления</translation>
    </message>
    <message>
        <source>rows of the range without a value: {1}</source>
        <translation>строк диапазона без значения: {1}</translation>
    </message>
    <message>
        <source>net is gross less the costs, each read from {1}, unrounded</source>
        <translation>чистый результат — валовой минус издержки, всё прочитано из {1}, без округления</translation>
    </message>
    <message>
        <source>{1}: {2}</source>
        <translation>{1}: {2}</translation>
    </message>
    <message>
        <source>{1} is not recorded, which is not the same as 0</source>
        <translation>{1}: не записано, а это не то же, что 0</translation>
    </message>
    <message>
        <source>gross is not recorded: it was made of net and the costs</source>
        <translation>валовой результат не записан: он получен из чистого и издержек</translation>
    </message>
    <message>
        <source>{1}, read from runtime_overrides of {2}, in force during that iteration</source>
        <translation>{1}, прочитано из runtime_overrides файла {2}, действовало в этой итерации</translation>
    </message>
    <message>
        <source>{2} has no {1} in runtime_overrides</source>
        <translation>в {2} нет {1} среди runtime_overrides</translation>
    </message>
    <message>
        <source>{1} of {2}, {3} values of the window of the run in {4}, judged by the gate profile recorded with it; open it to see the samples</source>
        <translation>{1} {2} по значениям окна ({3}) прогона в {4}, по записанному с ним профилю; откройте его, чтобы увидеть выборку</translation>
    </message>
    <message>
        <source>compared by value: runtime_overrides of each ITER_SUMMARY_&lt;n&gt;.json with its successor's</source>
        <translation>сравнено по значению: runtime_overrides каждого ITER_SUMMARY_&lt;n&gt;.json с теми же в следующем</translation>
    </message>
    <message>
        <source>hmean: the number of the values divided by the sum of their reciprocals</source>
        <translation>гармоническое среднее: число значений, делённое на сумму обратных им</translation>
    </message>
    <message>
        <source>iterations asked for less those present: {1}</source>
        <translation>заказанные итерации минус имеющиеся: {1}</translation>
    </message>
    <message>
        <source>last: the value of the newest iteration that has one</source>
        <translation>последнее: значение новейшей итерации, в которой оно есть</translation>
    </message>
    <message>
        <source>max: the largest value</source>
        <translation>максимум: наибольшее значение</translation>
    </message>
    <message>
        <source>mean: the sum of the values divided by their number</source>
        <translation>среднее: сумма значений, делённая на их число</translation>
    </message>
    <message>
        <source>median: the middle value, of an even number the mean of the two in the middle</source>
        <translation>медиана: значение посередине, при чётном числе — среднее двух средних</translation>
    </message>
    <message>
        <source>min: the smallest value</source>
        <translation>минимум: наименьшее значение</translation>
    </message>
    <message>
        <source>read from RUN.json and the names of the summaries</source>
        <translation>прочитано из RUN.json и имён файлов итераций</translation>
    </message>
    <message>
        <source>read from {1} of each ITER_SUMMARY_&lt;n&gt;.json</source>
        <translation>прочитано из поля {1} каждого ITER_SUMMARY_&lt;n&gt;.json</translation>
    </message>
    <message>
        <source>read from {1} of {2}, unrounded</source>
        <translation>прочитано из поля {1} файла {2}, без округления</translation>
    </message>
    <message>
        <source>soak runs do not record {1}</source>
        <translation>прогоны не записывают {1}</translation>
    </message>
    <message>
        <source>{1} of {2} verifiable proposals arrived in the overrides of the next iteration</source>
        <translation>дошло до параметров следующей итерации: {1} из {2} проверяемых предложений</translation>
    </message>
    <message>
        <source>{1} of {2}, {3} values of iterations {4} to {5}, unrounded</source>
        <translation>{1} {2} по значениям ({3}) итераций от {4} до {5}, без округления</translation>
    </message>
    <message>
        <source>{2} has no {1}</source>
        <translation>в {2} нет {1}</translation>
    </message>
    <message>
        <source>{1} of {2} is not defined for negative values</source>
        <translation>{1} {2} для отрицательных значений не определено</translation>
    </message>
    <message>
        <source>{1} is in none of the {2} iterations of the window</source>
        <translation>{1} нет ни в одной из итераций окна ({2})</translation>
    </message>
    <message>
        <source>{1} is in none of the 1 iteration of the window</source>
        <translation>{1} нет в единственной итерации окна</translation>
    </message>
    <message>
        <source>the deltas are not verified: {1}</source>
        <translation>изменения не проверены: {1}</translation>
    </message>
    <message>
        <source>the run does not say how many iterations it should have</source>
        <translation>в прогоне не сказано, сколько итераций должно быть</translation>
    </message>
    <message>
        <source>the verdict is {1}: {2}</source>
        <translation>вердикт — {1}: {2}</translation>
    </message>
    <message>
        <source>iteration {1} of the window could not be read</source>
        <translation>не читаются итерации окна: {1}</translation>
    </message>
    <message>
        <source>{1} ends at {2}, outside its safe limits</source>
        <translation>{1} в конце равен {2}, вне безопасных пределов</translation>
    </message>
    <message>
        <source>{1} is {2}, outside its safe limits (another spelling is used)</source>
        <translation>{1} равен {2}, вне безопасных пределов (действует другое написание)</translation>
    </message>
    <message>
        <source>{1} is {2}, outside its safe limits</source>
        <translation>{1} равен {2}, вне безопасных пределов</translation>
    </message>
    <message>
        <source>{1} is missing in iteration {2} of the window</source>
        <translation>{1} нет в итерациях окна: {2}</translation>
    </message>
    <message>
        <source>{1} is not what the last iteration left: {2}</source>
        <translation>{1} не то, что оставила последняя итерация: {2}</translation>
    </message>
    <message>
        <source>the window holds {1} of {2} iterations</source>
        <translation>в окне итераций: {1} из {2}</translation>
    </message>
    <message>
        <source>the window holds {1} of 1 iteration</source>
        <translation>в окне итераций: {1} из 1</translation>
    </message>
    <message>
        <source>a freeze is active at the end of the run</source>
        <translation>в конце прогона действует заморозка</translation>
    </message>
    <message>
        <source>the run is a what-if, which parts from another run in iteration {1}</source>
        <translation>это прогон «что если»: с итерации {1} он расходится с другим прогоном</translation>
    </message>
    <message>
        <source>a what-if put {1} in its place</source>
        <translation>вместо него прогон «что если» поставил {1}</translation>
    </message>
    <message>
        <source>the hash chain of the summaries is broken</source>
        <translation>цепочка хешей итераций нарушена</translation>
    </message>
    <message>
        <source>the engine failed in iteration {1}</source>
        <translation>сбой движка в итерациях: {1}</translation>
    </message>
    <message>
        <source>the run ended as {1}</source>
        <translation>прогон окончен так: {1}</translation>
    </message>
    <message>
        <source>the run ended with iteration {1}</source>
        <translation>прогон окончен итерацией {1}</translation>
    </message>
    <message>
        <source>the run has neither a tuning report nor tuning in its summaries</source>
        <translation>в прогоне нет ни отчёта о настройке, ни настройки в итерациях</translation>
    </message>
    <message>
        <source>no iteration that another follows proposed anything, and nothing changed</source>
        <translation>ни одна итерация, за которой есть следующая, ничего не предлагала, и ничего не менялось</translation>
    </message>
    <message>
        <source>{1} proposals: {2} arrived in full, {3} held back with a reason, {4} failed (ratio {5}, threshold {6})</source>
        <translation>предложений {1}: дошло полностью {2}, удержано с причиной {3}, не дошло {4} (доля {5}, порог {6})</translation>
    </message>
    <message>
        <source>1 proposal: {1} arrived in full, {2} held back with a reason, {3} failed (ratio {4}, threshold {5})</source>
        <translation>предложение одно: дошло полностью {1}, удержано с причиной {2}, не дошло {3} (доля {4}, порог {5})</translation>
    </message>
    <message>
        <source>{1} of {2} proposals cannot be verified: {3}</source>
        <translation>не проверить предложений: {1} из {2}: {3}</translation>
    </message>
    <message>
        <source>{1} of 1 proposal cannot be verified: {2}</source>
        <translation>не проверить предложений: {1} из 1: {2}</translation>
    </message>
    <message>
        <source>1 parameter changed without a proposal</source>
        <translation>один параметр изменён без предложения</translation>
    </message>
    <message>
        <source>{1} parameters changed without a proposal</source>
        <translation>изменено без предложения параметров: {1}</translation>
    </message>
    <message>
        <source>1 change stored as an absolute value</source>
        <translation>одно изменение записано как само значение</translation>
    </message>
    <message>
        <source>{1} changes stored as absolute values</source>
        <translation>записано как сами значения изменений: {1}</translation>
    </message>
    <message>
        <source>1 claimed change left the state as it was</source>
        <translation>одно заявленное изменение ничего не изменило</translation>
    </message>
    <message>
        <source>{1} claimed changes left the state as it was</source>
        <translation>заявленных изменений, которые ничего не изменили: {1}</translation>
    </message>
    <message>
        <source>the final overrides hold proposed changes as absolute values ({1})</source>
        <translation>в итоговых параметрах предложенные изменения записаны как сами значения ({1})</translation>
    </message>
    <message>
        <source>expected {1}, found {2}; counts as missing</source>
        <translation>ожидалось: {1}, найдено: {2}; считается отсутствующим</translation>
    </message>
    <message>
        <source>{1} is out of range; counts as missing</source>
        <translation>{1} вне диапазона; считается отсутствующим</translation>
    </message>
    <message>
        <source>{1} is no percentage; counts as missing</source>
        <translation>{1} не процент; считается отсутствующим</translation>
    </message>
    <message>
        <source>{1} is no count; the blocks count as missing</source>
        <translation>{1} не количество; блокировки считаются отсутствующими</translation>
    </message>
    <message>
        <source>{1} is out of range</source>
        <translation>{1} вне диапазона</translation>
    </message>
    <message>
        <source>{1} is read as percent: {2}</source>
        <translation>{1} прочитано как процент: {2}</translation>
    </message>
    <message>
        <source>an older form: {1}</source>
        <translation>прежняя форма: {1}</translation>
    </message>
    <message>
        <source>a bare list, the older form</source>
        <translation>голый список, прежняя форма</translation>
    </message>
    <message>
        <source>an entry without its iteration is left out</source>
        <translation>запись без своей итерации пропущена</translation>
    </message>
    <message>
        <source>{1} line is no entry and not counted; the first is line {2}</source>
        <translation>строк, которые не записи и не сосчитаны: {1}; первая — строка {2}</translation>
    </message>
    <message>
        <source>{1} lines are no entries and not counted; the first is line {2}</source>
        <translation>строк, которые не записи и не сосчитаны: {1}; первая — строка {2}</translation>
    </message>
    <message>
        <source>the run of another tool: it has no hash chain, so changes cannot be seen</source>
        <translation>прогон другой программы: цепочки хешей нет, правки не видны</translation>
    </message>
    <message>
        <source>it does not say which file it follows</source>
        <translation>не сказано, за каким файлом он следует</translation>
    </message>
    <message>
        <source>the file before it is missing</source>
        <translation>предыдущего файла нет</translation>
    </message>
    <message>
        <source>the file before it could not be read</source>
        <translation>предыдущий файл не читается</translation>
    </message>
    <message>
        <source>the file before it is not the one that it follows: one of them was changed</source>
        <translation>предыдущий файл не тот, за которым он следует: один из них изменён</translation>
    </message>
    <message>
        <source>RUN.json is missing, where the chain begins</source>
        <translation>нет RUN.json, с которого начинается цепочка</translation>
    </message>
    <message>
        <source>the last iteration file is not the one that the run ended with</source>
        <translation>последний файл итерации не тот, которым окончен прогон</translation>
    </message>
    <message>
        <source>gross, fees, adverse and inventory have the signs of the trade audit; converted</source>
        <translation>у дохода, комиссий, отбора и запаса знаки из аудита сделок; переведены</translation>
    </message>
    <message>
        <source>net differs from gross less costs by {1} bps</source>
        <translation>чистый доход расходится с валовым за вычетом затрат на {1} бп</translation>
    </message>
    <message>
        <source>the four block ratios add to {1}</source>
        <translation>четыре доли блокировок в сумме дают {1}</translation>
    </message>
    <message>
        <source>`totals` and `total` differ; `totals` counts</source>
        <translation>`totals` и `total` расходятся; верно `totals`</translation>
    </message>
    <message>
        <source>no JSON object</source>
        <translation>не объект JSON</translation>
    </message>
    <message>
        <source>the file name says {1}, the field says {2}</source>
        <translation>в имени файла {1}, в поле {2}</translation>
    </message>
    <message>
        <source>no parameter is called {1}</source>
        <translation>параметра {1} нет</translation>
    </message>
    <message>
        <source>the number is not finite and counts as missing</source>
        <translation>число не конечно и считается отсутствующим</translation>
    </message>
    <message>
        <source>the key stands twice; the last value counts</source>
        <translation>ключ записан дважды; верно последнее значение</translation>
    </message>
    <message>
        <source>a string over 1 MiB was cut</source>
        <translation>строка больше 1 МиБ обрезана</translation>
    </message>
    <message>
        <source>there is no tuning report; the summaries say what it would</source>
        <translation>отчёта о настройке нет; то же сказано в итерациях</translation>
    </message>
    <message>
        <source>not as in the summary: {1}</source>
        <translation>не так, как в итерации: {1}</translation>
    </message>
    <message>
        <source>the file is of another run than RUN.json</source>
        <translation>файл не того прогона, что RUN.json</translation>
    </message>
    <message>
        <source>iteration {1} has no file</source>
        <translation>нет файла итерации {1}</translation>
    </message>
    <message>
        <source>iterations {1} to {2} have no file</source>
        <translation>нет файлов итераций с {1} по {2}</translation>
    </message>
    <message>
        <source>not a regular file within the run; not read</source>
        <translation>не обычный файл внутри прогона; не прочитан</translation>
    </message>
    <message>
        <source>a temporary file of a writer that was killed</source>
        <translation>временный файл прерванной записи</translation>
    </message>
    <message>
        <source>the live overrides vanished or became unreadable during the run; written again</source>
        <translation>действующие параметры пропали или перестали читаться во время прогона; записаны заново</translation>
    </message>
    <message>
        <source>somebody else changed the live overrides during the run (sha256 {1}); the run's own values win</source>
        <translation>кто-то другой изменил действующие параметры во время прогона (sha256 {1}); верны значения прогона</translation>
    </message>
    <message>
        <source>{1} for a whole number, rounded to {2}</source>
        <translation>{1} вместо целого, округлено до {2}</translation>
    </message>
    <message>
        <source>preset {1}: no such parameter, left out</source>
        <translation>набор {1}: такого параметра нет, пропущен</translation>
    </message>
    <message>
        <source>preset {1}: has neither a value nor a default, left out</source>
        <translation>набор {1}: нет ни значения, ни умолчания, пропущен</translation>
    </message>
    <message>
        <source>preset {1}: {2} is not allowed, left out</source>
        <translation>набор {1}: {2} не допускается, пропущено</translation>
    </message>
    <message>
        <source>preset {1}: {2} limited to {3}</source>
        <translation>набор {1}: {2} ограничено до {3}</translation>
    </message>
    <message>
        <source>larger than 64 MiB</source>
        <translation>больше 64 МиБ</translation>
    </message>
    <message>
        <source>no iteration file could be read: {1}</source>
        <translation>ни один файл итерации не читается: {1}</translation>
    </message>
    <message>
        <source>there is no ITER_SUMMARY_&lt;k&gt;.json</source>
        <translation>нет ни одного ITER_SUMMARY_&lt;k&gt;.json</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>файл пуст</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>не UTF-8</translation>
    </message>
    <message>
        <source>not JSON: it ends too early</source>
        <translation>не JSON: кончается слишком рано</translation>
    </message>
    <message>
        <source>not JSON: it has NUL bytes</source>
        <translation>не JSON: есть байты NUL</translation>
    </message>
    <message>
        <source>not JSON near line {1}</source>
        <translation>не JSON около строки {1}</translation>
    </message>
    <message>
        <source>{1}; {2}</source>
        <translation>{1}; {2}</translation>
    </message>
    <message>
        <source>{1} is {2} ({3} of {4} proposals), not {5}</source>
        <translation>{1} = {2} (предложений: {3} из {4}), а не {5}</translation>
    </message>
    <message>
        <source>{1} is {2} ({3} of {4} proposals), {5}</source>
        <translation>{1} = {2} (предложений: {3} из {4}), {5}</translation>
    </message>
    <message>
        <source>{1} is {2} (nothing proposed), not {3}</source>
        <translation>{1} = {2} (ничего не предложено), а не {3}</translation>
    </message>
    <message>
        <source>{1} is {2} (nothing proposed), {3}</source>
        <translation>{1} = {2} (ничего не предложено), {3}</translation>
    </message>
    <message>
        <source>{1} is {2} ({3} of {4} iterations present), not {5}</source>
        <translation>{1} = {2} (есть итераций: {3} из {4}), а не {5}</translation>
    </message>
    <message>
        <source>{1} is {2} ({3} of {4} iterations present), {5}</source>
        <translation>{1} = {2} (есть итераций: {3} из {4}), {5}</translation>
    </message>
    <message>
        <source>{1} is {2} (of a run that does not say how many it should have), not {3}</source>
        <translation>{1} = {2} (в прогоне не сказано, сколько их должно быть), а не {3}</translation>
    </message>
    <message>
        <source>{1} is {2} (of a run that does not say how many it should have), {3}</source>
        <translation>{1} = {2} (в прогоне не сказано, сколько их должно быть), {3}</translation>
    </message>
    <message>
        <source>{1} of {2} is {3} over {4} of {5} iterations, not {6}</source>
        <translation>{1} {2} — {3} по {4} из {5} итераций, а не {6}</translation>
    </message>
    <message>
        <source>{1} of {2} is {3} over {4} of {5} iterations, {6}</source>
        <translation>{1} {2} — {3} по {4} из {5} итераций, {6}</translation>
    </message>
    <message>
        <source>{1} of {2} is {3} over {4} iterations, not {5}</source>
        <translation>{1} {2} — {3} по итерациям ({4}), а не {5}</translation>
    </message>
    <message>
        <source>{1} of {2} is {3} over {4} iterations, {5}</source>
        <translation>{1} {2} — {3} по итерациям ({4}), {5}</translation>
    </message>
    <message>
        <source>{1} of {2} is {3} over 1 iteration, not {4}</source>
        <translation>{1} {2} — {3} по одной итерации, а не {4}</translation>
    </message>
    <message>
        <source>{1} of {2} is {3} over 1 iteration, {4}</source>
        <translation>{1} {2} — {3} по одной итерации, {4}</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>список чисел</translation>
    </message>
    <message>
        <source>a list of strings</source>
        <translation>список строк</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>a reason of dropping</source>
        <translation>причина отказа</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>an iteration</source>
        <translation>итерация</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>nested or flat</source>
        <translation>nested или flat</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>iteration {1} recorded no overrides</source>
        <translation>итерация {1} не записала параметров</translation>
    </message>
    <message>
        <source>iteration {1} is not steady and recorded no baseline</source>
        <translation>итерация {1} не в устойчивом режиме и не записала исходных значений</translation>
    </message>
    <message>
        <source>iterations between {1} and {2} are missing and may have changed something</source>
        <translation>итераций между {1} и {2} нет, и они могли что-то изменить</translation>
    </message>
    <message>
        <source>recorded as applied, and no proposal can be read</source>
        <translation>записано как применённое, но предложение не читается</translation>
    </message>
    <message>
        <source>recorded as changed, and no proposal for it can be read: {1}</source>
        <translation>записано как изменённое, но его предложение не читается: {1}</translation>
    </message>
    <message>
        <source>{1} (used), {2}</source>
        <translation>{1} (действует), {2}</translation>
    </message>
    <message>
        <source>packed with zlib {1}, here is {2}, so the compressed bytes were not compared; gzip header, tar headers, order, padding and checksums are as the writer makes them</source>
        <translation>упаковано zlib {1}, здесь {2}, поэтому сжатые байты не сравнивались; заголовки gzip и tar, порядок, заполнение и контрольные суммы такие, как их пишет программа</translation>
    </message>
    <message>
        <source>the figures follow from the run; it was written by version {1}, this is {2}</source>
        <translation>показатели следуют из прогона; документ записан версией {1}, эта версия — {2}</translation>
    </message>
    <message>
        <source>the built-in profile {1}; the run was made for {2}</source>
        <translation>встроенный профиль {1}; прогон сделан для {2}</translation>
    </message>
    <message>
        <source>the profile {1}, which is not built in; the run was made for {2}</source>
        <translation>профиль {1}, не встроенный; прогон сделан для {2}</translation>
    </message>
    <message>
        <source>is missing; every bundle has it</source>
        <translation>нет; он есть в каждом пакете</translation>
    </message>
    <message>
        <source>is not what {1} names: its SHA-256 is {2}, there {3}</source>
        <translation>не то, что названо в {1}: SHA-256 файла {2}, там {3}</translation>
    </message>
    <message>
        <source>the tag {1} is there already; --force replaces it</source>
        <translation>тег {1} уже есть; --force его заменит</translation>
    </message>
    <message>
        <source>the run has changed since this was decided; decide again</source>
        <translation>прогон изменился после этого решения; решите заново</translation>
    </message>
    <message>
        <source>changed while it was copied; decide again</source>
        <translation>изменился во время копирования; решите заново</translation>
    </message>
    <message>
        <source>there is one already; --force replaces it</source>
        <translation>он уже есть; --force его заменит</translation>
    </message>
    <message>
        <source>{1}, {2} of the last {3}</source>
        <translation>{1}, {2} последних {3}</translation>
    </message>
    <message>
        <source>Gate profile {1}</source>
        <translation>Профиль порогов {1}</translation>
    </message>
    <message>
        <source>Delta verification, by value</source>
        <translation>Проверка изменений по значению</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Качество данных</translation>
    </message>
    <message>
        <source>End of the run</source>
        <translation>Конец прогона</translation>
    </message>
    <message>
        <source>Overrides to release</source>
        <translation>Выпускаемые настройки</translation>
    </message>
    <message>
        <source>Chain of the run</source>
        <translation>Цепочка прогона</translation>
    </message>
    <message>
        <source>Soaked commit</source>
        <translation>Проверенный коммит</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Прочее</translation>
    </message>
    <message>
        <source>all rows met</source>
        <translation>все строки</translation>
    </message>
    <message>
        <source>none missing</source>
        <translation>без пропусков</translation>
    </message>
    <message>
        <source>within safe limits</source>
        <translation>в пределах</translation>
    </message>
    <message>
        <source>unbroken</source>
        <translation>цела</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>выпускать</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>задержать</translation>
    </message>
    <message>
        <source>rerun</source>
        <translation>повторить прогон</translation>
    </message>
    <message>
        <source>every row of the gate profile is met</source>
        <translation>каждая строка профиля порогов соблюдена</translation>
    </message>
    <message>
        <source>every iteration of the run was read</source>
        <translation>все итерации прогона прочитаны</translation>
    </message>
    <message>
        <source>of all iterations {1} are missing, none of them in the window</source>
        <translation>отсутствуют итерации: {1}, в окне — ни одной</translation>
    </message>
    <message>
        <source>all iterations were made and none failed</source>
        <translation>все итерации сделаны, сбоев не было</translation>
    </message>
    <message>
        <source>the run of another tool does not say how it ended</source>
        <translation>прогон другой программы не говорит, чем он закончился</translation>
    </message>
    <message>
        <source>they are what the last iteration left, within their safe limits</source>
        <translation>это то, что оставила последняя итерация, в безопасных пределах</translation>
    </message>
    <message>
        <source>each iteration names the hash of the one before, from RUN.json to the end</source>
        <translation>каждая итерация называет хеш предыдущей, от RUN.json до конца</translation>
    </message>
    <message>
        <source>the run of another tool has no hash chain</source>
        <translation>у прогона другой программы нет цепочки хешей</translation>
    </message>
    <message>
        <source>the run does not say which commit it was made of</source>
        <translation>прогон не говорит, из какого коммита он сделан</translation>
    </message>
    <message>
        <source>no repository was looked at</source>
        <translation>репозиторий не просматривался</translation>
    </message>
    <message>
        <source>HEAD is the commit that the run was made of</source>
        <translation>HEAD — тот коммит, из которого сделан прогон</translation>
    </message>
    <message>
        <source>HEAD is {1}, the run was made of {2}</source>
        <translation>HEAD — {1}, прогон сделан из {2}</translation>
    </message>
    <message>
        <source>nobody has decided yet</source>
        <translation>решения ещё нет</translation>
    </message>
    <message>
        <source>the run has changed since it was decided</source>
        <translation>прогон изменился после решения</translation>
    </message>
    <message>
        <source>decided by {1} at {2}: {3}</source>
        <translation>решение принял {1}, {2}: {3}</translation>
    </message>
    <message>
        <source>decided to {1}, by {2} at {3}: {4}</source>
        <translation>решено {1}, {2}, {3}: {4}</translation>
    </message>
    <message>
        <source>the run has no runtime overrides, so there is nothing to release</source>
        <translation>у прогона нет действующих настроек, выпускать нечего</translation>
    </message>
    <message>
        <source>the run is not ready for a release</source>
        <translation>прогон не готов к выпуску</translation>
    </message>
    <message>
        <source>it was decided to hold the release</source>
        <translation>решено задержать выпуск</translation>
    </message>
    <message>
        <source>it was decided to run again</source>
        <translation>решено повторить прогон</translation>
    </message>
    <message>
        <source>the evidence is being looked at</source>
        <translation>свидетельства просматриваются</translation>
    </message>
    <message>
        <source>the version is not named</source>
        <translation>не названа версия</translation>
    </message>
    <message>
        <source>the folder for the bundle is not named</source>
        <translation>не названа папка для пакета</translation>
    </message>
    <message>
        <source>a bundle does not lie in the run that it is made of</source>
        <translation>пакет не кладут в прогон, из которого он сделан</translation>
    </message>
    <message>
        <source>there is one already: {1}</source>
        <translation>такой уже есть: {1}</translation>
    </message>
    <message>
        <source>cannot write into {1}</source>
        <translation>нельзя писать в {1}</translation>
    </message>
    <message>
        <source>the dry run is not made</source>
        <translation>пробный прогон выпуска не сделан</translation>
    </message>
    <message>
        <source>the bundle is not built</source>
        <translation>пакет не собран</translation>
    </message>
    <message>
        <source>no key is chosen</source>
        <translation>ключ не выбран</translation>
    </message>
    <message>
        <source>the bundle is not signed</source>
        <translation>пакет не подписан</translation>
    </message>
    <message>
        <source>the bundle is not verified</source>
        <translation>пакет не проверен</translation>
    </message>
    <message>
        <source>the bundle does not verify: {1} {2}: {3}</source>
        <translation>пакет не проходит проверку: {1} {2}: {3}</translation>
    </message>
    <message>
        <source>the bundle does not verify: {1}</source>
        <translation>пакет не проходит проверку: {1}</translation>
    </message>
    <message>
        <source>a PARTIAL bundle cannot be tagged</source>
        <translation>НЕПОЛНЫЙ пакет нельзя отметить тегом</translation>
    </message>
    <message>
        <source>the bundle is PARTIAL: its run is not ready for a release</source>
        <translation>пакет НЕПОЛНЫЙ: его прогон не готов к выпуску</translation>
    </message>
    <message>
        <source>no repository is named</source>
        <translation>не назван репозиторий</translation>
    </message>
    <message>
        <source>the dry run of the tag is not made</source>
        <translation>пробное создание тега не сделано</translation>
    </message>
    <message>
        <source>the tree is not clean:{1}</source>
        <translation>рабочая папка не чиста:{1}</translation>
    </message>
    <message>
        <source>'{1}' is not a name of a tag</source>
        <translation>«{1}» — не имя тега</translation>
    </message>
    <message>
        <source>the documents of the bundle say version {1}, not {2}</source>
        <translation>в документах пакета версия {1}, а не {2}</translation>
    </message>
    <message>
        <source>looks at the evidence</source>
        <translation>просматривает свидетельства</translation>
    </message>
    <message>
        <source>builds the bundle</source>
        <translation>собирает пакет</translation>
    </message>
    <message>
        <source>builds and signs the bundle</source>
        <translation>собирает и подписывает пакет</translation>
    </message>
    <message>
        <source>verifies it from disk</source>
        <translation>проверяет его с диска</translation>
    </message>
    <message>
        <source>looks at everything that a tag needs</source>
        <translation>проверяет всё, что нужно для тега</translation>
    </message>
    <message>
        <source>makes the tag, here only</source>
        <translation>создаёт тег, только здесь</translation>
    </message>
    <message>
        <source>publishes the tag: your own act, never run here</source>
        <translation>публикует тег: это делаете вы сами, здесь — никогда</translation>
    </message>
    <message>
        <source>what this is and the commands that verify it</source>
        <translation>что это и команды, которыми это проверяют</translation>
    </message>
    <message>
        <source>what the run says about this release</source>
        <translation>что прогон говорит об этом выпуске</translation>
    </message>
    <message>
        <source>every proposed delta checked by value</source>
        <translation>каждое предложенное изменение, проверенное по значению</translation>
    </message>
    <message>
        <source>goals missed and defects of the data</source>
        <translation>недостигнутые цели и изъяны данных</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>этот список</translation>
    </message>
    <message>
        <source>the run in one page</source>
        <translation>прогон на одной странице</translation>
    </message>
    <message>
        <source>the run as one page with charts</source>
        <translation>прогон на одной странице с графиками</translation>
    </message>
    <message>
        <source>verdict and figures for machines</source>
        <translation>вердикт и показатели для программ</translation>
    </message>
    <message>
        <source>what to change, or what could be better</source>
        <translation>что изменить или что могло бы быть лучше</translation>
    </message>
    <message>
        <source>in-toto statement: every file's SHA-256, run, inputs, verdict</source>
        <translation>заявление in-toto: SHA-256 каждого файла, прогон, исходные файлы, вердикт</translation>
    </message>
    <message>
        <source>the gates that the run is judged by</source>
        <translation>пороги, по которым судят прогон</translation>
    </message>
    <message>
        <source>how to go back, and when</source>
        <translation>как вернуться назад и когда</translation>
    </message>
    <message>
        <source>the overrides that this release runs with</source>
        <translation>настройки, с которыми работает этот выпуск</translation>
    </message>
    <message>
        <source>everything needed to repeat the run</source>
        <translation>всё, чтобы повторить прогон</translation>
    </message>
    <message>
        <source>how the run ended, hash of its last summary</source>
        <translation>чем закончился прогон, хеш последней сводки</translation>
    </message>
    <message>
        <source>the tuning steps of all iterations</source>
        <translation>шаги настройки всех итераций</translation>
    </message>
    <message>
        <source>state of tuner and guards at the end</source>
        <translation>состояние настройщика и сторожей в конце</translation>
    </message>
    <message>
        <source>live overrides at the end</source>
        <translation>действующие настройки в конце</translation>
    </message>
    <message>
        <source>where each override came from</source>
        <translation>откуда взята каждая настройка</translation>
    </message>
    <message>
        <source>duration and count</source>
        <translation>длительность и число</translation>
    </message>
    <message>
        <source>who decided about this run, what and why</source>
        <translation>кто и что решил об этом прогоне и почему</translation>
    </message>
    <message>
        <source>SHA-256 of every other file</source>
        <translation>SHA-256 каждого другого файла</translation>
    </message>
    <message>
        <source>signature over the attestation</source>
        <translation>подпись над аттестацией</translation>
    </message>
    <message>
        <source>a goal over all iterations</source>
        <translation>цель по всем итерациям</translation>
    </message>
    <message>
        <source>output of the engine</source>
        <translation>вывод движка</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Доля ошибок</translation>
    </message>
    <message>
        <source>the bundle cannot be opened safely</source>
        <translation>пакет нельзя безопасно открыть</translation>
    </message>
    <message>
        <source>a folder of plain files</source>
        <translation>папка обычных файлов</translation>
    </message>
    <message>
        <source>{1} plain files in one folder, in order</source>
        <translation>{1} обычных файлов в одной папке, по порядку</translation>
    </message>
    <message>
        <source>a folder was not packed</source>
        <translation>папку не упаковывали</translation>
    </message>
    <message>
        <source>the manifest, which says how it was packed, cannot be read</source>
        <translation>не читается манифест, который говорит, как он упакован</translation>
    </message>
    <message>
        <source>the time of the files in the archive is not that of the run</source>
        <translation>время файлов в архиве не то, что у прогона</translation>
    </message>
    <message>
        <source>packed again, byte for byte the same</source>
        <translation>упакован заново, байт в байт тот же</translation>
    </message>
    <message>
        <source>packed again, the archive has other bytes</source>
        <translation>упакован заново, байты архива другие</translation>
    </message>
    <message>
        <source>all that a bundle needs are there, and no other</source>
        <translation>всё, что нужно пакету, на месте, и ничего лишнего</translation>
    </message>
    <message>
        <source>all files but itself are as it says</source>
        <translation>все файлы, кроме него, такие, как он говорит</translation>
    </message>
    <message>
        <source>{1} files have its sizes and hashes</source>
        <translation>размеры и хеши {1} файлов совпадают</translation>
    </message>
    <message>
        <source>its {1} subjects are the files of the bundle</source>
        <translation>его {1} предметов — файлы пакета</translation>
    </message>
    <message>
        <source>unsigned: there is no {1}</source>
        <translation>не подписан: нет {1}</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>не подписан</translation>
    </message>
    <message>
        <source>what was signed is missing</source>
        <translation>нет того, что было подписано</translation>
    </message>
    <message>
        <source>the signature does not hold</source>
        <translation>подпись недействительна</translation>
    </message>
    <message>
        <source>bad signature: {1}</source>
        <translation>плохая подпись: {1}</translation>
    </message>
    <message>
        <source>made over the attestation with {1}</source>
        <translation>сделана над аттестацией, {1}</translation>
    </message>
    <message>
        <source>no list of allowed signers was given: this may be anybody's key</source>
        <translation>список допущенных не дан: ключ может быть чьим угодно</translation>
    </message>
    <message>
        <source>the key is on your list, of {1}</source>
        <translation>ключ есть в вашем списке, владелец {1}</translation>
    </message>
    <message>
        <source>signed by a key that is not on your list: {1} ({2})</source>
        <translation>подписан ключом, которого нет в вашем списке: {1} ({2})</translation>
    </message>
    <message>
        <source>the files are not those that the bundle was made of</source>
        <translation>файлы не те, из которых сделан пакет</translation>
    </message>
    <message>
        <source>is not what the run ended with in {1}</source>
        <translation>не то, чем закончился прогон в {1}</translation>
    </message>
    <message>
        <source>overrides_state_hash is not that of the overrides: {1}</source>
        <translation>overrides_state_hash не тот, что у настроек: {1}</translation>
    </message>
    <message>
        <source>the overrides are those that the run ended with, state {1}</source>
        <translation>настройки те, чем закончился прогон, состояние {1}</translation>
    </message>
    <message>
        <source>every figure follows from the run</source>
        <translation>каждый показатель следует из прогона</translation>
    </message>
    <message>
        <source>{1} is {2}, from the run follows {3}</source>
        <translation>{1}: {2}, а из прогона следует {3}</translation>
    </message>
    <message>
        <source>{1} does not follow from the run</source>
        <translation>{1} не следует из прогона</translation>
    </message>
    <message>
        <source>{1} follows from the run and is not there</source>
        <translation>{1} следует из прогона, но его нет</translation>
    </message>
    <message>
        <source>verdict {1}, result {2}: {3}</source>
        <translation>вердикт {1}, итог {2}: {3}</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>ГОТОВ</translation>
    </message>
    <message>
        <source>they were written by version {1}, this is {2}</source>
        <translation>они записаны версией {1}, эта версия — {2}</translation>
    </message>
    <message>
        <source>is not what the run in the bundle gives</source>
        <translation>не то, что даёт прогон в пакете</translation>
    </message>
    <message>
        <source>is not what the writer makes</source>
        <translation>не то, что пишет программа</translation>
    </message>
    <message>
        <source>made again from the run, byte for byte the same</source>
        <translation>сделаны заново из прогона, байт в байт те же</translation>
    </message>
    <message>
        <source>has the right figures, and not the bytes of the writer</source>
        <translation>показатели верны, но байты не те, что пишет программа</translation>
    </message>
    <message>
        <source>is called {1} and is not the profile of that name</source>
        <translation>называется {1}, но это не профиль с таким именем</translation>
    </message>
    <message>
        <source>the built-in profile {1}</source>
        <translation>встроенный профиль {1}</translation>
    </message>
    <message>
        <source>the profile {1}, which is not built in</source>
        <translation>профиль {1}, не встроенный</translation>
    </message>
    <message>
        <source>the run cannot be read: {1}</source>
        <translation>прогон не читается: {1}</translation>
    </message>
    <message>
        <source>the run cannot be read</source>
        <translation>прогон не читается</translation>
    </message>
    <message>
        <source>there is no gate profile to judge by</source>
        <translation>нет профиля порогов, по которому судить</translation>
    </message>
    <message>
        <source>is a decision about another run</source>
        <translation>решение о другом прогоне</translation>
    </message>
    <message>
        <source>is a decision about another state of the run</source>
        <translation>решение о другом состоянии прогона</translation>
    </message>
    <message>
        <source>is no decision as it is written here</source>
        <translation>не решение в том виде, как его пишет программа</translation>
    </message>
    <message>
        <source>is a decision, and not in the bytes of the writer</source>
        <translation>решение, но не в тех байтах, что пишет программа</translation>
    </message>
    <message>
        <source>stands in {1} and must not</source>
        <translation>стоит в {1}, а не должен</translation>
    </message>
    <message>
        <source>is missing, though {1} names it</source>
        <translation>нет, хотя {1} его называет</translation>
    </message>
    <message>
        <source>has {1} bytes, in {2} {3}</source>
        <translation>{1} байт, в {2} {3}</translation>
    </message>
    <message>
        <source>does not stand in {1}</source>
        <translation>не стоит в {1}</translation>
    </message>
    <message>
        <source>{1} more files likewise</source>
        <translation>и ещё файлов: {1}</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>не объект JSON</translation>
    </message>
    <message>
        <source>not a gzip file</source>
        <translation>не файл gzip</translation>
    </message>
    <message>
        <source>too short for a gzip file</source>
        <translation>слишком короткий для файла gzip</translation>
    </message>
    <message>
        <source>the gzip header is not as the writer makes it</source>
        <translation>заголовок gzip не такой, как пишет программа</translation>
    </message>
    <message>
        <source>the compressed data ends too early</source>
        <translation>сжатые данные обрываются</translation>
    </message>
    <message>
        <source>the checksum of the compressed data does not match</source>
        <translation>контрольная сумма сжатых данных не сходится</translation>
    </message>
    <message>
        <source>something follows the end of the compressed data</source>
        <translation>за концом сжатых данных что-то есть</translation>
    </message>
    <message>
        <source>a bundle has no such file</source>
        <translation>в пакете такого файла не бывает</translation>
    </message>
    <message>
        <source>the name leads out of the bundle</source>
        <translation>имя ведёт за пределы пакета</translation>
    </message>
    <message>
        <source>there is no such key to sign with</source>
        <translation>нет такого ключа для подписи</translation>
    </message>
    <message>
        <source>ssh-keygen finds no key there: {1}</source>
        <translation>ssh-keygen не находит там ключа: {1}</translation>
    </message>
    <message>
        <source>git could not {1}: {2}</source>
        <translation>git не смог ({1}): {2}</translation>
    </message>
    <message>
        <source>{1} and {2}</source>
        <translation>{1} и {2}</translation>
    </message>
    <message>
        <source>{1} and {2} more</source>
        <translation>{1} и ещё {2}</translation>
    </message>
    <message>
        <source>the run lies in a bundle, which stays as it is; decide about the run itself</source>
        <translation>прогон лежит в пакете, а пакет остаётся каким был; решайте о самом прогоне</translation>
    </message>
    <message>
        <source>there is no run in the bundle</source>
        <translation>в пакете нет прогона</translation>
    </message>
    <message>
        <source>the same run is open from its own folder</source>
        <translation>тот же прогон открыт из своей папки</translation>
    </message>
    <message>
        <source>market of engine sim</source>
        <translation>рынок движка sim</translation>
    </message>
    <message>
        <source>normalise=true, velocity=range|count|hourly</source>
        <translation>normalise=true, velocity=range|count|hourly: нормировать, мера скорости изменений</translation>
    </message>
    <message>
        <source>red: from bad overrides, drawn by the seed</source>
        <translation>red: с плохих параметров, выбранных по seed</translation>
    </message>
    <message>
        <source>start value of a parameter, above everything else</source>
        <translation>начальное значение параметра, важнее всех прочих</translation>
    </message>
    <message>
        <source>commit of what is soaked; `soak tag` asks for it</source>
        <translation>коммит того, что испытывается; его спросит `soak tag`</translation>
    </message>
    <message>
        <source>by the engine: rules+ of sim, else micro</source>
        <translation>по движку: rules+ для sim, иначе micro</translation>
    </message>
    <message>
        <source>The market is simulated: green here is evidence about the tuner, none about profit.</source>
        <translation>Рынок смоделирован: зелёный итог говорит о настройщике и ничего — о прибыли.</translation>
    </message>
    <message>
        <source>Nobody reacts to the quotes of the bot.</source>
        <translation>На котировки бота никто не отвечает.</translation>
    </message>
    <message>
        <source>There is one instrument; the others quote in steps of 0.5 bps.</source>
        <translation>Инструмент один; остальные ставят цены с шагом 0,5 бп.</translation>
    </message>
    <message>
        <source>Returns over a second stay a little correlated.</source>
        <translation>Секундные доходности остаются немного связаны.</translation>
    </message>
    <message>
        <source>Volatility remembers less than a minute.</source>
        <translation>Волатильность помнит меньше минуты.</translation>
    </message>
    <message>
        <source>Every iteration begins without a position, and the last position is marked at the mid.</source>
        <translation>Каждая итерация начинается без позиции, последняя позиция оценивается по средней цене.</translation>
    </message>
    <message>
        <source>Latencies are drawn from a model, not measured.</source>
        <translation>Задержки взяты из модели, а не измерены.</translation>
    </message>
    <message>
        <source>Only the limits on the bot&apos;s own side are modelled.</source>
        <translation>Ограничения смоделированы только на стороне бота.</translation>
    </message>
    <message>
        <source>Of impact_cap_ratio and max_delta_ratio only the one that gives the smaller quote acts.</source>
        <translation>Из impact_cap_ratio и max_delta_ratio действует только тот, что даёт меньшую котировку.</translation>
    </message>
    <message>
        <source>An ordinary day: tight quotes, short bursts of trading.</source>
        <translation>Обычный день: узкие котировки, короткие всплески торговли.</translation>
    </message>
    <message>
        <source>The price jumps further and more often, and more people trade.</source>
        <translation>Цена прыгает дальше и чаще, и торгуют больше.</translation>
    </message>
    <message>
        <source>The price drifts one way for a minute or so, then turns.</source>
        <translation>Цена минуту или около того плывёт в одну сторону, потом разворачивается.</translation>
    </message>
    <message>
        <source>Now and then the network and the gateway are slow for seconds.</source>
        <translation>Время от времени сеть и шлюз на секунды замедляются.</translation>
    </message>
    <message>
        <source>Half the orders, wider quotes, and a smaller position limit.</source>
        <translation>Вдвое меньше заявок, шире котировки и меньше предел позиции.</translation>
    </message>
    <message>
        <source>Once in an iteration the price runs away for two seconds.</source>
        <translation>Раз за итерацию цена за две секунды уходит далеко.</translation>
    </message>
    <message>
        <source>From the ninth iteration on the venue charges more.</source>
        <translation>С девятой итерации площадка берёт больше.</translation>
    </message>
    <message>
        <source>Once in an iteration the gateway is silent for six seconds.</source>
        <translation>Раз за итерацию шлюз молчит шесть секунд.</translation>
    </message>
    <message>
        <source>Half as many orders again, of all kinds.</source>
        <translation>Заявок всех видов в полтора раза больше.</translation>
    </message>
    <message>
        <source>The price moves less often and twice as far, quotes are wider.</source>
        <translation>Цена движется реже и вдвое дальше, котировки шире.</translation>
    </message>
    <message>
        <source>sd of the run</source>
        <translation>ст. откл. прогона</translation>
    </message>
    <message>
        <source>% of the baseline's mean</source>
        <translation>% от среднего базового</translation>
    </message>
    <message>
        <source>0 to 1 of the run</source>
        <translation>от 0 до 1 в прогоне</translation>
    </message>
    <message>
        <source>the baseline has no value</source>
        <translation>у базового прогона нет значений</translation>
    </message>
    <message>
        <source>the mean of the baseline is 0</source>
        <translation>среднее базового равно 0</translation>
    </message>
    <message>
        <source>the run has no value</source>
        <translation>у прогона нет значений</translation>
    </message>
    <message>
        <source>the values of the run are all the same</source>
        <translation>все значения прогона одинаковы</translation>
    </message>
    <message>
        <source>the run has no iteration</source>
        <translation>в прогоне нет итераций</translation>
    </message>
    <message>
        <source>no iteration is in all of the runs</source>
        <translation>ни одной итерации нет во всех прогонах</translation>
    </message>
    <message>
        <source>no times of iterations are recorded</source>
        <translation>время итераций не записано</translation>
    </message>
    <message>
        <source>the recorded time goes back at iteration {1}</source>
        <translation>записанное время идёт назад на итерации {1}</translation>
    </message>
    <message>
        <source>no iteration has both values</source>
        <translation>ни в одной итерации нет обоих значений</translation>
    </message>
    <message>
        <source>the parameter has one value in all of them</source>
        <translation>параметр везде один и тот же</translation>
    </message>
    <message>
        <source>the metric has one value in all of them</source>
        <translation>показатель везде один и тот же</translation>
    </message>
    <message>
        <source>fewer than three iterations have both values</source>
        <translation>оба значения есть меньше чем в трёх итерациях</translation>
    </message>
    <message>
        <source>fewer than 8 points: chance alone makes a strong relation</source>
        <translation>меньше 8 точек: сильная связь может быть случайной</translation>
    </message>
    <message>
        <source>iterations that follow each other are alike, so there are fewer independent points</source>
        <translation>соседние итерации похожи, поэтому независимых точек меньше</translation>
    </message>
    <message>
        <source>same configuration: a difference here is not the overrides</source>
        <translation>одна конфигурация: разница здесь не от переопределений</translation>
    </message>
    <message>
        <source>the overrides are not recorded in both runs: whether they differ is not known</source>
        <translation>переопределения записаны не в обоих прогонах: различаются ли они, неизвестно</translation>
    </message>
    <message>
        <source>the overrides changed during the compared iterations</source>
        <translation>переопределения менялись в сравниваемых итерациях</translation>
    </message>
    <message>
        <source>assumes noise no slower than the run: fewer than 100 iterations</source>
        <translation>если шум не медленнее прогона: меньше 100 итераций</translation>
    </message>
    <message>
        <source>two runs cannot tell the build from the night they ran in</source>
        <translation>по двум прогонам сборку не отличить от ночи, в которую они шли</translation>
    </message>
    <message>
        <source>the measurements are those of a run of another tool: KPIs do not answer to the overrides of this run</source>
        <translation>замеры взяты из прогона другой программы: показатели не отвечают на переопределения этого прогона</translation>
    </message>
    <message>
        <source>the measurements are those of {1}: KPIs do not answer to the overrides of this run</source>
        <translation>замеры взяты из {1}: показатели не отвечают на переопределения этого прогона</translation>
    </message>
    <message>
        <source>the baseline is a replay: its KPIs do not answer to its overrides</source>
        <translation>базовый прогон — повтор замеров: его показатели не отвечают на его переопределения</translation>
    </message>
    <message>
        <source>the run is a replay: its KPIs do not answer to its overrides</source>
        <translation>прогон — повтор замеров: его показатели не отвечают на его переопределения</translation>
    </message>
    <message>
        <source>each run is one value, so the interval includes the differences between nights: preferred to a pair of runs</source>
        <translation>каждый прогон — одно значение, поэтому интервал включает различия между ночами: лучше, чем пара прогонов</translation>
    </message>
    <message>
        <source>the runs of arm {1} are not known to have one configuration</source>
        <translation>неизвестно, одна ли конфигурация у прогонов группы {1}</translation>
    </message>
    <message>
        <source>1 run is a replay: the KPIs of a replay do not answer to its overrides</source>
        <translation>1 прогон — повтор замеров: показатели повтора не отвечают на его переопределения</translation>
    </message>
    <message>
        <source>{1} runs are replays: the KPIs of a replay do not answer to its overrides</source>
        <translation>прогонов с повтором замеров: {1}; показатели повтора не отвечают на его переопределения</translation>
    </message>
    <message>
        <source>1 run is in both arms, which makes them more alike than they are</source>
        <translation>1 прогон в обеих группах, и они похожи больше, чем есть</translation>
    </message>
    <message>
        <source>{1} runs are in both arms, which makes them more alike than they are</source>
        <translation>прогонов в обеих группах: {1}, и они похожи больше, чем есть</translation>
    </message>
    <message>
        <source>arm {1} has 1 usable run, at least 3 are needed</source>
        <translation>в группе {1} пригоден 1 прогон, нужно не меньше 3</translation>
    </message>
    <message>
        <source>arm {1} has {2} usable runs, at least 3 are needed</source>
        <translation>в группе {1} пригодных прогонов: {2}, нужно не меньше 3</translation>
    </message>
    <message>
        <source>1 value after the warm-up, at least 8 are needed</source>
        <translation>1 значение после прогрева, нужно не меньше 8</translation>
    </message>
    <message>
        <source>the same run as {1}</source>
        <translation>тот же прогон, что и {1}</translation>
    </message>
    <message>
        <source>Welch's t of the means of runs, Holm over {1} KPIs, alpha {2}</source>
        <translation>t Уэлча по средним прогонов, Холм по показателям: {1}, альфа {2}</translation>
    </message>
    <message>
        <source>no values in the baseline</source>
        <translation>нет значений у базового прогона</translation>
    </message>
    <message>
        <source>no values in the run</source>
        <translation>нет значений у прогона</translation>
    </message>
    <message>
        <source>{1} values after the warm-up, at least 8 are needed</source>
        <translation>значений после прогрева: {1}, нужно не меньше 8</translation>
    </message>
    <message>
        <source>worth {1} independent values, at least 3 are needed</source>
        <translation>независимых значений: {1}, нужно не меньше 3</translation>
    </message>
    <message>
        <source>Holm p {1} is not below {2}, and the 90 % interval {3} is not within the margin of {4}</source>
        <translation>p Холма {1} не ниже {2}, и 90 % интервал {3} не лежит в пределах допуска {4}</translation>
    </message>
    <message>
        <source>both are constant, the difference is {1}, the margin {2}</source>
        <translation>оба без разброса, разница {1}, допуск {2}</translation>
    </message>
    <message>
        <source>the 90 % interval {1} lies within the margin of {2}</source>
        <translation>90 % интервал {1} лежит в пределах допуска {2}</translation>
    </message>
    <message>
        <source>Holm p {1} is below {2}, 95 % interval {3}</source>
        <translation>p Холма {1} ниже {2}, 95 % интервал {3}</translation>
    </message>
    <message>
        <source>AR(1) t with batch-means guard, Holm over {1} KPIs, alpha {2}</source>
        <translation>t для AR(1) с проверкой по групповым средним, Холм по показателям: {1}, альфа {2}</translation>
    </message>
    <message>
        <source>the level changed at {1}, give or take {2} runs: {3} to {4}</source>
        <translation>уровень изменился на прогоне {1} (плюс-минус прогонов: {2}): с {3} до {4}</translation>
    </message>
    <message>
        <source>change points need {1} runs with a mean, and there are {2}</source>
        <translation>для точек изменения нужно прогонов со средним: {1}, а есть {2}</translation>
    </message>
    <message>
        <source>there is no history yet; `soak history import` makes it</source>
        <translation>истории ещё нет; её создаёт `soak history import`</translation>
    </message>
    <message>
        <source>the history may only be read</source>
        <translation>историю можно только читать</translation>
    </message>
    <message>
        <source>another program has been writing the history for too long; try again</source>
        <translation>другая программа слишком долго пишет историю; попробуйте ещё раз</translation>
    </message>
    <message>
        <source>the history is damaged ({1}); `soak history rebuild` makes it again from the run folders</source>
        <translation>история повреждена ({1}); `soak history rebuild` создаёт её заново из папок прогонов</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>файл не является базой данных</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>страницы файла повреждены</translation>
    </message>
    <message>
        <source>the history cannot be opened</source>
        <translation>историю не удалось открыть</translation>
    </message>
    <message>
        <source>the history cannot be used: {1}</source>
        <translation>историей нельзя пользоваться: {1}</translation>
    </message>
    <message>
        <source>the history has form {1}, of a newer soak; this one knows forms up to {2}: update soak</source>
        <translation>у истории форма {1} более новой программы soak; эта знает формы до {2}: обновите soak</translation>
    </message>
    <message>
        <source>the connection to the database was lost ({1}); nothing is stored twice when it is tried again</source>
        <translation>соединение с базой данных потеряно ({1}); при повторе ничего не запишется дважды</translation>
    </message>
    <message>
        <source>the database server has no space left on its disk</source>
        <translation>на диске сервера базы данных нет места</translation>
    </message>
    <message>
        <source>the history may not be changed by this user: {1}</source>
        <translation>этому пользователю нельзя менять историю: {1}</translation>
    </message>
    <message>
        <source>the database cannot be reached: {1}</source>
        <translation>база данных недоступна: {1}</translation>
    </message>
    <message>
        <source>the database refused: {1}</source>
        <translation>база данных отказала: {1}</translation>
    </message>
    <message>
        <source>PostgreSQL's client library is not installed; the package is libpq5</source>
        <translation>клиентская библиотека PostgreSQL не установлена; пакет называется libpq5</translation>
    </message>
    <message>
        <source>a tag is one word</source>
        <translation>метка — одно слово</translation>
    </message>
    <message>
        <source>a release is one word</source>
        <translation>релиз — одно слово</translation>
    </message>
    <message>
        <source>the run has none that is called so</source>
        <translation>у прогона нет такого</translation>
    </message>
    <message>
        <source>{1} has at most {2} bytes of UTF-8 and no control characters</source>
        <translation>{1}: не больше {2} байт UTF-8 и без управляющих символов</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>метка</translation>
    </message>
    <message>
        <source>a release</source>
        <translation>релиз</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>who says it</source>
        <translation>кто говорит</translation>
    </message>
    <message>
        <source>who decides</source>
        <translation>кто решает</translation>
    </message>
    <message>
        <source>the reason of a decision</source>
        <translation>причина решения</translation>
    </message>
    <message>
        <source>no change of the level is seen</source>
        <translation>изменения уровня не видно</translation>
    </message>
    <message>
        <source>#{1} ±{2}, not preceded by a change of the overrides</source>
        <translation>#{1} ±{2}, перед этим переопределения не менялись</translation>
    </message>
    <message>
        <source>#{1} ±{2}, preceded by {3}</source>
        <translation>#{1} ±{2}, перед этим {3}</translation>
    </message>
    <message>
        <source>it has no value where the baseline has one</source>
        <translation>у него нет значений там, где они есть у базового</translation>
    </message>
</context>
</TS>
