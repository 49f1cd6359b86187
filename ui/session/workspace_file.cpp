// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a .soakws file: read, written, unknown keys kept.
#include "core/base/text.h"
#include "ui/session/workspace.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace soak::ui
{
namespace
{

QString keyText(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

// What core/io/workspace_notes.h reads too has its keys there.
const QString kSchema = keyText(WorkspaceKey::schema);
const QString kSchemaName = keyText(WorkspaceKey::schemaName);
const QString kFileVersion = keyText(WorkspaceKey::version);
const QString kFolders = QStringLiteral("folders");
const QString kBases = QStringLiteral("bases");
const QString kShown = QStringLiteral("shown");
const QString kPrimary = QStringLiteral("primary");
const QString kBaseline = QStringLiteral("baseline");
const QString kRuns = keyText(WorkspaceKey::runs);
const QString kAlias = keyText(WorkspaceKey::alias);
const QString kColour = QStringLiteral("colour");
const QString kNotes = keyText(WorkspaceKey::notes);
const QString kText = keyText(WorkspaceKey::text);
const QString kBy = keyText(WorkspaceKey::by);
const QString kAt = keyText(WorkspaceKey::at);
const QString kFrom = keyText(WorkspaceKey::from);
const QString kTo = keyText(WorkspaceKey::to);
const QString kLayoutKey = QStringLiteral("layout");
const QString kCharts = QStringLiteral("charts");
const QString kColumns = QStringLiteral("columns");
const QString kIgnored = QStringLiteral("ignored_overrides");
const QString kCompareColumns = QStringLiteral("compare_columns");
const QString kCompare = QStringLiteral("compare");
const QString kComparePage = QStringLiteral("compare_page");
const QString kArm = QStringLiteral("arm");
const QString kMarketOpen = QStringLiteral("market_open");

QString relativeText(const fs::path& path, const fs::path& home)
{
    const fs::path relative = path.lexically_relative(home);
    return QString::fromStdString((relative.empty() ? path : relative).string());
}

QJsonArray pathsJson(const std::vector<fs::path>& paths, const fs::path& home)
{
    QJsonArray json;
    for (const fs::path& path : paths) {
        json.append(relativeText(path, home));
    }
    return json;
}

std::vector<fs::path> pathsFrom(const QJsonArray& json, const fs::path& home)
{
    std::vector<fs::path> paths;
    for (const QJsonValue& value : json) {
        const fs::path path(value.toString().toStdString());
        paths.push_back((path.is_absolute() ? path : home / path).lexically_normal());
    }
    return paths;
}

QJsonObject noteJson(const RunNote& note)
{
    QJsonObject json = note.unknown;
    json[kText] = note.text;
    json[kBy] = note.by;
    json[kAt] = note.atMs;
    if (note.from) {
        json[kFrom] = *note.from;
    }
    if (note.to) {
        json[kTo] = *note.to;
    }
    return json;
}

std::optional<int> takeNumber(QJsonObject& json, const QString& key)
{
    const QJsonValue value = json.take(key);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

RunNote noteFrom(QJsonObject json)
{
    RunNote note;
    note.text = json.take(kText).toString();
    note.by = json.take(kBy).toString();
    note.atMs = json.take(kAt).toVariant().toLongLong();
    note.from = takeNumber(json, kFrom);
    note.to = takeNumber(json, kTo);
    note.unknown = json;
    return note;
}

QJsonObject marksJson(const RunMarks& marks)
{
    QJsonObject json = marks.unknown;
    if (!marks.alias.isEmpty()) {
        json[kAlias] = marks.alias;
    }
    if (marks.colour) {
        json[kColour] = static_cast<int>(*marks.colour);
    }
    if (!marks.arm.isEmpty()) {
        json[kArm] = marks.arm;
    }
    if (!marks.notes.empty()) {
        QJsonArray notes;
        for (const RunNote& note : marks.notes) {
            notes.append(noteJson(note));
        }
        json[kNotes] = notes;
    }
    return json;
}

RunMarks marksFrom(QJsonObject json)
{
    RunMarks marks;
    marks.alias = json.take(kAlias).toString();
    if (const QJsonValue colour = json.take(kColour); colour.isDouble() && colour.toInt() >= 0) {
        marks.colour = static_cast<std::size_t>(colour.toInt());
    }
    for (const QJsonValue& note : json.take(kNotes).toArray()) {
        marks.notes.push_back(noteFrom(note.toObject()));
    }
    marks.arm = json.take(kArm).toString();
    marks.unknown = json;
    return marks;
}

QJsonObject layoutJson(const ChartLayout& layout)
{
    QJsonObject json = layout.unknown;
    json[kCharts] = QJsonArray::fromStringList(layout.charts);
    json[kColumns] = layout.columns;
    json[kMarketOpen] = layout.isMarketOpen;
    if (!layout.compare.isEmpty()) {
        json[kCompare] = layout.compare;
    }
    if (!layout.compareColumns.isEmpty()) {
        json[kCompareColumns] = QJsonArray::fromStringList(layout.compareColumns);
    }
    return json;
}

ChartLayout layoutFrom(QJsonObject json)
{
    ChartLayout layout;
    for (const QJsonValue& id : json.take(kCharts).toArray()) {
        layout.charts.append(id.toString());
    }
    layout.columns = json.take(kColumns).toInt(1);
    layout.isMarketOpen = json.take(kMarketOpen).toBool();
    for (const auto& key : json.take(kCompareColumns).toArray()) {
        layout.compareColumns.append(key.toString());
    }
    layout.compare = json.take(kCompare).toObject();
    layout.unknown = json;
    return layout;
}

} // namespace

QByteArray workspaceText(const WorkspaceData& data, const fs::path& home)
{
    QJsonObject json = data.unknown;
    json[kSchema] = kSchemaName;
    json[kFileVersion] = kWorkspaceVersion;
    json[kFolders] = pathsJson(data.folders, home);
    json[kBases] = pathsJson(data.bases, home);
    json[kShown] = QJsonArray::fromStringList(data.shown);
    json[kPrimary] = data.primary;
    json[kBaseline] = data.baseline;
    QJsonObject runs;
    for (const auto& [identity, marks] : data.runs) {
        runs[identity] = marksJson(marks);
    }
    json[kRuns] = runs;
    if (data.layout != ChartLayout{}) {
        json[kLayoutKey] = layoutJson(data.layout);
    }
    if (!data.ignoredOverrides.isEmpty()) {
        json[kIgnored] = data.ignoredOverrides;
    }
    if (!data.comparePage.isEmpty()) {
        json[kComparePage] = data.comparePage;
    }
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<WorkspaceData> parseWorkspace(const QByteArray& text, const fs::path& home)
{
    QJsonParseError refusal;
    QJsonObject json = QJsonDocument::fromJson(text, &refusal).object();
    if (refusal.error != QJsonParseError::NoError) {
        return Error{Errc::BadInput, refusal.errorString().toStdString(), ""};
    }
    if (json.take(kSchema).toString() != kSchemaName) {
        return Error{Errc::BadInput, "is no workspace of the workbench", ""};
    }
    if (json.take(kFileVersion).toInt() > kWorkspaceVersion) {
        return Error{Errc::BadInput, "was written by a newer workbench", ""};
    }
    WorkspaceData data;
    data.folders = pathsFrom(json.take(kFolders).toArray(), home);
    data.bases = pathsFrom(json.take(kBases).toArray(), home);
    for (const QJsonValue& identity : json.take(kShown).toArray()) {
        data.shown.append(identity.toString());
    }
    data.primary = json.take(kPrimary).toString();
    data.baseline = json.take(kBaseline).toString();
    const QJsonObject runs = json.take(kRuns).toObject();
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        data.runs[run.key()] = marksFrom(run.value().toObject());
    }
    data.layout = layoutFrom(json.take(kLayoutKey).toObject());
    data.ignoredOverrides = json.take(kIgnored).toString();
    data.comparePage = json.take(kComparePage).toString();
    data.unknown = json;
    return data;
}

Status saveWorkspace(const WorkspaceData& data, const fs::path& file)
{
    SOAK_CHECK(makeFolders(file.parent_path()));
    QSaveFile out(QString::fromStdString(file.string()));
    const QByteArray text = workspaceText(data, file.parent_path());
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit()) {
        return Error{Errc::NotWritable, out.errorString().toStdString(), pathText(file)};
    }
    return Done{};
}

Result<WorkspaceData> loadWorkspace(const fs::path& file)
{
    SOAK_TRY(const std::string text, readFile(file));
    Result<WorkspaceData> data =
        parseWorkspace(QByteArray::fromStdString(text), file.parent_path());
    if (!data) {
        return Error{data.error().code, data.error().message, pathText(file)};
    }
    return data;
}

} // namespace soak::ui
