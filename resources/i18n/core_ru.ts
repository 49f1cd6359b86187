<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>PASS</source>
        <translation>НОРМА</translation>
    </message>
</context>
</TS>
